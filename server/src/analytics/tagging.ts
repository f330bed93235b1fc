import type { Moments } from "@yingda/measures/certainty";
import { normalTail } from "@yingda/measures/distributions";
import type { Metric } from "@yingda/measures/metric";
import { type ClusteredMean, controlFalseDiscovery } from "@yingda/measures/statistics";
import { type Peers, type Tag, type Tagged, tagMean, tagRate } from "@yingda/measures/tags";

/** Warning tags from sums over conversations, for the whole as for each of its parts. */

type Part = Pick<Moments, "n" | "s" | "nn" | "ns" | "ss"> & { clusters: number };

const untagged: Tagged = { tags: [], value: null, bound: null, zVersusPrevious: null, relativeChange: null };

export function tagParts(metric: Metric, now: Part | null, before: Part | null, peers: Peers | null = null): Tagged {
  const { good, numerator } = metric;
  if (good === null) return untagged;
  if ("sum" in numerator) {
    return tagMean({ good, current: toClusteredMean(now), previous: toClusteredMean(before), peers });
  }
  const toRate = (part: Part | null) => ({ hits: part?.s ?? 0, trials: part?.n ?? 0 });
  return tagRate({ good, current: toRate(now), previous: before && toRate(before), peers });
}

/** The ratio estimator of measures' clusteredMean, from its sums. */
export function toClusteredMean(part: Part | null): ClusteredMean | null {
  if (!part || part.n === 0) return null;
  const { n, s, nn, ns, ss, clusters } = part;
  const mean = s / n;
  const squares = Math.max(0, ss - 2 * mean * ns + mean * mean * nn);
  const variance = clusters < 2 ? 0 : ((clusters / (clusters - 1)) * squares) / (n * n);
  return { mean, standardError: Math.sqrt(variance), observations: n, clusters };
}

/** Of many rows one in twenty would look worse by chance alone: what is said to be worse is right nine times in ten. */
const falseShare = 0.1;

export function keepDiscoveries(rows: readonly Tagged[]): Tag[][] {
  const judged = rows.flatMap(({ zVersusPrevious: z }, i) =>
    z === null ? [] : [{ i, p: z > 0 ? normalTail(z) : 1 - normalTail(-z) }],
  );
  const stands = controlFalseDiscovery(
    judged.map(({ p }) => p),
    falseShare,
  );
  const kept = new Set(judged.filter((_, place) => stands[place]).map(({ i }) => i));
  return rows.map(({ tags }, i) => (kept.has(i) ? tags : tags.filter((tag) => tag !== "worsening")));
}
