import { calibrate, type HeldOut, holdOut } from "../intents/cross-validation.ts";
import { doubt, isNoWorse, judgeDoubting } from "../intents/label-cleaning.ts";
import { fitLinear, type Lesson, placeIn, type Size } from "../intents/linear.ts";
import type { Query, Term } from "../retrieve.ts";
import { kindWeights } from "../segment.ts";
import { foldOf } from "./questions.ts";

/**
 * Which entry a question means by what was asked for each, whatever their wordings say: the linear classifier of
 * intents/linear.ts over entries. It is worth its place where entries were asked for many times.
 */
export type EntryClassifier = {
  /** By label: the entry's id, or null for "nothing answers". */
  labels: readonly (string | null)[];
  /** By row: the feature's hash, ascending. */
  hashes: Uint32Array;
  /** By row: a weight for each label, as a share of the row's scale in 127ths. */
  values: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
  /** Scores times this are log odds. */
  sharpness: number;
};

export type Labelled = { query: Query; core: string; entryId: string | null; weight: number };

/** An entry takes part from this many asked questions on. */
const fewestOfLabel = 3;
const mostLabels = 300;
/** Four megabytes; features that most texts have come first. */
const mostWeights = 4_000_000;
/** Folds together in three: every part held out is a training, and doubting labels holds out two at once. */
const parts = 3;
const neverHeld = 255;
const examplesTried = 2_500;
const commonShare = 0.7;
const costs = [0.1, 0.3, 1] as const;
const full = 127;

/** Null where no two entries were asked for often enough. `heldOut`: each question's scores by those outside its fold. */
export function trainEntryClassifier(
  asked: readonly Labelled[],
  known: readonly Labelled[],
): { classifier: EntryClassifier; heldOut: HeldOut; isCleaned: boolean } | null {
  const labels = chooseLabels(asked);
  if (labels.length < 2) return null;
  const labelOf = new Map(labels.map((label, at) => [label, at]));
  const placeOf = asked.flatMap(({ entryId }, at) => (labelOf.has(entryId) ? [at] : []));
  const taught = [...placeOf.map((at) => asked[at]!), ...known.filter(({ entryId }) => labelOf.has(entryId))];
  const vectors = taught.map(({ query }) => vectorOf(query));
  const rows = numberRows(vectors, Math.floor(mostWeights / labels.length));
  const lesson: Lesson = {
    placed: vectors.map((vector) => placeIn(rows, vector)),
    labels: Int32Array.from(taught, ({ entryId }) => labelOf.get(entryId)!),
    weights: Float32Array.from(taught, ({ weight }) => weight),
  };
  const size = { rows: rows.size, labels: labels.length };
  // Knowledge is right: it teaches, and is never judged.
  const partOf = Uint8Array.from(taught, ({ core }, at) => (at < placeOf.length ? foldOf(core) % parts : neverHeld));
  const cost = chooseCost(lesson, size, partOf);
  const held: HeldOut = new Array(taught.length).fill(null);
  for (let part = 0; part < parts; part++)
    holdOut(lesson, size, { cost, isHeld: (at) => partOf[at] === part, into: held });
  const fit = calibrate(held, lesson);
  const doubted = judgeDoubting(lesson, size, { heldOut: held, fit, foldOf: partOf, folds: parts, cost });
  const isCleaned = doubted !== null && isNoWorse(doubted.fit, fit, placeOf.length);
  const { sharpness } = isCleaned ? doubted.fit : fit;
  const learned = isCleaned ? doubt(lesson, held, fit.sharpness) : lesson;
  const classifier = quantise(labels, rows, fitLinear(learned, size, cost), sharpness);
  const heldOut: HeldOut = new Array(asked.length).fill(null);
  const rare = listRare(lesson.labels.subarray(0, placeOf.length), partOf, labels.length);
  for (const [i, at] of placeOf.entries()) heldOut[at] = (isCleaned ? doubted.heldOut : held)[i]!;
  for (const [at, { query, core }] of asked.entries()) {
    heldOut[at] ??= scoreQuery(classifier, query);
    // A question must not profit from being one of the three that made its entry a label.
    for (const label of rare[foldOf(core) % parts]!) heldOut[at][label] = Number.NEGATIVE_INFINITY;
  }
  return { classifier, heldOut, isCleaned };
}

function chooseLabels(asked: readonly Labelled[]): (string | null)[] {
  const counts = new Map<string | null, number>();
  for (const { entryId } of asked) counts.set(entryId, (counts.get(entryId) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewestOfLabel)
    .sort(([a, m], [b, n]) => n - m || ((a ?? "") < (b ?? "") ? -1 : 1))
    .slice(0, mostLabels)
    .map(([label]) => label);
}

const strengthOf = ({ kind, isCommon }: Term) => kindWeights[kind] * (isCommon ? commonShare : 1);

function vectorOf({ terms }: Query) {
  return {
    hashes: terms.map(({ hash }) => hash),
    values: terms.map(strengthOf),
    words: [],
  };
}

function numberRows(vectors: readonly { hashes: number[] }[], most: number): Map<number, number> {
  const texts = new Map<number, number>();
  for (const { hashes } of vectors) for (const hash of hashes) texts.set(hash, (texts.get(hash) ?? 0) + 1);
  const kept = [...texts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most);
  return new Map(
    kept
      .map(([hash]) => hash)
      .sort((a, b) => a - b)
      .map((hash, row) => [hash, row]),
  );
}

/** By one part alone, and of many examples by some: the others would say much the same. */
function chooseCost(lesson: Lesson, size: Size, partOf: Uint8Array): number {
  const every = Math.ceil(lesson.labels.length / examplesTried);
  const some = [...lesson.labels.keys()].filter((at) => at % every === 0);
  const cut: Lesson = {
    placed: some.map((at) => lesson.placed[at]!),
    labels: Int32Array.from(some, (at) => lesson.labels[at]!),
    weights: Float32Array.from(some, (at) => lesson.weights[at]!),
  };
  const tried = costs.map((cost) => {
    const into: HeldOut = new Array(some.length).fill(null);
    holdOut(cut, size, { cost, isHeld: (at) => partOf[some[at]!] === 0, into });
    return { cost, loss: calibrate(into, cut).loss };
  });
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best)).cost;
}

/** By part: the labels that would be none without it. */
function listRare(labelsOf: Int32Array, partOf: Uint8Array, labels: number): number[][] {
  return Array.from({ length: parts }, (_, part) => {
    const counts = new Uint32Array(labels);
    for (const [at, label] of labelsOf.entries()) if (partOf[at] !== part) counts[label]!++;
    return [...counts.keys()].filter((label) => counts[label]! < fewestOfLabel);
  });
}

function quantise(
  labels: readonly (string | null)[],
  rows: ReadonlyMap<number, number>,
  { weights, bias }: { weights: Float32Array; bias: Float32Array },
  sharpness: number,
): EntryClassifier {
  const width = labels.length;
  const scales = new Float32Array(rows.size);
  const values = new Int8Array(weights.length);
  for (let row = 0; row < rows.size; row++) {
    const own = weights.subarray(row * width, (row + 1) * width);
    const scale = own.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
    scales[row] = scale / full;
    for (let c = 0; c < width; c++) values[row * width + c] = Math.round((full * own[c]!) / scale);
  }
  return { labels, hashes: Uint32Array.from(rows.keys()), values, scales, bias, sharpness };
}

export function scoreQuery({ labels, hashes, values, scales, bias }: EntryClassifier, query: Query): Float32Array {
  const width = labels.length;
  const scores = Float32Array.from(bias);
  let square = 0;
  for (const term of query.terms) square += strengthOf(term) ** 2;
  const norm = Math.sqrt(square) || 1;
  for (const term of query.terms) {
    const row = findHash(hashes, term.hash);
    if (row < 0) continue;
    const value = (strengthOf(term) * scales[row]!) / norm;
    for (let c = 0, at = row * width; c < width; c++, at++) scores[c]! += value * values[at]!;
  }
  return scores;
}

/** Where a hash lies among ascending ones, or −1. */
export function findHash(hashes: Uint32Array, hash: number): number {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash ? low : -1;
}

export const classifierSignalNames = ["share", "worth", "elsewhere"] as const;
/** Written anew by every call. */
const figures = new Float32Array(3);
/** A share of e^−8 is worth nothing. */
const leastLog = 8;

/**
 * 0…1, in the order of their names: the label's share; the same by its logarithm; the share of "nothing answers".
 * `label` −1: the entry was not asked for often enough to take part.
 */
export function readShares(shares: Float64Array, label: number, nothing: number): Float32Array {
  const share = label < 0 ? 0 : shares[label]!;
  figures[0] = share;
  figures[1] = share === 0 ? 0 : Math.max(0, 1 + Math.log(share) / leastLog);
  figures[2] = nothing < 0 ? 0 : shares[nothing]!;
  return figures;
}
