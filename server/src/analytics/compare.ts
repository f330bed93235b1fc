import type { PeerStanding, PeerState } from "@yingda/contract/routes/peers";
import type { Metric } from "@yingda/measures/metric";
import type { ClusteredMean } from "@yingda/measures/statistics";
import { type Peers, type Tag, tagMean, tagRate } from "@yingda/measures/tags";
import type { Ctx } from "../context.ts";
import { addDays, type Days, type Measured, measureClusters } from "./evaluate.ts";
import { findPeers, peersOf, standingOf } from "./peers/peers.ts";
import type { Window } from "./sql.ts";

/** Metrics in a window, beside the window before and the peers: figures, warning tags, standing. */

export type Compared = { now: Measured; previous: Measured; tags: Tag[]; peers: PeerStanding | null };

/** `byDay` holds both windows. */
export async function compareFigures(
  ctx: Ctx,
  metrics: readonly Metric[],
  { byDay, now, previous }: { byDay: Days; now: Window; previous: Window },
): Promise<{ peers: PeerState; compared: ReadonlyMap<string, Compared> }> {
  const clustersOf = async (metric: Metric) =>
    [metric.key, metric.spread ? await measureClusters(ctx, metric, [now, previous]) : null] as const;
  const [found, clusters] = await Promise.all([
    findPeers(
      ctx,
      metrics.map((metric) => metric.key),
    ),
    Promise.all(metrics.map(clustersOf)),
  ]);
  const byKey = new Map(clusters);
  const compare = (metric: Metric): [string, Compared] => {
    const figures = { now: addDays(metric, byDay, now), previous: addDays(metric, byDay, previous) };
    const tags = tagsOf(metric, figures, byKey.get(metric.key) ?? null, peersOf(found, metric));
    return [metric.key, { ...figures, tags, peers: standingOf(found, metric.key, figures.now.value) }];
  };
  return { peers: found.state, compared: new Map(metrics.map(compare)) };
}

/** Only rates and means of durations can be judged: of other figures the spread is not known. */
function tagsOf(
  metric: Metric,
  { now, previous }: { now: Measured; previous: Measured },
  clusters: readonly (ClusteredMean | null)[] | null,
  peers: Peers | null,
): Tag[] {
  const { good } = metric;
  if (good === null) return [];
  if (clusters) {
    const [current = null, before = null] = clusters;
    return tagMean({ good, peers, current, previous: before }).tags;
  }
  if (metric.unit !== "ratio" || metric.scale !== undefined) return [];
  const toRate = ({ numerator, denominator }: Measured) => ({ hits: numerator, trials: denominator ?? 0 });
  return tagRate({ good, peers, current: toRate(now), previous: toRate(previous) }).tags;
}
