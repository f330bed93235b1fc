import type { Asked } from "@yingda/answering/learning/types";
import { readText } from "@yingda/answering/normalise";
import type { HintSource } from "@yingda/contract/routes/learning";

/**
 * From hints, which may contradict each other, to what each text meant. The rule: a person's label counts before an
 * agent's choice, that before a customer's click, that before a thumb; of the same kind the latest. "Not this entry" takes
 * away what weaker or earlier hints say for it, and says nothing of which it is.
 */
export type StoredHint = {
  id: string;
  text: string;
  source: HintSource;
  verdict: "means" | "not";
  entryId: string | null;
  weight: number;
  at: string;
};

const rankOf: Record<HintSource, number> = { bench: 4, label: 4, agent: 3, click: 2, thumb: 1 };
/** Asked often and always meant alike, a text counts for more, but never for everything. */
const heaviest = 3;

/** One for each text, in whatever spelling; its id is that of the hint that decided. The order of the hints is no matter. */
export function resolveHints(hints: readonly StoredHint[]): Asked[] {
  const byText = Map.groupBy(hints, ({ text }) => readText(text).core);
  const asked: Asked[] = [];
  for (const [core, same] of byText) {
    const winner = core === "" ? null : findWinner(same);
    if (!winner) continue;
    const agreeing = same.filter(({ verdict, entryId }) => verdict === "means" && entryId === winner.entryId);
    const weight = Math.min(
      heaviest,
      agreeing.reduce((sum, hint) => sum + hint.weight, 0),
    );
    asked.push({ id: winner.id, text: winner.text, entryId: winner.entryId, weight });
  }
  return asked.sort((a, b) => (a.text < b.text ? -1 : 1));
}

function findWinner(hints: readonly StoredHint[]): StoredHint | null {
  const denied = new Set<string | null>();
  for (const hint of hints.toSorted(byStrength)) {
    if (hint.verdict === "not") denied.add(hint.entryId);
    else if (!denied.has(hint.entryId)) return hint;
  }
  return null;
}

const byStrength = (a: StoredHint, b: StoredHint): number =>
  rankOf[b.source] - rankOf[a.source] || (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1);
