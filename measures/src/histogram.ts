/**
 * Durations in buckets that grow by 5 %, so that histograms of days and shops add up and a quantile of the sum is right
 * to 2.5 %. Source: DDSketch (Masson, Rim, Lee, VLDB 2019): with growth γ, bucket ⌈log_γ x⌉ holds (γ^(b−1), γ^b], and
 * 2γ^b/(γ+1) is never further than (γ−1)/(γ+1) from any value in it: 2.44 % here.
 */
export const growth = 1.05;

/** What is shorter than a millisecond, or nothing at all. */
export const zeroBucket = -200;

export type Histogram = ReadonlyMap<number, number>;

/** `seconds` ≥ 0. */
export function bucketOf(seconds: number): number {
  return seconds < 0.001 ? zeroBucket : Math.ceil(Math.log(seconds) / Math.log(growth));
}

export function addHistograms(histograms: Iterable<Iterable<readonly [number, number]>>): Map<number, number> {
  const whole = new Map<number, number>();
  for (const histogram of histograms) {
    for (const [bucket, n] of histogram) whole.set(bucket, (whole.get(bucket) ?? 0) + n);
  }
  return whole;
}

/** The value below which a share `p` lies, between neighbouring ranks as `quantile` does; null of nothing. */
export function quantileOf(histogram: Histogram, p: number): number | null {
  const buckets = [...histogram].sort(([a], [b]) => a - b);
  const n = buckets.reduce((total, [, count]) => total + count, 0);
  if (n === 0) return null;
  const position = (n - 1) * p;
  const low = valueAt(buckets, Math.floor(position));
  const high = valueAt(buckets, Math.ceil(position));
  return low + (high - low) * (position - Math.floor(position));
}

function valueAt(buckets: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (rank < passed) return bucket === zeroBucket ? 0 : (2 * growth ** bucket) / (growth + 1);
  }
  throw new RangeError("no such rank");
}
