import type { Figure } from "@yingda/contract/figures";
import { getDimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import type { ClusteredMean } from "@yingda/measures/statistics";
import type { Ctx } from "../context.ts";
import { takeApart } from "./clusters.ts";
import { type Spread, spreadOut } from "./spreads.ts";
import type { Window } from "./sql.ts";
import { addParts, nothing, type Parts, sumUp, toMeasured } from "./sums.ts";
import { toClusteredMean } from "./tagging.ts";

/** Figures of a shop over whole local days, in one statement per kind of fact however many metrics are asked for. */

type DayParts = Parts & { day: string };
export type Days = ReadonlyMap<string, readonly DayParts[]>;
export type Measured = Omit<Figure, keyof Spread>;

const byDay = [getDimension("day")];

/** The parts of each metric (by key), day by day; days without facts are left out. */
export async function measureDays(ctx: Ctx, metrics: readonly Metric[], window: Window): Promise<Days> {
  const days = new Map<string, DayParts[]>();
  await Promise.all(
    [...Map.groupBy(metrics, (metric) => metric.fact)].map(async ([fact, group]) => {
      const found = await sumUp(ctx, fact, group, byDay, { window });
      group.forEach((metric, i) => {
        days.set(
          metric.key,
          found.map(({ keys, parts }) => ({ day: keys[0]!, ...parts[i]! })),
        );
      });
    }),
  );
  return days;
}

/** Adds up the days of a window: the same rows as the trend's, so they cannot disagree. */
export function addDays(metric: Metric, days: Days, window: Window): Measured {
  const inside = (days.get(metric.key) ?? []).filter(({ day }) => day >= window.from && day < window.to);
  return toMeasured(metric, inside.reduce(addParts, nothing));
}

/** Median and P90 of the metrics that have them. */
export async function measureSpreads(
  ctx: Ctx,
  metrics: readonly Metric[],
  window: Window,
): Promise<ReadonlyMap<string, Spread>> {
  const wanted = metrics.filter((metric) => metric.spread);
  const none: Spread = { median: null, p90: null };
  return new Map(
    await Promise.all(
      wanted.map(async (metric) => {
        const [sum] = await sumUp(ctx, metric.fact, [metric], [], { window });
        const [found] = await spreadOut(ctx, metric, [], { window }, sum?.parts[0]?.denominator ?? 0);
        return [metric.key, found?.spread ?? none] as const;
      }),
    ),
  );
}

/** Everything about metrics in one window, by key: what measures' evaluate says of the same facts in memory. */
export async function evaluate(
  ctx: Ctx,
  metrics: readonly Metric[],
  window: Window,
): Promise<ReadonlyMap<string, Figure>> {
  const [days, spreads] = await Promise.all([measureDays(ctx, metrics, window), measureSpreads(ctx, metrics, window)]);
  const none: Spread = { median: null, p90: null };
  return new Map(
    metrics.map((metric) => [metric.key, { ...addDays(metric, days, window), ...(spreads.get(metric.key) ?? none) }]),
  );
}

/** A mean of durations in each window with the error its conversations give it: measures' clusteredMean of its facts. */
export const measureClusters = (
  ctx: Ctx,
  metric: Metric,
  windows: readonly Window[],
): Promise<(ClusteredMean | null)[]> =>
  Promise.all(
    windows.map(async (window) =>
      toClusteredMean((await takeApart(ctx, metric, getDimension("month"), { window })).whole),
    ),
  );
