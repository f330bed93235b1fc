import { quantile } from "./statistics.ts";

/** A distribution over shops as a few of its percentiles, rising in both; at least 25, 50 and 75 are there. */
export type Points = readonly { p: number; value: number }[];

/** What is kept of a cell: enough for a percentile, too little to read a single shop's value from the ends. */
const kept = [10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90];

/** Shops of one cell under this number are not shown. Source: metrics, "Comparison and warning tags". */
export const minimumShops = 10;
/** A shop with fewer cases of a metric says nothing about it. */
export const minimumCases = 30;

/** null of nothing. */
export function summarisePeers(values: readonly number[]): Points | null {
  if (values.length === 0) return null;
  return kept.map((p) => ({ p, value: quantile(values, p / 100)! }));
}

export type Standing = {
  median: number;
  p25: number;
  p75: number;
  percentile: number | null;
  bound: "at_most" | "at_least" | null;
};

/**
 * Where a value stands: the share of the peers below it (0–100), by straight lines between the known percentiles. Beyond
 * the outermost it is that one, with `bound` saying so. On a stretch of equal values it is the middle of the stretch.
 */
export function standAmong(points: Points, value: number | null): Standing {
  const at = (p: number) => points.find((one) => one.p === p)!.value;
  const rest = { median: at(50), p25: at(25), p75: at(75) };
  if (value === null) return { ...rest, percentile: null, bound: null };
  const [first, last] = [points[0]!, points.at(-1)!];
  if (value < first.value) return { ...rest, percentile: first.p, bound: "at_most" };
  if (value > last.value) return { ...rest, percentile: last.p, bound: "at_least" };
  const equal = points.filter((one) => one.value === value);
  if (equal.length > 0) return { ...rest, percentile: (equal[0]!.p + equal.at(-1)!.p) / 2, bound: null };
  const above = points.findIndex((one) => one.value > value);
  const [low, high] = [points[above - 1]!, points[above]!];
  const percentile = low.p + ((value - low.value) / (high.value - low.value)) * (high.p - low.p);
  return { ...rest, percentile, bound: null };
}
