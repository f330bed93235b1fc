import { makeRandom } from "../intents/random.ts";
import { hashText } from "../segment.ts";

/**
 * Word vectors from a shop's own questions: words that stand among the same words come to lie near. Positive pointwise
 * mutual information of words within a few words of each other, cut to its strongest directions (Levy, Goldberg, Dagan:
 * Improving Distributional Similarity, 2015). Sums of counts, so that the order of the texts has no influence.
 */
export type WordVectors = {
  /** By row: the word's hash, ascending. */
  hashes: Uint32Array;
  dimensions: number;
  /** Of length 127 each. */
  values: Int8Array;
};

const dimensions = 48;
const windowWords = 5;
const leastOften = 2;
const mostWords = 6_000;
/** Rare contexts would count for more than they are worth. */
const contextPower = 0.75;
const rounds = 5;
const spare = 12;

/** `texts`: words of each text. Null when there are too few words to tell anything. */
export function trainVectors(texts: readonly (readonly string[])[]): WordVectors | null {
  const often = new Map<string, number>();
  for (const words of texts) for (const word of words) often.set(word, (often.get(word) ?? 0) + 1);
  const vocabulary = [...often]
    .filter(([, count]) => count >= leastOften)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => ({ word, hash: hashText(word) }))
    .sort((a, b) => a.hash - b.hash);
  const width = dimensions + spare;
  if (vocabulary.length < 2 * width) return null;
  const rowOf = new Map(vocabulary.map(({ word }, row) => [word, row]));
  const matrix = informationOf(countPairs(texts, rowOf), vocabulary.length);
  const directions = findDirections(matrix, width);
  return quantise(
    Uint32Array.from(vocabulary, ({ hash }) => hash),
    directions,
    width,
  );
}

/** How often two words stand near each other; a pair counts by 1 over their distance, in 60ths, so that sums are exact. */
function countPairs(texts: readonly (readonly string[])[], rowOf: ReadonlyMap<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  const size = rowOf.size;
  for (const words of texts) {
    const rows = words.flatMap((word) => rowOf.get(word) ?? []);
    for (let i = 0; i < rows.length; i++) {
      for (let j = i + 1; j <= Math.min(rows.length - 1, i + windowWords); j++) {
        if (rows[i] === rows[j]) continue;
        const key = Math.min(rows[i]!, rows[j]!) * size + Math.max(rows[i]!, rows[j]!);
        counts.set(key, (counts.get(key) ?? 0) + 60 / (j - i));
      }
    }
  }
  return counts;
}

/** Rows of a symmetric matrix, those that are not 0. */
type Sparse = { starts: Uint32Array; columns: Uint32Array; values: Float32Array; size: number };

function informationOf(counts: ReadonlyMap<number, number>, size: number): Sparse {
  const sums = new Float64Array(size);
  for (const [key, count] of counts) {
    sums[Math.floor(key / size)]! += count;
    sums[key % size]! += count;
  }
  const all = sums.reduce((sum, one) => sum + one, 0);
  const contexts = sums.map((sum) => sum ** contextPower);
  const allContexts = contexts.reduce((sum, one) => sum + one, 0);
  const kept: { row: number; column: number; value: number }[] = [];
  for (const [key, count] of counts) {
    const [a, b] = [Math.floor(key / size), key % size];
    const joint = count / all;
    const one = Math.log(joint / ((sums[a]! / all) * (contexts[b]! / allContexts)));
    const other = Math.log(joint / ((sums[b]! / all) * (contexts[a]! / allContexts)));
    const value = (one + other) / 2;
    if (value > 0) kept.push({ row: a, column: b, value }, { row: b, column: a, value });
  }
  kept.sort((a, b) => a.row - b.row || a.column - b.column);
  const starts = new Uint32Array(size + 1);
  for (const { row } of kept) starts[row + 1]!++;
  for (let row = 0; row < size; row++) starts[row + 1]! += starts[row]!;
  return {
    starts,
    columns: Uint32Array.from(kept, ({ column }) => column),
    values: Float32Array.from(kept, ({ value }) => value),
    size,
  };
}

/**
 * The strongest directions of a symmetric matrix by subspace iteration from a start that is the same every time, each
 * word's part in them scaled by the root of their strength. Row by row, `width` figures each.
 */
function findDirections(matrix: Sparse, width: number): Float64Array {
  const random = makeRandom(11);
  let basis: Float64Array = Float64Array.from({ length: matrix.size * width }, () => random() - 0.5);
  orthogonalise(basis, width);
  let image = multiply(matrix, basis, width);
  for (let round = 0; round < rounds; round++) {
    basis = image;
    orthogonalise(basis, width);
    image = multiply(matrix, basis, width);
  }
  // In the basis the matrix is small: its own directions by Jacobi's rotations.
  const small = new Float64Array(width * width);
  for (let row = 0; row < matrix.size; row++)
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++) small[a * width + b]! += basis[row * width + a]! * image[row * width + b]!;
  const { strengths, turns } = rotate(small, width);
  const order = [...strengths.keys()].sort((a, b) => Math.abs(strengths[b]!) - Math.abs(strengths[a]!));
  const found = new Float64Array(matrix.size * width);
  for (let row = 0; row < matrix.size; row++) {
    for (const [to, from] of order.entries()) {
      let sum = 0;
      for (let a = 0; a < width; a++) sum += basis[row * width + a]! * turns[a * width + from]!;
      found[row * width + to] = sum * Math.sqrt(Math.abs(strengths[from]!));
    }
  }
  return found;
}

function multiply({ starts, columns, values, size }: Sparse, basis: Float64Array, width: number): Float64Array {
  const image = new Float64Array(size * width);
  for (let row = 0; row < size; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const from = columns[at]! * width;
      const value = values[at]!;
      for (let a = 0; a < width; a++) image[row * width + a]! += value * basis[from + a]!;
    }
  }
  return image;
}

/** Gram and Schmidt, in place. */
function orthogonalise(basis: Float64Array, width: number): void {
  const size = basis.length / width;
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) {
      let dot = 0;
      for (let row = 0; row < size; row++) dot += basis[row * width + a]! * basis[row * width + b]!;
      for (let row = 0; row < size; row++) basis[row * width + a]! -= dot * basis[row * width + b]!;
    }
    let square = 0;
    for (let row = 0; row < size; row++) square += basis[row * width + a]! ** 2;
    const norm = Math.sqrt(square) || 1;
    for (let row = 0; row < size; row++) basis[row * width + a]! /= norm;
  }
}

function rotate(matrix: Float64Array, width: number): { strengths: Float64Array; turns: Float64Array } {
  const turns = new Float64Array(width * width);
  for (let a = 0; a < width; a++) turns[a * width + a] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) {
        const off = matrix[p * width + q]!;
        if (Math.abs(off) < 1e-12) continue;
        const angle = (matrix[q * width + q]! - matrix[p * width + p]!) / (2 * off);
        const tangent = Math.sign(angle || 1) / (Math.abs(angle) + Math.sqrt(angle ** 2 + 1));
        const cosine = 1 / Math.sqrt(tangent ** 2 + 1);
        const sine = tangent * cosine;
        for (let k = 0; k < width; k++) turnPair(matrix, k * width + p, k * width + q, cosine, sine);
        for (let k = 0; k < width; k++) turnPair(matrix, p * width + k, q * width + k, cosine, sine);
        for (let k = 0; k < width; k++) turnPair(turns, k * width + p, k * width + q, cosine, sine);
      }
    }
  }
  return { strengths: Float64Array.from({ length: width }, (_, a) => matrix[a * width + a]!), turns };
}

function turnPair(matrix: Float64Array, one: number, other: number, cosine: number, sine: number): void {
  const [a, b] = [matrix[one]!, matrix[other]!];
  matrix[one] = cosine * a - sine * b;
  matrix[other] = sine * a + cosine * b;
}

function quantise(hashes: Uint32Array, directions: Float64Array, width: number): WordVectors {
  const values = new Int8Array(hashes.length * dimensions);
  for (let row = 0; row < hashes.length; row++) {
    const own = directions.subarray(row * width, row * width + dimensions);
    const norm = Math.sqrt(own.reduce((sum, one) => sum + one * one, 0)) || 1;
    for (let a = 0; a < dimensions; a++) values[row * dimensions + a] = Math.round((127 * own[a]!) / norm);
  }
  return { hashes, dimensions, values };
}
