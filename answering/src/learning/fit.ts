/**
 * Conditional logit over the candidates of a question with "none of them" (odds 0) as one more choice (McFadden 1974),
 * pulled towards what is known beforehand, by Newton's method. Same lessons, same values.
 */

/** Questions end to end: each has rows of signals, one for each candidate. */
export type Lessons = {
  size: number;
  rows: Float32Array;
  /** By question: its first row; one more at the end. */
  starts: Uint32Array;
  /** By question: the row that was meant, or −1 for none of them. */
  meant: Int32Array;
  weights: Float32Array;
};

/** By signal: the value before any data, and how far it may be off (standard deviation; 0: not at all). */
export type Prior = { means: ArrayLike<number>; spreads: ArrayLike<number> };

const rounds = 12;
const enough = 1e-5;

export function fitLogit(lessons: Lessons, chosen: readonly number[], { means, spreads }: Prior): Float64Array {
  const free = Array.from({ length: lessons.size }, (_, i) => i).filter((i) => spreads[i]! > 0);
  let values = Float64Array.from(means);
  if (free.length === 0 || chosen.length === 0) return values;
  const penalty = (at: Float64Array) => free.reduce((sum, i) => sum + ((at[i]! - means[i]!) / spreads[i]!) ** 2 / 2, 0);
  const worthOf = (at: Float64Array) => logLikelihood(lessons, chosen, at) - penalty(at);
  let worth = worthOf(values);
  for (let round = 0; round < rounds; round++) {
    const { gradient, curvature } = expand(lessons, chosen, values, free);
    for (const [k, i] of free.entries()) {
      gradient[k]! -= (values[i]! - means[i]!) / spreads[i]! ** 2;
      curvature[k * free.length + k]! += 1 / spreads[i]! ** 2;
    }
    const step = solve(curvature, gradient);
    let share = 1;
    let next = values;
    let nextWorth = Number.NEGATIVE_INFINITY;
    for (; share > 0.01 && nextWorth < worth; share /= 2) {
      next = Float64Array.from(values);
      for (const [k, i] of free.entries()) next[i]! += share * step[k]!;
      nextWorth = worthOf(next);
    }
    if (nextWorth < worth) break;
    const gain = nextWorth - worth;
    [values, worth] = [next, nextWorth];
    if (gain < enough * chosen.length) break;
  }
  return values;
}

/** Odds of each candidate of a question. */
export function oddsOf({ size, rows, starts }: Lessons, question: number, values: ArrayLike<number>): Float64Array {
  const first = starts[question]!;
  const odds = new Float64Array(starts[question + 1]! - first);
  for (let k = 0; k < odds.length; k++) {
    let sum = 0;
    for (let i = 0, at = (first + k) * size; i < size; i++, at++) sum += values[i]! * rows[at]!;
    odds[k] = sum;
  }
  return odds;
}

/** Probability of what was meant. */
export function meantShare(lessons: Lessons, question: number, odds: Float64Array): number {
  const mass = odds.reduce((sum, one) => sum + Math.exp(one), 1);
  const meant = lessons.meant[question]!;
  return (meant < 0 ? 1 : Math.exp(odds[meant - lessons.starts[question]!]!)) / mass;
}

function logLikelihood(lessons: Lessons, chosen: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (const q of chosen) {
    const share = meantShare(lessons, q, oddsOf(lessons, q, values));
    sum += lessons.weights[q]! * Math.log(Math.max(share, 1e-30));
  }
  return sum;
}

/** Slope of the log likelihood and its curvature (with the sign that makes it positive) in the free values. */
function expand(lessons: Lessons, chosen: readonly number[], values: Float64Array, free: readonly number[]) {
  const { size, rows, starts, meant, weights } = lessons;
  const width = free.length;
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  const mean = new Float64Array(width);
  const row = new Float64Array(width);
  const add = (by: number, vector: Float64Array) => {
    for (let a = 0; a < width; a++) {
      const part = by * vector[a]!;
      if (part === 0) continue;
      for (let b = 0; b <= a; b++) curvature[a * width + b]! += part * vector[b]!;
    }
  };
  for (const q of chosen) {
    const odds = oddsOf(lessons, q, values);
    const mass = odds.reduce((sum, one) => sum + Math.exp(one), 1);
    mean.fill(0);
    for (let k = 0; k < odds.length; k++) {
      const share = Math.exp(odds[k]!) / mass;
      const isMeant = starts[q]! + k === meant[q];
      for (let a = 0; a < width; a++) {
        row[a] = rows[(starts[q]! + k) * size + free[a]!]!;
        mean[a]! += share * row[a]!;
        gradient[a]! += weights[q]! * ((isMeant ? 1 : 0) - share) * row[a]!;
      }
      add(weights[q]! * share, row);
    }
    add(-weights[q]!, mean);
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) curvature[b * width + a] = curvature[a * width + b]!;
  return { gradient, curvature };
}

/** Cholesky; the matrix is symmetric and, for the penalty, positive. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const low = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= low[i * n + k]! * low[j * n + k]!;
      low[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / low[j * n + j]!;
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= low[i * n + k]! * x[k]!;
    x[i]! /= low[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= low[k * n + i]! * x[k]!;
    x[i]! /= low[i * n + i]!;
  }
  return x;
}
