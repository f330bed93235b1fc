import type { StaffPush } from "@yingda/contract/frames";

export type Alert = "assigned" | "message";
export type Looking = {
  staffId: string;
  /** The conversation on screen, while the tab is. */
  readingId: string | null;
};

/** Whether a push deserves a sound: a new conversation of mine, or words in one of mine that I am not looking at. */
export function alertOf(push: StaffPush, { staffId, readingId }: Looking): Alert | null {
  if (push.t !== "events" || push.conversation.agentId !== staffId) return null;
  const isAssigned = push.events.some((event) => {
    // What I took myself is no news to me.
    if (event.type === "agent.connected")
      return event.body.agentId === staffId && !["taken", "taken_over"].includes(event.body.because ?? "");
    if (event.type === "conversation.transferred") {
      const isMyOwnDoing = event.actor.kind === "agent" && event.actor.id === staffId;
      return event.body.toAgentId === staffId && !isMyOwnDoing;
    }
    return false;
  });
  if (isAssigned) return "assigned";
  const isSpokenTo = push.events.some(
    (event) =>
      event.actor.kind === "customer" && (event.type === "message.sent" || event.type === "offline_message.left"),
  );
  return isSpokenTo && push.conversation.id !== readingId ? "message" : null;
}
