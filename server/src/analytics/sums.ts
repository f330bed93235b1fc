import type { Figure, FigureFilter } from "@yingda/contract/figures";
import type { Dimension } from "@yingda/measures/dimensions";
import type { FactName } from "@yingda/measures/facts";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { tableOf } from "./fact-tables.ts";
import { compileAggregate, compileFilters, compileKey, compileSpread, inWindow, type Window } from "./sql.ts";

/** Adds up facts: what every figure, cut or not, is made of. */

/** Which facts are looked at. */
export type Slice = { window: Window; filters?: readonly FigureFilter[] };

/** A metric's two parts; sums are in thousandths, see compileAggregate. */
export type Parts = { numerator: number; denominator: number };
/** `keys`: a value for each dimension. `parts`: in the order of the metrics. */
export type Sum = { keys: (string | null)[]; parts: Parts[] };

/** One row for each combination of values that occurs; one at most without dimensions. Metrics of one kind of fact. */
export async function sumUp(
  ctx: Ctx,
  fact: FactName,
  metrics: readonly Metric[],
  by: readonly Dimension[],
  slice: Slice,
): Promise<Sum[]> {
  const parts = metrics.flatMap((metric) => [
    compileAggregate(metric, metric.numerator),
    metric.denominator ? compileAggregate(metric, metric.denominator) : sql<number>`0`,
  ]);
  const found = await rows(
    ctx.db,
    sql<{ keys: (string | null)[]; parts: number[] }>`
    select ${compileKeys(fact, by)} as keys, array[${sql.join(parts.map((part) => sql`(${part})::float8`))}] as parts
      from ${tableOf(fact)} where ${compileSlice(ctx, fact, slice)} ${groupBy(by)}`,
  );
  return found.map((row) => ({
    keys: row.keys,
    parts: metrics.map((_, i) => ({ numerator: row.parts[2 * i]!, denominator: row.parts[2 * i + 1]! })),
  }));
}

export type Spread = Pick<Figure, "median" | "p90">;

/** Median and P90 of a metric that has them, by the values of the dimensions. */
export async function spreadOut(
  ctx: Ctx,
  metric: Metric,
  by: readonly Dimension[],
  slice: Slice,
): Promise<{ keys: (string | null)[]; spread: Spread }[]> {
  const found = await rows(
    ctx.db,
    sql<{ keys: (string | null)[]; spread: [number, number] | null }>`
    select ${compileKeys(metric.fact, by)} as keys, ${compileSpread(metric)} as spread
      from ${tableOf(metric.fact)} where ${compileSlice(ctx, metric.fact, slice)} ${groupBy(by)}`,
  );
  return found.map(({ keys, spread }) => ({ keys, spread: { median: spread?.[0] ?? null, p90: spread?.[1] ?? null } }));
}

export const compileSlice = (ctx: Ctx, fact: FactName, { window, filters = [] }: Slice) =>
  sql<boolean>`${inWindow(ctx.shopId, window)} and ${compileFilters(fact, filters)}`;

const compileKeys = (fact: FactName, by: readonly Dimension[]) =>
  by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((one) => compileKey(fact, one)))}]`;

const groupBy = (by: readonly Dimension[]) => (by.length === 0 ? sql`having count(*) > 0` : sql`group by 1`);

/** What the two parts come to. */
export function toMeasured(metric: Metric, { numerator, denominator }: Parts): Omit<Figure, keyof Spread> {
  const scaled = (part: Metric["numerator"], total: number) => ("sum" in part ? total / 1000 : total);
  const top = scaled(metric.numerator, numerator);
  if (!metric.denominator) return { numerator: top, denominator: null, value: top };
  const bottom = scaled(metric.denominator, denominator);
  return { numerator: top, denominator: bottom, value: bottom === 0 ? null : (top * (metric.scale ?? 1)) / bottom };
}

export const nothing: Parts = { numerator: 0, denominator: 0 };

export const addParts = (a: Parts, b: Parts): Parts => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});
