import type { Evaluation } from "@yingda/measures/evaluate";
import type { Metric } from "@yingda/measures/metric";
import type { ClusteredMean } from "@yingda/measures/statistics";
import type { Ctx } from "../context.ts";
import { firstRow, rows, sql } from "../platform/db/database.ts";
import { columnOf, tableOf } from "./fact-tables.ts";
import { compileAggregate, compileDays, compilePredicate, compileSpread, inWindow, type Window } from "./sql.ts";

/** Figures of a shop over whole local days, in one statement per kind of fact however many metrics are asked for. */

/** What a metric is made of on one day. Sums are in thousandths. */
type DayParts = { day: string; numerator: number; denominator: number | null };
export type Days = ReadonlyMap<string, readonly DayParts[]>;
export type Measured = Pick<Evaluation, "numerator" | "denominator" | "value">;
export type Spread = Pick<Evaluation, "median" | "p90">;

/** The parts of each metric (by key), day by day; days without facts are left out. */
export async function measureDays(ctx: Ctx, metrics: readonly Metric[], window: Window): Promise<Days> {
  const days = new Map<string, DayParts[]>();
  await Promise.all(
    [...Map.groupBy(metrics, (metric) => metric.fact)].map(async ([fact, group]) => {
      const parts = group.flatMap((metric) => [
        compileAggregate(metric, metric.numerator),
        metric.denominator ? compileAggregate(metric, metric.denominator) : sql<number>`0`,
      ]);
      const found = await rows(ctx.db, compileDays(fact, parts, ctx.shopId, window));
      group.forEach((metric, i) => {
        days.set(
          metric.key,
          found.map((row) => ({
            day: row.day,
            numerator: row.parts[2 * i]!,
            denominator: metric.denominator && row.parts[2 * i + 1]!,
          })),
        );
      });
    }),
  );
  return days;
}

/** Adds up the days of a window: the same rows as the trend's, so they cannot disagree. */
export function addDays(metric: Metric, days: Days, window: Window): Measured {
  let numerator = 0;
  let denominator = 0;
  for (const one of days.get(metric.key) ?? []) {
    if (one.day < window.from || one.day >= window.to) continue;
    numerator += one.numerator;
    denominator += one.denominator ?? 0;
  }
  const scaled = (part: Metric["numerator"], total: number) => ("sum" in part ? total / 1000 : total);
  const top = scaled(metric.numerator, numerator);
  if (!metric.denominator) return { numerator: top, denominator: null, value: top };
  const bottom = scaled(metric.denominator, denominator);
  return {
    numerator: top,
    denominator: bottom,
    value: bottom === 0 ? null : (top * (metric.scale ?? 1)) / bottom,
  };
}

/** Median and P90 of the metrics that have them. */
export async function measureSpreads(
  ctx: Ctx,
  metrics: readonly Metric[],
  window: Window,
): Promise<ReadonlyMap<string, Spread>> {
  const spreads = new Map<string, Spread>();
  const spread = metrics.filter((metric) => metric.spread);
  await Promise.all(
    [...Map.groupBy(spread, (metric) => metric.fact)].map(async ([fact, group]) => {
      const columns = group.map((metric, i) => sql`${compileSpread(metric)} as ${sql.ref(`m${i}`)}`);
      const found = await firstRow(
        ctx.db,
        sql<Record<string, [number, number] | null>>`
        select ${sql.join(columns)} from ${tableOf(fact)} where ${inWindow(ctx.shopId, window)}`,
      );
      group.forEach((metric, i) => {
        const [median, p90] = found?.[`m${i}`] ?? [null, null];
        spreads.set(metric.key, { median, p90 });
      });
    }),
  );
  return spreads;
}

/** Everything about metrics in one window, by key: what measures' evaluate says of the same facts in memory. */
export async function evaluate(
  ctx: Ctx,
  metrics: readonly Metric[],
  window: Window,
): Promise<ReadonlyMap<string, Evaluation>> {
  const [days, spreads] = await Promise.all([measureDays(ctx, metrics, window), measureSpreads(ctx, metrics, window)]);
  const none: Spread = { median: null, p90: null };
  return new Map(
    metrics.map((metric) => [metric.key, { ...addDays(metric, days, window), ...(spreads.get(metric.key) ?? none) }]),
  );
}

type ClusterRow = { part: number; mean: number; observations: number; clusters: number; squares: number };

/** A mean of durations in each window with the error its conversations give it: measures' clusteredMean as SQL. */
export async function measureClusters(
  ctx: Ctx,
  metric: Metric,
  windows: readonly Window[],
): Promise<(ClusteredMean | null)[]> {
  const { fact, where, numerator } = metric;
  if (!("sum" in numerator)) throw new RangeError(`${metric.key} is no mean`);
  const value = columnOf(fact, numerator.sum);
  const parts = windows.map(
    (window, i) => sql`
      select ${i}::int as part, conversation_id, count(*) as n, sum(${value}) as total from ${tableOf(fact)}
       where ${inWindow(ctx.shopId, window)} and ${compilePredicate(fact, where)} and ${value} is not null
       group by conversation_id`,
  );
  const found = await rows(
    ctx.db,
    sql<ClusterRow>`
    with clusters as (${sql.join(parts, sql` union all `)}),
         means as (select part, sum(total) / sum(n)::float8 as mean from clusters group by part)
    select part, mean, sum(n) as observations, count(*) as clusters, sum((total - n * mean) ^ 2) as squares
      from clusters join means using (part) group by part, mean`,
  );
  return windows.map((_, i) => {
    const row = found.find((one) => one.part === i);
    return row ? toClusteredMean(row) : null;
  });
}

function toClusteredMean({ mean, observations, clusters, squares }: ClusterRow): ClusteredMean {
  const variance = clusters < 2 ? 0 : ((clusters / (clusters - 1)) * squares) / (observations * observations);
  return { mean, standardError: Math.sqrt(variance), observations, clusters };
}
