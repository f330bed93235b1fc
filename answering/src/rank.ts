import {
  entryIdAt,
  findEntry,
  formLettersAt,
  formTextAt,
  isSameToCustomer,
  type KnowledgeIndex,
} from "./index-open.ts";
import { type Heard, hear, judgeLearned, listHeard } from "./learning/learned.ts";
import { similarity } from "./letters.ts";
import { leanOn, type Near, worthAdding } from "./nearness.ts";
import type { Reading } from "./normalise.ts";
import { bestForms, type Query, type Retrieved, readQuery, retrieve } from "./retrieve.ts";
import { copySignals, makeSignals, type Signals, shownSignals, signal } from "./signal-names.ts";
import { writeSignals } from "./signals.ts";
import type { Candidate } from "./types.ts";
import { models } from "./weights.ts";

/** How near the best are to the letter is only looked at and shown. */
const candidatesShown = 5;

/** Weights of the signals, in the order of signalNames; one set for each language. */
export type Model = { bias: number; weights: readonly number[] };

export type Ranked = {
  entry: number;
  /** The wording that fits best. */
  form: number;
  signals: Signals;
  /** Log odds that this entry is meant rather than nothing in the knowledge. */
  odds: number;
  /** Probability by itself, as if no other entry were there; an entry taken away never raises it. */
  alone: number;
  /** Probability among all candidates and "none of them". */
  score: number;
  /** What an embedding model by itself would say, 0…1; only where one was asked. */
  near?: number;
};

export function logOdds({ bias, weights }: Model, signals: ArrayLike<number>): number {
  let sum = bias;
  for (let at = 0; at < signals.length; at++) sum += weights[at]! * signals[at]!;
  return sum;
}

/**
 * Best first. Empty when the reading has nothing in common with the knowledge, and nothing is near. With `isWanted` only
 * entries whose best wording is wanted, as if there were no others; how near they are to the letter is then not looked at.
 */
export function rankEntries(
  index: KnowledgeIndex,
  reading: Reading,
  { near, isWanted }: { near?: Near | undefined; isWanted?: (form: number) => boolean } = {},
): Ranked[] {
  if (index.entryCount === 0 || reading.core === "") return [];
  const query = readQuery(index, reading);
  const { learned } = index;
  const model = (learned?.models ?? models)[reading.language];
  const heard = learned && hear(learned, query);
  const oddsMore = learned && heard ? judgeLearned(index, learned, query, heard) : () => 0;
  const rankOne = ({ entry, forms, answerCoverage }: Retrieved): Ranked => {
    const { form, signals, odds: oddsOfForm } = pickForm(index, query, { forms, answerCoverage }, model);
    const odds = oddsOfForm + oddsMore(entry, form);
    const one: Ranked = { entry, form, signals, odds, alone: 1 / (1 + Math.exp(-odds)), score: 0 };
    if (near && signals[signal.exact] !== 1) leanOn(near, entryIdAt(index, entry), one);
    return one;
  };
  const found = retrieveAll(index, query, heard);
  const retrieved = isWanted ? found.filter(({ forms }) => forms.some(isWanted)) : found;
  let ranked = retrieved.map(rankOne);
  if (isWanted) ranked = ranked.filter(({ form }) => isWanted(form));
  if (near)
    ranked.push(
      ...listNear(index, near, retrieved)
        .map(rankOne)
        .filter(({ odds }) => odds >= worthAdding),
    );
  ranked.sort((a, b) => b.signals[signal.exact]! - a.signals[signal.exact]! || b.odds - a.odds || a.entry - b.entry);
  for (const { form, signals } of isWanted ? [] : ranked.slice(0, candidatesShown))
    signals[signal.edit] = similarity(query.letters, formLettersAt(index, form));
  return shareProbability(index, ranked);
}

/** With the entries that what was learned speaks for, though their wordings share nothing with the question. */
export function retrieveAll(index: KnowledgeIndex, query: Query, heard: Heard | null): Retrieved[] {
  const retrieved = retrieve(index, query);
  if (!index.learned || !heard) return retrieved;
  const more = listHeard(index.learned, heard).filter((entry) => !retrieved.some((one) => one.entry === entry));
  return [...retrieved, ...more.map((entry) => ({ entry, forms: bestForms(index, entry), answerCoverage: 0 }))];
}

/** Entries that an embedding model finds near though no word of theirs does. */
function listNear(index: KnowledgeIndex, { cosines }: Near, retrieved: readonly Retrieved[]): Retrieved[] {
  const known = new Set(retrieved.map(({ entry }) => entry));
  return [...cosines.keys()]
    .map((entryId) => findEntry(index, entryId))
    .filter((entry) => entry >= 0 && !known.has(entry))
    .map((entry) => ({ entry, forms: bestForms(index, entry), answerCoverage: 0 }));
}

/** Of the wording that is looked at, and of the best before it. */
let [looked, kept] = [makeSignals(), makeSignals()];

/** The best wording counts, not how many there are. */
export function pickForm(
  index: KnowledgeIndex,
  query: Query,
  { forms, answerCoverage }: Omit<Retrieved, "entry">,
  model: Model,
): { form: number; signals: Signals; odds: number } {
  let [best, most] = [-1, 0];
  for (const form of forms) {
    writeSignals(index, query, form, answerCoverage, looked);
    const odds = logOdds(model, looked);
    if (best >= 0 && odds <= most) continue;
    [best, most] = [form, odds];
    [looked, kept] = [kept, looked];
  }
  return { form: best, signals: copySignals(kept), odds: most };
}

/**
 * P(i) = e^oᵢ ⁄ (1 + Σ e^oⱼ): the candidates share the mass with "none of them". Left out of an entry's sum are
 * entries a customer could not tell from it (same main question or same answer); once a wording is exact, so are all others.
 * Sets `score` in place.
 */
export function shareProbability(index: KnowledgeIndex, ranked: Ranked[]): Ranked[] {
  const shares = ranked.map(({ odds }) => Math.exp(odds));
  const hasExact = ranked[0]?.signals[signal.exact] === 1;
  for (let i = 0; i < ranked.length; i++) {
    const one = ranked[i]!;
    let mass = 1 + shares[i]!;
    for (let j = 0; j < ranked.length; j++) {
      const other = ranked[j]!;
      if (i === j || (hasExact && other.signals[signal.exact] === 0)) continue;
      if (!isSameToCustomer(index, one.entry, other.entry)) mass += shares[j]!;
    }
    one.score = shares[i]! / mass;
    if (hasExact && one.signals[signal.exact] === 0) one.score = Math.min(one.score, 1 - ranked[0]!.score);
  }
  return ranked;
}

export function toCandidate(index: KnowledgeIndex, ranked: Ranked): Candidate {
  return {
    entryId: entryIdAt(index, ranked.entry),
    question: formTextAt(index, ranked.form),
    score: ranked.score,
    signals: [
      ...shownSignals.map((name) => ({ name, value: ranked.signals[signal[name]]! })),
      ...(ranked.near === undefined ? [] : [{ name: "near", value: ranked.near }]),
    ],
  };
}
