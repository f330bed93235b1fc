import { findEntry, type KnowledgeIndex } from "../index-open.ts";
import { type Reading, readText } from "../normalise.ts";
import { hashText } from "../segment.ts";
import type { Asked } from "./types.ts";

/** A distinct question with the entry it meant. */
export type AskedOnce = {
  ids: readonly string[];
  text: string;
  reading: Reading;
  entryId: string | null;
  weight: number;
  fold: number;
};

export const folds = 5;
const foldSeed = 21;

/** Questions of one wording share a fold: none is held out while its twin is learned from. */
export const foldOf = (core: string): number => hashText(core, foldSeed) % folds;

/**
 * Each question and entry once, in an order of their own; of more than `most` the weightiest. Left out are questions
 * without words and those of entries that are gone.
 */
export function listAsked(
  asked: readonly Asked[],
  index: KnowledgeIndex,
  most: number,
): { questions: AskedOnce[]; leftOut: number } {
  const once = new Map<string, AskedOnce & { weights: number[] }>();
  let leftOut = 0;
  for (const { id, text, entryId, weight = 1 } of asked) {
    const reading = readText(text);
    if (reading.core === "" || !(weight > 0) || (entryId !== null && findEntry(index, entryId) < 0)) {
      leftOut++;
      continue;
    }
    const key = `${reading.core}\n${entryId === null ? "" : `=${entryId}`}`;
    const known = once.get(key);
    const isFirst = !known || text < known.text;
    once.set(key, {
      ids: [...(known?.ids ?? []), ...(id === undefined ? [] : [id])].sort(),
      text: isFirst ? text : known.text,
      reading: isFirst ? reading : known.reading,
      entryId,
      weight: 0,
      weights: [...(known?.weights ?? []), weight],
      fold: foldOf(reading.core),
    });
  }
  const inOrder = [...once]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { weights, ...question }]) => ({
      ...question,
      // Sums of fractions depend on their order.
      weight: weights.sort((a, b) => a - b).reduce((sum, one) => sum + one, 0),
    }));
  if (inOrder.length <= most) return { questions: inOrder, leftOut };
  const kept = new Set(inOrder.toSorted((a, b) => b.weight - a.weight).slice(0, most));
  return { questions: inOrder.filter((one) => kept.has(one)), leftOut: leftOut + inOrder.length - most };
}

/** By which a question and its entry are known again later; sorted. */
export function hashAsked(questions: readonly AskedOnce[]): Uint32Array {
  return Uint32Array.from(questions, hashOne).sort();
}

/** Those that are not among the hashes. */
export function listUnseen(questions: readonly AskedOnce[], seen: Uint32Array): number[] {
  const known = new Set(seen);
  return [...questions.keys()].filter((q) => !known.has(hashOne(questions[q]!)));
}

/** Not the wording alone: a corrected label is news. */
const hashOne = ({ reading, entryId }: AskedOnce) => hashText(`${reading.core}\n${entryId ?? ""}`, foldSeed);
