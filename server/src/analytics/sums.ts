import type { Figure, FigureFilter } from "@yingda/contract/figures";
import type { Dimension } from "@yingda/measures/dimensions";
import type { FactName } from "@yingda/measures/facts";
import type { Metric } from "@yingda/measures/metric";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { tableOf } from "./fact-tables.ts";
import { findPlace } from "./rollup-layout.ts";
import { compileReading, compileRolledFilters, compileRolledKey, planReading } from "./rollup-read.ts";
import { compileAggregate, compileFilters, compileKey, inWindow, type Window } from "./sql.ts";

/** Adds up facts, or the sums of days where those hold: what every figure, cut or not, is made of. */

/** Which facts are looked at; `days`: of the window only these. */
export type Slice = { window: Window; filters?: readonly FigureFilter[]; days?: readonly string[] };

/** A metric's two parts; sums are in thousandths, see compileSum. */
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
  const wanted = metrics.flatMap((metric) => [
    { metric, part: metric.numerator },
    ...(metric.denominator ? [{ metric, part: metric.denominator }] : []),
  ]);
  const places = wanted.map(({ metric, part }) => findPlace(metric, part));
  const reading = places.every((place) => place !== null) ? await planReading(ctx, fact, by, slice) : null;
  const fromFacts = (of: Slice) =>
    compileSums(
      compileKeys(by, (one) => compileKey(fact, one)),
      wanted.map(({ metric, part }) => compileAggregate(metric, part)),
      sql`${tableOf(fact)} where ${compileSlice(ctx, fact, of)}`,
      by,
    );
  const fromDays =
    reading &&
    compileSums(
      compileKeys(by, (one) => compileRolledKey(fact, one)),
      places.map((place) => sql<number>`sum(parts[${sql.lit(place)}])`),
      sql`rollup where ${compileReading(ctx, reading)} and fact = ${fact}
                   and ${compileRolledFilters(fact, slice.filters ?? [])}`,
      by,
    );
  const parts = reading ? [fromFacts({ ...slice, days: reading.open }), fromDays!] : [fromFacts(slice)];
  return mergeSums(await Promise.all(parts.map((part) => rows(ctx.db, part))), metrics);
}

type Row = { keys: (string | null)[]; sums: number[] };

const compileSums = (
  keys: RawBuilder<unknown>,
  sums: readonly RawBuilder<number>[],
  from: RawBuilder<unknown>,
  by: readonly Dimension[],
) => sql<Row>`
  select ${keys} as keys, array[${sql.join(sums.map((one) => sql`(${one})::float8`))}] as sums
    from ${from} ${groupBy(by)}`;

function mergeSums(found: Row[][], metrics: readonly Metric[]): Sum[] {
  const merged = new Map<string, Row>();
  for (const row of found.flat()) {
    const id = JSON.stringify(row.keys);
    const known = merged.get(id);
    if (known) known.sums = known.sums.map((sum, i) => sum + row.sums[i]!);
    else merged.set(id, row);
  }
  return [...merged.values()].map(({ keys, sums }) => {
    let at = 0;
    const parts = metrics.map(({ denominator }) => ({
      numerator: sums[at++]!,
      denominator: denominator ? sums[at++]! : 0,
    }));
    return { keys, parts };
  });
}

export const compileSlice = (ctx: Ctx, fact: FactName, { window, filters = [], days }: Slice) => {
  const when = days
    ? sql`shop_id = ${ctx.shopId} and local_day = any(${[...days]}::date[])`
    : inWindow(ctx.shopId, window);
  return sql<boolean>`${when} and ${compileFilters(fact, filters)}`;
};

export const compileKeys = (by: readonly Dimension[], keyOf: (one: Dimension) => RawBuilder<string | null>) =>
  by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map(keyOf))}]`;

export const groupBy = (by: readonly Dimension[]) => (by.length === 0 ? sql`having count(*) > 0` : sql`group by 1`);

/** What the two parts come to. */
export function toMeasured(metric: Metric, { numerator, denominator }: Parts): Omit<Figure, "median" | "p90"> {
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
