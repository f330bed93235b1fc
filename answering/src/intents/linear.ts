import type { Vector } from "./features.ts";
import { makeRandom, shuffle } from "./random.ts";

/**
 * One linear sum for each label: support vector machines, one label against the rest, with a share of naive Bayes mixed
 * into their weights. It knows nothing of texts; text-classifier.ts does.
 */
export type LinearModel = {
  labels: readonly string[];
  /** Feature hash → row of `weights`. */
  rows: ReadonlyMap<number, number>;
  /** One row of labels.length for each feature. */
  weights: Float32Array;
  bias: Float32Array;
};

/** A vector in a model's rows. Of unit length with what the examples never showed, which makes the rest less sure. */
export type Placed = { at: Int32Array; values: Float32Array };

/** What is learned from: texts in rows, the number of each one's label, and how much it counts. */
export type Lesson = { placed: readonly Placed[]; labels: Int32Array; weights: Float32Array };
export type Size = { rows: number; labels: number };

/** The bias is the weight of a feature that every text has; small, so that it is learned last. */
const always = 0.3;
/** Steps smaller than this change no decision; leaving them out saves most of the work. */
const leastStep = 0.01;
const epochs = 6;
/** A text that moved nothing is left alone for so many rounds. */
const roundsAtRest = 2;
const bayesShare = 0.8;
const bayesSmoothing = 0.01;

export function placeIn(rows: ReadonlyMap<number, number>, { hashes, values }: Vector): Placed {
  const at: number[] = [];
  const kept: number[] = [];
  let square = 0;
  for (let i = 0; i < hashes.length; i++) {
    const row = rows.get(hashes[i]!);
    const value = values[i]!;
    square += value * value;
    if (row === undefined) continue;
    at.push(row);
    kept.push(value);
  }
  const norm = Math.sqrt(square) || 1;
  return { at: Int32Array.from(at), values: Float32Array.from(kept, (value) => value / norm) };
}

/**
 * `cost`: how much a wrong example counts against short weights; small for wrong labels, large for clean ones.
 *
 * The machines: squared hinge loss, solved in the dual, example by example for all labels at once (Hsieh, Chang, Lin,
 * Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008). Naive Bayes: log-count
 * ratios, added as Wang and Manning found to serve short texts (Baselines and Bigrams, 2012), scaled so that its scores
 * spread 0.8 times as far as those of the machines.
 */
export function fitLinear(lesson: Lesson, size: Size, cost: number): Pick<LinearModel, "weights" | "bias"> {
  const machines = fitMachines(lesson, size, cost);
  const bayes = fitBayes(lesson, size);
  const unbiased = { weights: bayes, bias: new Float32Array(size.labels) };
  const sample = lesson.placed.filter((_, i) => i % Math.ceil(lesson.placed.length / 500) === 0);
  const share = (bayesShare * spreadOf(machines, sample)) / (spreadOf(unbiased, sample) || 1);
  for (let i = 0; i < bayes.length; i++) machines.weights[i]! += share * bayes[i]!;
  return machines;
}

/** Scores of all labels, in their order, on no scale: they order, they are no probabilities. */
export function scoreAll(
  { weights, bias }: Pick<LinearModel, "weights" | "bias">,
  { at, values }: Placed,
  into: Float32Array | Float64Array,
): void {
  const width = bias.length;
  into.set(bias);
  for (let k = 0; k < at.length; k++) {
    const start = at[k]! * width;
    const value = values[k]!;
    for (let c = 0; c < width; c++) into[c]! += value * weights[start + c]!;
  }
}

function fitMachines({ placed, labels, weights: counts }: Lesson, size: Size, cost: number) {
  const width = size.labels;
  const weights = new Float32Array(size.rows * width);
  const bias = new Float32Array(width);
  const machines = { weights, bias };
  const duals = new Float32Array(placed.length * width);
  const squares = placed.map(({ values }) => values.reduce((sum, value) => sum + value * value, always * always));
  const order = placed.map((_, i) => i);
  const random = makeRandom(placed.length);
  const resting = new Uint8Array(placed.length);
  const scores = new Float64Array(width);
  const moved = new Int32Array(width);
  const steps = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      if (resting[i]! > 0 && epoch < epochs - roundsAtRest) {
        resting[i]!--;
        continue;
      }
      const text = placed[i]!;
      if (text.at.length === 0 || counts[i]! === 0) continue;
      scoreAll(machines, text, scores);
      const slack = 1 / (2 * cost * counts[i]!);
      let n = 0;
      for (let c = 0; c < width; c++) {
        const side = c === labels[i] ? 1 : -1;
        const dual = duals[i * width + c]!;
        const gradient = side * scores[c]! - 1 + slack * dual;
        if (gradient >= 0 && dual === 0) continue;
        const next = Math.max(0, dual - gradient / (squares[i]! + slack));
        if (Math.abs(next - dual) <= leastStep) continue;
        duals[i * width + c] = next;
        steps[n] = (next - dual) * side;
        moved[n++] = c;
      }
      if (n === 0) resting[i] = roundsAtRest;
      for (let k = 0; k < text.at.length; k++) {
        const start = text.at[k]! * width;
        const value = text.values[k]!;
        for (let j = 0; j < n; j++) weights[start + moved[j]!]! += value * steps[j]!;
      }
      for (let j = 0; j < n; j++) bias[moved[j]!]! += always * always * steps[j]!;
    }
  }
  return machines;
}

/** ln p(feature | label) − ln p(feature | any other label), both smoothed. */
function fitBayes({ placed, labels, weights: counts }: Lesson, size: Size): Float32Array {
  const width = size.labels;
  const ratios = new Float32Array(size.rows * width);
  const totals = new Float64Array(width);
  for (const [i, { at, values }] of placed.entries()) {
    for (let k = 0; k < at.length; k++) {
      const value = values[k]! * counts[i]!;
      ratios[at[k]! * width + labels[i]!]! += value;
      totals[labels[i]!]! += value;
    }
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  const smoothing = bayesSmoothing * size.rows;
  // p(feature | label) and its like share their denominators among all features of a label.
  const bases = totals.map((total) => Math.log(all - total + smoothing) - Math.log(total + smoothing));
  for (let start = 0; start < ratios.length; start += width) {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += ratios[start + c]!;
    const unseen = Math.log(bayesSmoothing) - Math.log(sum + bayesSmoothing);
    for (let c = 0; c < width; c++) {
      const own = ratios[start + c]!;
      const ratio = own === 0 ? unseen : Math.log((own + bayesSmoothing) / (Math.max(0, sum - own) + bayesSmoothing));
      ratios[start + c] = ratio + bases[c]!;
    }
  }
  return ratios;
}

/** How far the scores of a text lie apart: their standard deviation, averaged over texts. */
function spreadOf(model: Pick<LinearModel, "weights" | "bias">, sample: readonly Placed[]): number {
  const scores = new Float64Array(model.bias.length);
  let sum = 0;
  for (const text of sample) {
    scoreAll(model, text, scores);
    const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
    sum += Math.sqrt(scores.reduce((total, score) => total + (score - mean) ** 2, 0) / scores.length);
  }
  return sum / (sample.length || 1);
}
