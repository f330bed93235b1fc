import { entryIdAt, type KnowledgeIndex } from "../index-open.ts";
import { isNoWorse, leastDoubtful, trustIn } from "../intents/label-cleaning.ts";
import type { Prior } from "./fit.ts";
import { type HeldOut, holdOut, topOf } from "./judging.ts";
import type { AskedLessons } from "./lessons.ts";
import type { AskedOnce } from "./questions.ts";
import type { SuspiciousAsked } from "./types.ts";

/** Labels that the other questions contradict (intents/label-cleaning.ts). */

/** Few clean questions differ from one another, and doubting them made the bot over-sure in our made-up shops. */
const fewestDoubted = 100;
/** Odds of an entry that is no candidate at all. */
const noCandidate = -20;

/** By question: how far its label is to be believed, by those that did not learn from it. */
export function listTrust(lessons: AskedLessons, { odds }: HeldOut, questions: readonly AskedOnce[]): Float32Array {
  return Float32Array.from(lessons.weights, (_, q) => {
    // Last "none of them", then the label if it is no candidate.
    const scores = Float32Array.of(...odds[q]!, 0, noCandidate);
    return q < lessons.asked ? trustIn(scores, labelPlace(lessons, q, questions[q]!), 1) : 1;
  });
}

function labelPlace({ meant, starts }: AskedLessons, q: number, { entryId }: AskedOnce): number {
  const candidates = starts[q + 1]! - starts[q]!;
  if (entryId === null) return candidates;
  return meant[q]! < 0 ? candidates + 1 : meant[q]! - starts[q]!;
}

/**
 * Doubtful questions count less in the fit, or wrong labels would teach the bot never to be sure. Null where held-out
 * labels, as given, are then foretold worse.
 */
export function fitDoubting(
  lessons: AskedLessons,
  best: HeldOut,
  trust: Float32Array,
  prior: Prior,
): { lessons: AskedLessons; heldOut: HeldOut } | null {
  const doubtful = trust.reduce((sum, one) => sum + (one < 1 ? 1 : 0), 0);
  if (lessons.asked < fewestDoubted || doubtful < leastDoubtful * lessons.asked) return null;
  const doubting = { ...lessons, weights: lessons.weights.map((weight, q) => weight * trust[q]!) };
  const heldOut = holdOut(doubting, prior);
  const right = ({ odds }: HeldOut) => {
    let [sum, all] = [0, 0];
    for (let q = 0; q < lessons.asked; q++) {
      if (lessons.meant[q]! < 0) continue;
      all += lessons.weights[q]!;
      if (topOf(lessons, q, odds[q]!)?.row === lessons.meant[q]) sum += lessons.weights[q]!;
    }
    return { right: sum / (all || 1) };
  };
  return isNoWorse(right(heldOut), right(best), lessons.asked) ? { lessons: doubting, heldOut } : null;
}

/** Likelier than not. What the engine merely does not find looks like nothing to it, and is no mistake yet. */
const leastLikely = 0.5;
const leastLikelyNothing = 0.9;

/** Likeliest mistakes first; one for each id. */
export function listSuspicious(
  index: KnowledgeIndex,
  lessons: AskedLessons,
  { odds }: HeldOut,
  trust: Float32Array,
  questions: readonly AskedOnce[],
): SuspiciousAsked[] {
  const found = questions.flatMap(({ ids, text, entryId }, q): SuspiciousAsked[] => {
    if (trust[q] === 1) return [];
    const mass = odds[q]!.reduce((sum, one) => sum + Math.exp(one), 1);
    const top = topOf(lessons, q, odds[q]!);
    const isNothing = !top || top.share < 1 / mass;
    const likely = isNothing ? null : entryIdAt(index, lessons.entries[top.row]!);
    const one = { text, entryId, likely, probability: isNothing ? 1 / mass : top.share };
    const least = likely === null ? leastLikelyNothing : leastLikely;
    return likely === entryId || one.probability < least
      ? []
      : ids.length === 0
        ? [one]
        : ids.map((id) => ({ id, ...one }));
  });
  return found.sort(
    (a, b) =>
      b.probability - a.probability ||
      (a.text < b.text ? -1 : a.text > b.text ? 1 : (a.id ?? "") < (b.id ?? "") ? -1 : 1),
  );
}
