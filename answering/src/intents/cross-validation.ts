import { fitLinear, type Lesson, type Size, scoreAll } from "./linear.ts";
import { makeRandom, shuffle } from "./random.ts";

/** What the examples themselves say of a classifier: each is judged by one that never saw it. */

/** Scores of an example by a classifier that did not learn from it; null where none was asked for. */
export type HeldOut = (Float32Array | null)[];

/** Each example's fold. Those of a label are dealt out in turn, so that every fold knows every label it can. */
export function dealFolds(labels: Int32Array, folds: number): Uint8Array {
  const order = [...labels.keys()];
  shuffle(order, makeRandom(labels.length));
  const dealt = new Map<number, number>();
  const foldOf = new Uint8Array(labels.length);
  for (const i of order) {
    // Labels begin with different folds, or the first would get all the odd ones.
    const turn = dealt.get(labels[i]!) ?? labels[i]!;
    foldOf[i] = turn % folds;
    dealt.set(labels[i]!, turn + 1);
  }
  return foldOf;
}

/** Learns from the examples that are not held, scores those that are. */
export function holdOut(
  { placed, labels, weights }: Lesson,
  size: Size,
  { cost, isHeld, into }: { cost: number; isHeld: (i: number) => boolean; into: HeldOut },
): void {
  const learned = [...labels.keys()].filter((i) => !isHeld(i));
  const model = fitLinear(
    {
      placed: learned.map((i) => placed[i]!),
      labels: Int32Array.from(learned, (i) => labels[i]!),
      weights: Float32Array.from(learned, (i) => weights[i]!),
    },
    size,
    cost,
  );
  for (const [i, text] of placed.entries()) {
    if (!isHeld(i)) continue;
    const scores = new Float32Array(size.labels);
    scoreAll(model, text, scores);
    into[i] = scores;
  }
}

/** Of the held-out examples: log loss with the sharpness that makes it least, and the share judged rightly. */
export type Fit = { sharpness: number; loss: number; right: number };

const looked = 3_000;

/** Sharpness: what scores are multiplied with to be log odds (Guo, Pleiss, Sun, Weinberger 2017: temperature scaling). */
export function calibrate(heldOut: HeldOut, { labels, weights }: Pick<Lesson, "labels" | "weights">): Fit {
  const judged = [...labels.keys()].filter((i) => heldOut[i] && weights[i]! > 0);
  const total = judged.reduce((sum, i) => sum + weights[i]!, 0) || 1;
  const right = judged.reduce((sum, i) => sum + (topOf(heldOut[i]!) === labels[i] ? weights[i]! : 0), 0) / total;
  const sample = judged.filter((_, at) => at % Math.ceil(judged.length / looked) === 0);
  const sampled = sample.reduce((sum, i) => sum + weights[i]!, 0) || 1;
  const lossAt = (sharpness: number) =>
    sample.reduce(
      (sum, i) => sum - weights[i]! * Math.log(listShares(heldOut[i]!, sharpness)[labels[i]!]! || 1e-12),
      0,
    ) / sampled;
  // The loss is convex in the sharpness: golden section, on its logarithm.
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.3), Math.log(60)];
  for (let round = 0; round < 14; round++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (lossAt(Math.exp(left)) <= lossAt(Math.exp(right))) high = right;
    else low = left;
  }
  const sharpness = Math.exp((low + high) / 2);
  return { sharpness, loss: lossAt(sharpness), right };
}

/** The score under which nine in ten of those judged rightly do not come: what scores less is likely something else. */
export function findFloor(heldOut: HeldOut, labels: Int32Array): number {
  const tops: number[] = [];
  for (const [i, scores] of heldOut.entries()) {
    if (!scores) continue;
    const top = topOf(scores);
    if (top === labels[i]) tops.push(scores[top]!);
  }
  tops.sort((a, b) => a - b);
  return tops[Math.floor(tops.length / 10)] ?? Number.NEGATIVE_INFINITY;
}

/** Softmax; with a `floor` the share of "none of these" is left out, and the sum is less than 1. */
export function listShares(
  scores: Float32Array | Float64Array,
  sharpness: number,
  floor = Number.NEGATIVE_INFINITY,
): Float64Array {
  const shares = new Float64Array(scores.length);
  const top = Math.max(floor, scores[topOf(scores)]!);
  let sum = Math.exp(sharpness * (floor - top));
  for (let c = 0; c < scores.length; c++) {
    shares[c] = Math.exp(sharpness * (scores[c]! - top));
    sum += shares[c]!;
  }
  for (let c = 0; c < shares.length; c++) shares[c]! /= sum;
  return shares;
}

export function topOf(scores: Float32Array | Float64Array): number {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
}
