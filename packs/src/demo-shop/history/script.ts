/** How a talk between a customer and an agent goes. One line is one message; 客 the customer, 服 the agent. */
export type Script = {
  /** First level of the knowledge tree, or both levels: what the talk is about. */
  about: string;
  /** What the customer wants, as a key of the default tree of intents. */
  intent: string;
  mood: "calm" | "upset";
  /** Whether the customer leaves with the matter settled. */
  solved: boolean;
  lines: readonly { by: "customer" | "agent"; pattern: string }[];
};

export function script(
  about: string,
  intent: string,
  ending: "solved" | "unsolved" | "upset" | "upset, solved",
  text: string,
): Script {
  return {
    about,
    intent,
    mood: ending.startsWith("upset") ? "upset" : "calm",
    solved: ending.endsWith("solved") && ending !== "unsolved",
    lines: text
      .trim()
      .split("\n")
      .map((line) => {
        const trimmed = line.trim();
        return { by: trimmed.startsWith("客") ? "customer" : "agent", pattern: trimmed.slice(1).trim() };
      }),
  };
}
