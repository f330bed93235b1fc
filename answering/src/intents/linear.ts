import { readText } from "../normalise.ts";
import { kindWeights, listFeatures, wordKind } from "../segment.ts";

/**
 * A linear classifier over the words and character pieces that retrieval reads (segment.ts): softmax regression, trained
 * by AdaGrad in a fixed order, so that the same examples always give the same model. A few thousand examples take about
 * a second; one text takes a fraction of a millisecond, however long it is (readText cuts it).
 */
export type LinearExample = { label: string; text: string; weight?: number };

export type LinearModel = {
  labels: readonly string[];
  /** Feature hash → row of `weights`. */
  rows: ReadonlyMap<number, number>;
  /** One row of labels.length for each feature. */
  weights: Float32Array;
  bias: Float32Array;
};

/** `words`: the feature as a person would read it; empty for pieces of words and for words that explain nothing. */
export type Vector = { hashes: number[]; values: number[]; words: string[] };

export type LinearOptions = { epochs: number; rate: number; ridge: number };

/** Words that occur everywhere say less. */
const commonShare = 0.45;
/** What the examples never showed says nothing, but makes what they did show a little less sure. */
const strangeShare = 0.2;
/** Labels an example has nothing to say about are left alone, which saves most of the work. */
const leastStep = 2e-3;

/** Empty for a text without words. */
export function vectorOf(text: string): Vector {
  const vector: Vector = { hashes: [], values: [], words: [] };
  for (const { hash, kind, count, isCommon, text: piece } of listFeatures(readText(text))) {
    vector.hashes.push(hash);
    vector.values.push(kindWeights[kind] * (isCommon ? commonShare : 1) * Math.sqrt(count));
    vector.words.push(kind === wordKind && !isCommon ? piece : "");
  }
  return vector;
}

export function trainLinear(
  examples: readonly LinearExample[],
  { epochs, rate, ridge }: LinearOptions,
  toVector: (text: string) => Vector = vectorOf,
): LinearModel {
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const labelAt = new Map(labels.map((label, at) => [label, at]));
  const rows = new Map<number, number>();
  const read = examples.map(({ label, text, weight = 1 }) => {
    const vector = toVector(text);
    for (const hash of vector.hashes) if (!rows.has(hash)) rows.set(hash, rows.size);
    return { label: labelAt.get(label)!, weight, ...placeIn(rows, vector) };
  });
  const width = labels.length;
  const weights = new Float32Array(rows.size * width);
  const seen = new Float32Array(rows.size * width).fill(1e-6);
  const bias = new Float32Array(width);
  const seenBias = new Float32Array(width).fill(1e-6);
  const order = read.map((_, i) => i);
  const random = makeRandom(examples.length);
  const share = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { label, at, values, weight } = read[i]!;
      if (at.length === 0) continue;
      score(weights, bias, at, values, width, share);
      softmax(share, 1);
      const moved: number[] = [];
      for (let c = 0; c < width; c++) {
        share[c] = weight * (share[c]! - (c === label ? 1 : 0));
        if (Math.abs(share[c]!) > leastStep) moved.push(c);
      }
      for (let k = 0; k < at.length; k++) {
        const start = at[k]! * width;
        const value = values[k]!;
        for (const c of moved) {
          const gradient = share[c]! * value + ridge * weights[start + c]!;
          seen[start + c]! += gradient * gradient;
          weights[start + c]! -= (rate * gradient) / Math.sqrt(seen[start + c]!);
        }
      }
      for (const c of moved) {
        seenBias[c]! += share[c]! * share[c]!;
        bias[c]! -= (0.3 * rate * share[c]!) / Math.sqrt(seenBias[c]!);
      }
    }
  }
  return { labels, rows, weights, bias };
}

/** Probability of every label, in the order of `labels`; a larger sharpness makes them surer. */
export function probabilitiesOf(model: LinearModel, vector: Vector, sharpness: number): Float64Array {
  const scores = new Float64Array(model.labels.length);
  const { at, values } = placeIn(model.rows, vector);
  score(model.weights, model.bias, at, values, scores.length, scores);
  softmax(scores, sharpness);
  return scores;
}

/** The words of the text that spoke most for one label, strongest first; the strongest has weight 1. */
export function explainLabel(
  model: LinearModel,
  vector: Vector,
  label: string,
  most: number,
): { text: string; weight: number }[] {
  const c = model.labels.indexOf(label);
  if (c < 0) return [];
  const width = model.labels.length;
  const parts = vector.words.flatMap((text, i) => {
    const row = model.rows.get(vector.hashes[i]!);
    if (text === "" || row === undefined) return [];
    let mean = 0;
    for (let other = 0; other < width; other++) mean += model.weights[row * width + other]!;
    const weight = vector.values[i]! * (model.weights[row * width + c]! - mean / width);
    return weight > 0 ? [{ text, weight }] : [];
  });
  parts.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  const top = parts[0]?.weight ?? 1;
  return parts.slice(0, most).map(({ text, weight }) => ({ text, weight: weight / top }));
}

/** The part that the examples showed, of unit length, so that long and short texts are alike. */
function placeIn(rows: ReadonlyMap<number, number>, { hashes, values }: Vector): { at: number[]; values: number[] } {
  const at: number[] = [];
  const kept: number[] = [];
  let square = 0;
  for (let i = 0; i < hashes.length; i++) {
    const row = rows.get(hashes[i]!);
    const value = values[i]!;
    square += value * value * (row === undefined ? strangeShare : 1);
    if (row === undefined) continue;
    at.push(row);
    kept.push(value);
  }
  const norm = Math.sqrt(square) || 1;
  return { at, values: kept.map((value) => value / norm) };
}

function score(
  weights: Float32Array,
  bias: Float32Array,
  at: readonly number[],
  values: readonly number[],
  width: number,
  into: Float64Array,
): void {
  for (let c = 0; c < width; c++) into[c] = bias[c]!;
  for (let k = 0; k < at.length; k++) {
    const start = at[k]! * width;
    const value = values[k]!;
    for (let c = 0; c < width; c++) into[c]! += value * weights[start + c]!;
  }
}

function softmax(scores: Float64Array, sharpness: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const one of scores) if (one > top) top = one;
  let total = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(sharpness * (scores[c]! - top));
    total += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= total;
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** mulberry32: small, and the same everywhere. */
export function makeRandom(seed: number): () => number {
  let state = (seed + 0x6d2b79f5) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
