import type { Figure } from "@yingda/contract/figures";
import type { Dimension } from "@yingda/measures/dimensions";
import { addHistograms, quantileOf } from "@yingda/measures/histogram";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { columnOf, tableOf } from "./fact-tables.ts";
import { findSpreadColumn } from "./rollup-layout.ts";
import { compileReading, compileRolledFilters, compileRolledKey, planReading } from "./rollup-read.ts";
import { compileBucket, compileKey, compilePredicate, compileSpread } from "./sql.ts";
import { compileKeys, compileSlice, groupBy, idOf, type Slice } from "./sums.ts";

/** Median and P90: exact of a hundred thousand values, else by histogram to 2.5 %. */

export type Spread = Pick<Figure, "median" | "p90">;
type Keys = (string | null)[];
type Spreads = { keys: Keys; spread: Spread }[];

/** Sorting more than this takes longer than a page may. */
const sortedValues = 100_000;

/** `values`: how many there are in all, by the metric's denominator. */
export function spreadOut(
  ctx: Ctx,
  metric: Metric,
  by: readonly Dimension[],
  slice: Slice,
  values: number,
): Promise<Spreads> {
  return values <= sortedValues ? sortOut(ctx, metric, by, slice) : estimateSpread(ctx, metric, by, slice);
}

export async function sortOut(ctx: Ctx, metric: Metric, by: readonly Dimension[], slice: Slice): Promise<Spreads> {
  const { fact } = metric;
  const found = await rows(
    ctx.db,
    sql<{ keys: Keys; spread: [number, number] | null }>`
    select ${compileKeys(by, (one) => compileKey(fact, one))} as keys, ${compileSpread(metric)} as spread
      from ${tableOf(fact)} where ${compileSlice(ctx, fact, slice)} ${groupBy(by)}`,
  );
  return found.map(({ keys, spread }) => ({ keys, spread: { median: spread?.[0] ?? null, p90: spread?.[1] ?? null } }));
}

/** A group's histogram, or parts of it: a bucket may come twice. */
type Bars = { keys: Keys; buckets: number[]; counts: number[] };

export async function estimateSpread(
  ctx: Ctx,
  metric: Metric,
  by: readonly Dimension[],
  slice: Slice,
): Promise<Spreads> {
  const { fact } = metric;
  const { name, column, where } = findSpreadColumn(metric);
  const reading = await planReading(ctx, fact, by, slice);
  const value = columnOf(fact, column);
  const facts = sql<Bars>`
    select keys, array_agg(bucket) as buckets, array_agg(n) as counts
      from (
        select ${compileKeys(by, (one) => compileKey(fact, one))} as keys, ${compileBucket(value)} as bucket, count(*)::int as n
          from ${tableOf(fact)}
         where ${compileSlice(ctx, fact, reading ? { ...slice, days: reading.open } : slice)}
           and ${compilePredicate(fact, where)} and ${value} is not null group by 1, 2) bars
     group by keys`;
  const days =
    reading &&
    sql<Bars>`
    select keys, added.buckets, added.counts
      from (
        select ${compileKeys(by, compileRolledKey)} as keys, concatenate(buckets) as buckets, concatenate(counts) as counts
          from rollup_spread
         where ${compileReading(ctx, reading)} and spread = ${name} and ${compileRolledFilters(slice.filters ?? [])}
         group by 1) bars,
      lateral (
        select array_agg(bucket) as buckets, array_agg(n) as counts
          from (select bucket, sum(n)::int as n from unnest(bars.buckets, bars.counts) as bar (bucket, n) group by bucket) each) added`;
  const found = await Promise.all([facts, ...(days ? [days] : [])].map((statement) => rows(ctx.db, statement)));
  const groups = Map.groupBy(found.flat(), ({ keys }) => idOf(keys));
  return [...groups.values()].map((bars) => {
    const histogram = addHistograms(
      bars.map(({ buckets, counts }) => buckets.map((bucket, i) => [bucket, counts[i]!])),
    );
    return {
      keys: bars[0]!.keys,
      spread: { median: quantileOf(histogram, 0.5), p90: quantileOf(histogram, 0.9) },
    };
  });
}
