import { entryIdAt, formCoreAt, formTextAt, isSameToCustomer, type KnowledgeIndex } from "./index-open.ts";
import { similarity } from "./letters.ts";
import type { Reading } from "./normalise.ts";
import { readLetters } from "./pinyin.ts";
import { readQuery, retrieve } from "./retrieve.ts";
import { compareForm, type Signals, shownSignals, signal } from "./signals.ts";
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
};

function logOdds({ bias, weights }: Model, signals: Signals): number {
  let sum = bias;
  for (let at = 0; at < signals.length; at++) sum += weights[at]! * signals[at]!;
  return sum;
}

/** Best first. Empty when the reading has nothing in common with the knowledge. */
export function rankEntries(index: KnowledgeIndex, reading: Reading): Ranked[] {
  if (index.entryCount === 0 || reading.core === "") return [];
  const query = readQuery(index, reading);
  const model = models[reading.language];
  const ranked: Ranked[] = [];
  for (const { entry, forms, answerCoverage } of retrieve(index, query)) {
    let best: Ranked | undefined;
    for (const form of forms) {
      const signals = compareForm(index, query, form, answerCoverage);
      const odds = logOdds(model, signals);
      // The best wording counts, not how many there are.
      if (!best || odds > best.odds) best = { entry, form, signals, odds, alone: 1 / (1 + Math.exp(-odds)), score: 0 };
    }
    if (best) ranked.push(best);
  }
  ranked.sort((a, b) => b.signals[signal.exact]! - a.signals[signal.exact]! || b.odds - a.odds || a.entry - b.entry);
  for (const { form, signals } of ranked.slice(0, candidatesShown))
    signals[signal.edit] = similarity(query.letters, readLetters(formCoreAt(index, form)));
  return shareProbability(index, ranked);
}

/**
 * P(i) = e^oᵢ ⁄ (1 + Σ e^oⱼ): the candidates share the mass with "none of them". Left out of an entry's sum are
 * entries a customer could not tell from it (same main question or same answer); once a wording is exact, so are all others.
 * Sets `score` in place.
 */
export function shareProbability(index: KnowledgeIndex, ranked: Ranked[]): Ranked[] {
  const shares = ranked.map(({ odds }) => Math.exp(odds));
  const hasExact = ranked[0]?.signals[signal.exact] === 1;
  for (const [i, one] of ranked.entries()) {
    let mass = 1 + shares[i]!;
    for (const [j, other] of ranked.entries()) {
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
    signals: shownSignals.map((name) => ({ name, value: ranked.signals[signal[name]]! })),
  };
}
