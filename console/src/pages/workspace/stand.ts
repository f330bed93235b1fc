import type { ConversationSummary } from "@yingda/contract/conversation";

/** Where the person stands towards the conversation on screen: it decides what is under it. */
export type Stand = "serving" | "closed" | "waiting" | "left" | "bot" | "colleague";

export function standOf({ handling, agentId }: ConversationSummary, staffId: string): Stand {
  switch (handling) {
    case "closed":
      return "closed";
    case "message":
      return "left";
    case "queue":
    case "requested":
      return "waiting";
    case "bot":
      return "bot";
    default:
      return agentId === staffId ? "serving" : "colleague";
  }
}
