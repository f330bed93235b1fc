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
import { compileKeys, compileSlice, groupBy, type Slice } from "./sums.ts";

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

type Bar = { keys: Keys; bucket: number; n: number };

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
  const facts = sql<Bar>`
    select ${compileKeys(by, (one) => compileKey(fact, one))} as keys, ${compileBucket(value)} as bucket, count(*) as n
      from ${tableOf(fact)}
     where ${compileSlice(ctx, fact, reading ? { ...slice, days: reading.open } : slice)}
       and ${compilePredicate(fact, where)} and ${value} is not null group by 1, 2`;
  const days =
    reading &&
    sql<Bar>`
    select ${compileKeys(by, (one) => compileRolledKey(fact, one))} as keys, bar.bucket, sum(bar.n) as n
      from rollup_spread, unnest(buckets, counts) as bar (bucket, n)
     where ${compileReading(ctx, reading)} and spread = ${name} and ${compileRolledFilters(fact, slice.filters ?? [])}
     group by 1, 2`;
  const found = await Promise.all([facts, ...(days ? [days] : [])].map((statement) => rows(ctx.db, statement)));
  const groups = Map.groupBy(found.flat(), ({ keys }) => JSON.stringify(keys));
  return [...groups.values()].map((bars) => {
    const histogram = addHistograms(bars.map(({ bucket, n }) => new Map([[bucket, n]])));
    return {
      keys: bars[0]!.keys,
      spread: { median: quantileOf(histogram, 0.5), p90: quantileOf(histogram, 0.9) },
    };
  });
}
