import { normalQuantile, normalTail } from "./distributions.ts";

/** A rate as it was counted. */
export type Rate = { hits: number; trials: number };
/** A mean with the error its clusters give it, all in the unit of the observations. */
export type ClusteredMean = { mean: number; standardError: number; observations: number; clusters: number };

/**
 * The value below which a share `p` of the values lies, interpolated between neighbours as PostgreSQL's
 * percentile_cont does; null of nothing. The median of an even count is the mean of the middle two.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

/** One-sided Wilson bounds of a rate: at `confidence` 0.95 each is wrong one time in twenty. Null of nothing. */
export function wilsonBounds(rate: Rate, confidence: number): { lower: number; upper: number } | null {
  const { hits, trials } = rate;
  if (trials === 0) return null;
  const z = normalQuantile(confidence);
  const p = hits / trials;
  const scale = 1 + (z * z) / trials;
  const centre = p + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) };
}

/** z of the difference second − first with pooled variance; null when it cannot be told (no trials, or all alike). */
export function pooledZ(first: Rate, second: Rate): number | null {
  if (first.trials === 0 || second.trials === 0) return null;
  const pooled = (first.hits + second.hits) / (first.trials + second.trials);
  const variance = pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials);
  if (variance === 0) return null;
  return (second.hits / second.trials - first.hits / first.trials) / Math.sqrt(variance);
}

/** P of a standard normal value at least as far from 0 as z, on either side. */
export function twoSidedP(z: number): number {
  return 2 * normalTail(Math.abs(z));
}

/**
 * Mean of observations that come in clusters (turns of one conversation hang together): the ratio estimator Σy/Σn with
 * its linearised error √(k/(k−1) · Σ(y_c − n_c·M)²)/n over k clusters; 0 with fewer than two clusters. Null of nothing.
 */
export function clusteredMean(observations: readonly { cluster: string; value: number }[]): ClusteredMean | null {
  if (observations.length === 0) return null;
  const clusters = new Map<string, { n: number; total: number }>();
  let total = 0;
  for (const { cluster, value } of observations) {
    const one = clusters.get(cluster) ?? { n: 0, total: 0 };
    one.n += 1;
    one.total += value;
    clusters.set(cluster, one);
    total += value;
  }
  const n = observations.length;
  const k = clusters.size;
  const mean = total / n;
  let squares = 0;
  for (const cluster of clusters.values()) squares += (cluster.total - cluster.n * mean) ** 2;
  const variance = k < 2 ? 0 : ((k / (k - 1)) * squares) / (n * n);
  return { mean, standardError: Math.sqrt(variance), observations: n, clusters: k };
}

/**
 * Benjamini–Hochberg: which of many findings stand when a share `rate` of false ones is accepted. Takes the p-values in
 * any order, answers in the same order.
 */
export function controlFalseDiscovery(pValues: readonly number[], rate: number): boolean[] {
  const ranked = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const last = ranked.findLastIndex(({ p }, rank) => p <= ((rank + 1) / ranked.length) * rate);
  const stands = pValues.map(() => false);
  for (const { index } of ranked.slice(0, last + 1)) stands[index] = true;
  return stands;
}
