/** Words that an agent took from what the bot suggested, or from the knowledge, and what became of them. */
export type Taken = { entryId: string; words: string };

/** Below this share of its letter pairs an answer was not changed but replaced. */
const leastKept = 0.4;

/** What is recorded with the message; nothing when too little of the taken words was sent. */
export function wayOfUse(taken: Taken | null, sent: string): { fromEntryId?: string; edited?: boolean } {
  if (!taken) return {};
  const [before, after] = [squeeze(taken.words), squeeze(sent)];
  if (before === after) return { fromEntryId: taken.entryId, edited: false };
  const pairs = pairsOf(before);
  if (pairs.size === 0) return {};
  const left = pairsOf(after);
  const kept = [...pairs].filter((pair) => left.has(pair)).length / pairs.size;
  return kept >= leastKept ? { fromEntryId: taken.entryId, edited: true } : {};
}

const squeeze = (text: string) => text.replace(/\s+/g, "");

function pairsOf(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, i) => letters[i]! + letter));
}
