import { normalQuantile, studentCdf, studentQuantile } from "./distributions.ts";
import { pooledZ, type Rate, twoSidedP } from "./statistics.ts";

export type Comparison = {
  /** Second less first. */
  difference: number;
  /** z for rates, t for means; null when it cannot be told. */
  statistic: number | null;
  pTwoSided: number | null;
  interval: { low: number; high: number };
  isSignificant: boolean;
};

const level = 0.05;

/**
 * A/B test of a rate, one trial per customer: two-proportion z (pooled) with the unpooled 95 % interval of the
 * difference. Null when an arm is empty. Source: metrics, "A/B tests".
 */
export function compareRates(a: Rate, b: Rate): Comparison | null {
  if (a.trials === 0 || b.trials === 0) return null;
  const pA = a.hits / a.trials;
  const pB = b.hits / b.trials;
  const error = Math.sqrt((pA * (1 - pA)) / a.trials + (pB * (1 - pB)) / b.trials);
  const z = pooledZ(a, b);
  return conclude(pB - pA, z, z === null ? null : twoSidedP(z), normalQuantile(1 - level / 2) * error);
}

/** A/B test of a mean, one value per customer: Welch's t. Null when an arm has fewer than two values. */
export function compareMeans(a: readonly number[], b: readonly number[]): Comparison | null {
  if (a.length < 2 || b.length < 2) return null;
  const [first, second] = [describe(a), describe(b)];
  const error = Math.hypot(first.error, second.error);
  const difference = second.mean - first.mean;
  if (error === 0) return conclude(difference, null, null, 0);
  const freedom = error ** 4 / (first.error ** 4 / (a.length - 1) + second.error ** 4 / (b.length - 1));
  const t = difference / error;
  return conclude(
    difference,
    t,
    2 * studentCdf(-Math.abs(t), freedom),
    studentQuantile(1 - level / 2, freedom) * error,
  );
}

/**
 * Did the arms get the customers they were meant to? P of a split at least as far from `shareOfB`; a small one (say
 * under 0.001) means the test is broken, whatever it found. Null without customers.
 */
export function checkSampleRatio(a: number, b: number, shareOfB = 0.5): number | null {
  const n = a + b;
  if (n === 0) return null;
  return twoSidedP((b - n * shareOfB) / Math.sqrt(n * shareOfB * (1 - shareOfB)));
}

function describe(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

function conclude(difference: number, statistic: number | null, p: number | null, margin: number): Comparison {
  return {
    difference,
    statistic,
    pTwoSided: p,
    interval: { low: difference - margin, high: difference + margin },
    isSignificant: p !== null && p < level,
  };
}
