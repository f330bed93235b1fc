import { contradicts } from "../conclude.ts";
import { defaultThresholds } from "../decide.ts";
import { signal } from "../signal-names.ts";
import { fitLogit, meantShare, oddsOf, type Prior } from "./fit.ts";
import { type AskedLessons, place } from "./lessons.ts";
import { type AskedOnce, folds } from "./questions.ts";
import type { HeldOutFigures, Share } from "./types.ts";

/** How questions would be judged by what was learned from others. */
export type HeldOut = {
  /** By question: odds of its candidates. */
  odds: readonly Float64Array[];
  /** By question: log loss, bounded, because a label may be wrong. */
  losses: Float64Array;
};

/** A label is wrong this often whatever the engine says; bounds what one question can cost. */
const wrongLabels = 0.02;
/** Questions that a fit learns from: its few dozen values need no more. */
const mostFitted = 2_000;

export function holdOut(lessons: AskedLessons, prior: Prior): HeldOut {
  const count = lessons.weights.length;
  const all = Array.from({ length: count }, (_, q) => q);
  const odds: Float64Array[] = new Array(count);
  const losses = new Float64Array(count);
  for (let fold = 0; fold < folds; fold++) {
    const values = fitLogit(
      lessons,
      chooseFitted(
        lessons,
        all.filter((q) => lessons.folds[q] !== fold),
      ),
      prior,
    );
    for (const q of all) {
      if (lessons.folds[q] !== fold) continue;
      odds[q] = oddsOf(lessons, q, values);
      losses[q] = -Math.log(wrongLabels + (1 - wrongLabels) * meantShare(lessons, q, odds[q]!));
    }
  }
  return { odds, losses };
}

/** Of the questions those that a fit learns from. */
export function chooseFitted({ isTaughtBy }: AskedLessons, questions: readonly number[]): number[] {
  const open = questions.filter((q) => isTaughtBy[q] === 1);
  return open.filter((_, at) => at % Math.ceil(open.length / mostFitted) === 0);
}

function exactRow({ starts, rows, size }: AskedLessons, question: number): number {
  for (let row = starts[question]!; row < starts[question + 1]!; row++)
    if (rows[row * size + place.signals + signal.exact] === 1) return row;
  return -1;
}

/** Of the questions that teach: mean loss, by how much the second is better, and that mean's standard error. */
export function compareHeldOut({ weights, isTaughtBy }: AskedLessons, before: HeldOut, after: HeldOut) {
  let [total, without, squares, withIt] = [0, 0, 0, 0];
  for (const [q, taught] of isTaughtBy.entries()) {
    const weight = taught * weights[q]!;
    total += weight;
    without += weight * before.losses[q]!;
    withIt += weight * after.losses[q]!;
  }
  if (total === 0) return { without: 0, with: 0, gain: 0, error: 0 };
  const gain = (without - withIt) / total;
  for (const [q, taught] of isTaughtBy.entries())
    squares += (taught * weights[q]! * (before.losses[q]! - after.losses[q]! - gain)) ** 2;
  return { without: without / total, with: withIt / total, gain, error: Math.sqrt(squares) / total };
}

/** A question as one engine judges it: its first candidate, if there is any. */
export type Judged = { isRight: boolean; share: number; contradicts: boolean } | null;

/** Of the questions that were asked, in their order. */
export function judgeAsked(lessons: AskedLessons, { odds }: HeldOut): Judged[] {
  const { rows, size } = lessons;
  return Array.from({ length: lessons.asked }, (_, q): Judged => {
    const top = topOf(lessons, q, odds[q]!);
    if (!top) return null;
    const signals = rows.subarray(top.row * size + place.signals, top.row * size + place.memory);
    return { isRight: top.row === lessons.meant[q], share: top.share, contradicts: contradicts({ signals }) };
  });
}

/** As the thresholds that ship have it. */
export function figuresOf(judged: readonly Judged[], questions: readonly AskedOnce[]): HeldOutFigures {
  let [asked, answerable, first, answered, right] = [0, 0, 0, 0, 0];
  let [squaresAnswerable, squaresAnswered] = [0, 0];
  for (const [q, { weight, entryId }] of questions.entries()) {
    const top = judged[q];
    asked += weight;
    if (entryId !== null) answerable += weight;
    if (entryId !== null) squaresAnswerable += weight ** 2;
    if (top?.isRight) first += weight;
    if (!top || top.share < defaultThresholds.answer || top.contradicts) continue;
    answered += weight;
    squaresAnswered += weight ** 2;
    if (top.isRight) right += weight;
  }
  return {
    asked,
    answerable,
    rightFirst: shareOf(first, answerable, squaresAnswerable),
    answered,
    rightAnswered: shareOf(right, answered, squaresAnswered),
  };
}

export function topOf(lessons: AskedLessons, question: number, odds: Float64Array) {
  if (odds.length === 0) return null;
  const exact = exactRow(lessons, question);
  const start = lessons.starts[question]!;
  let row = exact < 0 ? start : exact;
  if (exact < 0) for (let k = 1; k < odds.length; k++) if (odds[k]! > odds[row - start]!) row = start + k;
  const mass = exact < 0 ? odds.reduce((sum, one) => sum + Math.exp(one), 1) : 1 + Math.exp(odds[row - start]!);
  return { row, share: Math.exp(odds[row - start]!) / mass };
}

/** Wilson's interval at 95 %, for as many questions as the weights are worth (Kish: (Σw)² ⁄ Σw²). */
function shareOf(part: number, whole: number, squares: number): Share {
  if (whole === 0) return null;
  const share = part / whole;
  const n = whole ** 2 / squares;
  const z = 1.96;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
