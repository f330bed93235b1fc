import {
  calibrate,
  dealFolds,
  type Fit,
  findFloor,
  type HeldOut,
  holdOut,
  listShares,
  topOf,
} from "./cross-validation.ts";
import { readFeatures, type Vector } from "./features.ts";
import { doubt, isNoWorse, judgeDoubting, trustIn } from "./label-cleaning.ts";
import { fitLinear, type Lesson, type LinearModel, placeIn, type Size, scoreAll } from "./linear.ts";

/**
 * Learns from labelled texts to label others, with a probability for every label; says which labels look wrong. It
 * chooses by cross-validation alone what fits the examples at hand, and has no opinion of what labels mean.
 */
export type LabelledText = { id?: string; label: string; text: string; weight?: number };

export type TextClassifier = {
  linear: LinearModel;
  /** Scores times this are log odds. */
  sharpness: number;
  /** The score of "none of these". */
  floor: number;
  /** Chosen: what a wrong example costs (linear.ts), and whether doubtful labels count less (label-cleaning.ts). */
  cost: number;
  isCleaned: boolean;
  /** Likeliest mistakes first. Found whether or not the labels were cleaned. */
  suspicious: readonly SuspiciousLabel[];
};

/** `probability`: of the likely label, by a classifier that did not see this example. */
export type SuspiciousLabel = { id?: string; text: string; label: string; likely: string; probability: number };

export type TrainingOptions = {
  toVector?: (text: string) => Vector;
  /** Whether labels may be wrong. False saves most of the time; suspicious ones are found all the same. */
  doubtsLabels?: boolean;
  /** Whether every text has one of the labels, so that there is no "none of these". */
  isExhaustive?: boolean;
};

/**
 * Probabilities in the order of `linear.labels`; what they lack to 1 is the probability of none of them. Null for a text
 * without a word that can be read.
 */
export function classifyVector({ linear, sharpness, floor }: TextClassifier, vector: Vector): Float64Array | null {
  if (vector.hashes.length === 0 || linear.labels.length === 0) return null;
  const scores = new Float64Array(linear.labels.length);
  scoreAll(linear, placeIn(linear.rows, vector), scores);
  return listShares(scores, sharpness, floor);
}

/** The words of the text that spoke most for one label, strongest first; the strongest has weight 1. */
export function explainLabel(
  { linear }: TextClassifier,
  vector: Vector,
  label: string,
  most: number,
): { text: string; weight: number }[] {
  const c = linear.labels.indexOf(label);
  if (c < 0) return [];
  const width = linear.labels.length;
  const parts = vector.words.flatMap((text, i) => {
    const row = linear.rows.get(vector.hashes[i]!);
    if (text === "" || row === undefined) return [];
    const mean = linear.weights.subarray(row * width, (row + 1) * width).reduce((sum, one) => sum + one, 0) / width;
    const weight = vector.values[i]! * (linear.weights[row * width + c]! - mean);
    return weight > 0 ? [{ text, weight }] : [];
  });
  parts.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  const top = parts[0]?.weight ?? 1;
  return parts.slice(0, most).map(({ text, weight }) => ({ text, weight: weight / top }));
}

const costs = [0.1, 0.3, 1, 3];
/** For examples too few to choose by: taken for clean and far apart, as one writes the first ones. */
const unjudged = { cost: 3, sharpness: 5 };
const fewestJudged = 20;
/** With many examples one fold in three says enough about costs. */
const manyExamples = 4_000;
/** Doubting holds two folds out at once, and few examples can spare few. */
function foldsOf(examples: number, doubtsLabels: boolean): number {
  if (examples > manyExamples) return 3;
  return examples > 1_500 || !doubtsLabels ? 4 : 6;
}

/** The same examples, in whatever order, give the same classifier. Time and memory: see DESIGN.md. */
export function trainTextClassifier(
  examples: readonly LabelledText[],
  { toVector = readFeatures, doubtsLabels = true, isExhaustive = false }: TrainingOptions = {},
): TextClassifier {
  const sorted = inOrder(examples);
  const labels = [...new Set(sorted.map((example) => example.label))];
  const labelAt = new Map(labels.map((label, at) => [label, at]));
  const vectors = sorted.map(({ text }) => toVector(text));
  const { rows, isCut } = numberFeatures(vectors, Math.floor(mostWeights / labels.length));
  const lesson: Lesson = {
    placed: vectors.map((vector) => placeIn(rows, vector)),
    labels: Int32Array.from(sorted, ({ label }) => labelAt.get(label)!),
    weights: Float32Array.from(sorted, ({ weight = 1 }) => weight),
  };
  const size: Size = { rows: rows.size, labels: labels.length };
  if (sorted.length < fewestJudged || labels.length < 2) {
    const linear = { labels, rows, ...fitLinear(lesson, size, unjudged.cost) };
    return {
      linear,
      ...unjudged,
      floor: isExhaustive ? Number.NEGATIVE_INFINITY : 0,
      isCleaned: false,
      suspicious: [],
    };
  }
  const folds = foldsOf(sorted.length, doubtsLabels);
  const foldOf = dealFolds(lesson.labels, folds);
  const { at, heldOut, fit } = chooseCost(lesson, size, foldOf, folds);
  // Once the wrong ones count less, the others may count more.
  const then = costs[at + 1] ?? costs[at]!;
  const doubted =
    doubtsLabels && !isCut ? judgeDoubting(lesson, size, { heldOut, fit, foldOf, folds, cost: then }) : null;
  const isCleaned = doubted !== null && isNoWorse(doubted.fit, fit, sorted.length);
  const learned = isCleaned ? doubt(lesson, heldOut, fit.sharpness) : lesson;
  const cost = isCleaned ? then : costs[at]!;
  return {
    linear: { labels, rows, ...fitLinear(learned, size, cost) },
    sharpness: (isCleaned ? doubted.fit : fit).sharpness,
    floor: isExhaustive ? Number.NEGATIVE_INFINITY : findFloor(isCleaned ? doubted.heldOut : heldOut, lesson.labels),
    cost,
    isCleaned,
    suspicious: listSuspicious(sorted, labels, lesson, heldOut, fit),
  };
}

/** A hundred megabytes for a matrix, and learning holds a few at once: far more than texts that people write come to. */
const mostWeights = 24_000_000;

/** A row for each feature; of too many, for those that most texts have. */
function numberFeatures(vectors: readonly Vector[], most: number): { rows: Map<number, number>; isCut: boolean } {
  const texts = new Map<number, number>();
  for (const { hashes } of vectors) for (const hash of hashes) texts.set(hash, (texts.get(hash) ?? 0) + 1);
  const isCut = texts.size > most;
  const kept = isCut
    ? [...texts]
        .sort(([a, m], [b, n]) => n - m || a - b)
        .slice(0, most)
        .map(([hash]) => hash)
    : [...texts.keys()];
  return { rows: new Map(kept.map((hash, row) => [hash, row])), isCut };
}

/** By label and text, each pair once with all its weight. */
function inOrder(examples: readonly LabelledText[]): LabelledText[] {
  const once = new Map<string, LabelledText>();
  for (const example of examples) {
    const key = `${example.label}\n${example.text}`;
    const known = once.get(key);
    const id = [known?.id, example.id].filter((one) => one !== undefined).sort()[0];
    once.set(key, { ...example, id, weight: (known?.weight ?? 0) + (example.weight ?? 1) });
  }
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, example]) => example);
}

type Judged = { heldOut: HeldOut; fit: Fit };

/** From the middle of the costs towards the better side, as long as held-out labels are foretold better. */
function chooseCost(lesson: Lesson, size: Size, foldOf: Uint8Array, folds: number): Judged & { at: number } {
  const hold = (at: number, fold: number, into: HeldOut) =>
    holdOut(lesson, size, { cost: costs[at]!, isHeld: (i) => foldOf[i] === fold, into });
  const tried = new Map<number, Judged>();
  const foldsTried = lesson.labels.length > manyExamples ? 1 : folds;
  const judge = (at: number): Judged => {
    const known = tried.get(at);
    if (known) return known;
    const heldOut: HeldOut = new Array(lesson.labels.length).fill(null);
    for (let fold = 0; fold < foldsTried; fold++) hold(at, fold, heldOut);
    const judged = { heldOut, fit: calibrate(heldOut, lesson) };
    tried.set(at, judged);
    return judged;
  };
  let at = 1;
  const isBetter = (other: number) => other in costs && judge(other).fit.loss < judge(at).fit.loss;
  const step = isBetter(at + 1) ? 1 : -1;
  while (isBetter(at + step)) at += step;
  const { heldOut } = judge(at);
  for (let fold = foldsTried; fold < folds; fold++) hold(at, fold, heldOut);
  return { at, heldOut, fit: calibrate(heldOut, lesson) };
}

function listSuspicious(
  examples: readonly LabelledText[],
  labels: readonly string[],
  lesson: Lesson,
  heldOut: HeldOut,
  { sharpness }: Fit,
): SuspiciousLabel[] {
  const found = examples.flatMap(({ id, text, label }, i): SuspiciousLabel[] => {
    const scores = heldOut[i];
    if (!scores || trustIn(scores, lesson.labels[i]!, sharpness) === 1) return [];
    const top = topOf(scores);
    const probability = listShares(scores, sharpness)[top]!;
    return [{ ...(id === undefined ? {} : { id }), text, label, likely: labels[top]!, probability }];
  });
  return found.sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1));
}
