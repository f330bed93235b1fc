import type { AskReply } from "@yingda/contract/routes/knowledge";

/** Which words say what the bot's decision means. "The same wording" is said of the same wording only. */
export function meaningOf({
  wantsHuman,
  outcome,
  candidates,
  reply,
}: Pick<AskReply, "wantsHuman" | "outcome"> & {
  candidates: readonly Pick<AskReply["candidates"][number], "signals">[];
  reply: Pick<AskReply["reply"], "options">;
}) {
  if (wantsHuman) return "outcome.wantsHuman";
  if (outcome === "guided" && reply.options.length === 1) return "outcomeHint.guidedOne";
  if (outcome !== "direct") return `outcomeHint.${outcome}` as const;
  const isSame = candidates[0]?.signals.some(({ name, value }) => name === "exact" && value === 1);
  return isSame ? "outcomeHint.direct" : "outcomeHint.nearlySure";
}
