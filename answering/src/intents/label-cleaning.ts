import { calibrate, type Fit, type HeldOut, holdOut, listShares, topOf } from "./cross-validation.ts";
import type { Lesson, Size } from "./linear.ts";

/**
 * Wrong labels, found by what the other examples say: confident learning (Northcutt, Jiang, Chuang 2021), with the doubt
 * as a weight instead of a verdict. It changes nothing unless held-out labels are foretold better for it.
 */

/** An example whose own label is less than half as likely as the likeliest counts by so much less; none is forgotten. */
const doubtFrom = 0.5;
const leastTrust = 0.02;
/** Fewer doubtful examples than this are left alone: trying them costs many trainings. */
export const leastDoubtful = 0.06;
/** The likely label is learned from a doubtful example too, if it is this likely. */
const leastLikely = 0.05;

/** 1: nothing speaks against the label. */
export function trustIn(scores: Float32Array, label: number, sharpness: number): number {
  const ratio = Math.exp(sharpness * (scores[label]! - scores[topOf(scores)]!));
  return Math.max(leastTrust, Math.min(1, ratio / doubtFrom));
}

/** A doubtful example counts less for its label, and by its doubt for the likely one. */
export function doubt(lesson: Lesson, heldOut: HeldOut, sharpness: number): Lesson {
  const placed = [...lesson.placed];
  const labels = [...lesson.labels];
  const weights = [...lesson.weights];
  for (const [i, scores] of heldOut.entries()) {
    if (!scores) continue;
    const trust = trustIn(scores, labels[i]!, sharpness);
    if (trust === 1) continue;
    const likely = topOf(scores);
    const share = (1 - trust) * listShares(scores, sharpness)[likely]!;
    if (share > leastLikely) {
      placed.push(placed[i]!);
      labels.push(likely);
      weights.push(weights[i]! * share);
    }
    weights[i]! *= trust;
  }
  return { placed, labels: Int32Array.from(labels), weights: Float32Array.from(weights) };
}

/**
 * How well held-out labels, as they were given, are foretold after doubting; null where too few are doubtful to try.
 * Nested: what is held out takes no part in doubting what is learned from, or agreeing with it would look like being right.
 */
export function judgeDoubting(
  lesson: Lesson,
  size: Size,
  {
    heldOut,
    fit,
    foldOf,
    folds,
    cost,
  }: { heldOut: HeldOut; fit: Fit; foldOf: Uint8Array; folds: number; cost: number },
): { heldOut: HeldOut; fit: Fit } | null {
  const doubtful = heldOut.filter((scores, i) => scores && trustIn(scores, lesson.labels[i]!, fit.sharpness) < 1);
  if (doubtful.length < leastDoubtful * lesson.labels.length) return null;
  const nothing = (): HeldOut => new Array(lesson.labels.length).fill(null);
  // inner[f]: of the examples outside fold f, by classifiers that saw neither them nor fold f.
  const inner = Array.from({ length: folds }, nothing);
  for (let one = 0; one < folds; one++) {
    for (let other = one + 1; other < folds; other++) {
      const both = nothing();
      holdOut(lesson, size, { cost, isHeld: (i) => foldOf[i] === one || foldOf[i] === other, into: both });
      for (const [i, scores] of both.entries()) if (scores) inner[foldOf[i] === one ? other : one]![i] = scores;
    }
  }
  const judged = nothing();
  for (let fold = 0; fold < folds; fold++) {
    const { sharpness } = calibrate(inner[fold]!, lesson);
    const doubted = doubt(lesson, inner[fold]!, sharpness);
    // Behind the examples themselves stand the likely labels of some outside the fold.
    const isHeld = (i: number) => i < lesson.labels.length && foldOf[i] === fold;
    holdOut(doubted, size, { cost, isHeld, into: judged });
  }
  return { heldOut: judged, fit: calibrate(judged, lesson) };
}

/**
 * Less half a standard error: doubting was tried with two folds held out, and does better with all. On clean labels it is
 * worse by several.
 */
export function isNoWorse(doubted: { right: number }, plain: { right: number }, examples: number): boolean {
  return doubted.right >= plain.right - 0.5 * Math.sqrt((plain.right * (1 - plain.right)) / examples);
}
