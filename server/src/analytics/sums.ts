import type { Figure, FigureFilter } from "@yingda/contract/figures";
import type { Dimension } from "@yingda/measures/dimensions";
import type { FactName } from "@yingda/measures/facts";
import type { Metric } from "@yingda/measures/metric";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { tableOf } from "./fact-tables.ts";
import { findPlace } from "./rollup-layout.ts";
import {
  areThere,
  compileReading,
  compileRolledFilters,
  compileRolledKey,
  listSpans,
  planReading,
  type Reading,
} from "./rollup-read.ts";
import type { Span } from "./rollup-spans.ts";
import { compileAggregate, compileFilters, compileKey, inWindow, type Window } from "./sql.ts";

/** Adds up facts, or the sums of days where those hold: what every figure, cut or not, is made of. */

/** Which facts are looked at; `days`: of the window only these; `spans`: as withSlices knows them. */
export type Slice = {
  window: Window;
  filters?: readonly FigureFilter[];
  days?: readonly string[];
  spans?: readonly Span[];
};

/**
 * Asks several questions about a window and the one before. Should days be added up anew meanwhile, all is asked again;
 * at last of the facts, which are always there.
 */
export async function withSlices<T>(
  ctx: Ctx,
  { window, before, filters }: { window: Window; before: Window | null; filters: readonly FigureFilter[] },
  ask: (slice: Slice, earlier: Slice | null) => Promise<T>,
): Promise<T> {
  const open = async (of: Window, isLast: boolean): Promise<Slice & { spans: readonly Span[] }> => ({
    window: of,
    filters,
    spans: isLast ? [] : await listSpans(ctx, of),
  });
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === attempts;
    const [slice, earlier] = await Promise.all([open(window, isLast), before && open(before, isLast)]);
    const answer = await ask(slice, earlier);
    const spans = [...slice.spans, ...(earlier?.spans ?? [])];
    if (spans.length === 0 || (await areThere(ctx, spans))) return answer;
  }
}

const attempts = 3;

/** A metric's two parts; sums are in thousandths, see compileSum. */
export type Parts = { numerator: number; denominator: number };
/** `keys`: a value for each dimension. `parts`: in the order of the metrics. */
export type Sum = { id: string; keys: (string | null)[]; parts: Parts[] };

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
  const fromFacts = (of: Slice) => sql<Row>`
    select ${sql.join([
      ...by.map((one, i) => sql`${compileKey(fact, one)} as ${keyAt(i)}`),
      ...wanted.map(({ metric, part }, i) => sql`(${compileAggregate(metric, part)})::float8 as ${partAt(i)}`),
    ])}
      from ${tableOf(fact)} where ${compileSlice(ctx, fact, of)} ${groupByKeys(by)}`;
  // What is wanted of a row first: the other parts would be carried through the grouping.
  const fromDays = (of: Reading) => sql<Row>`
    select ${sql.join([...by.map((_, i) => keyAt(i)), ...wanted.map((_, i) => sql`sum(${partAt(i)}) as ${partAt(i)}`)])}
      from (
        select ${sql.join([
          ...by.map((one, i) => sql`${compileRolledKey(one)} as ${keyAt(i)}`),
          ...places.map((place, i) => sql`parts[${sql.lit(place)}] as ${partAt(i)}`),
        ])}
          from rollup where ${compileReading(ctx, of)} and fact = ${fact}
           and ${compileRolledFilters(slice.filters ?? [])} offset 0) rolled ${groupByKeys(by)}`;
  const statements = reading ? [fromFacts({ ...slice, days: reading.open }), fromDays(reading)] : [fromFacts(slice)];
  const found = await Promise.all(statements.map((statement) => rows(ctx.db, statement)));
  return mergeSums(found.flat(), metrics, by);
}

/** k0, k1 … and p0, p1 …: an array of each would take longer to read than all the rest. */
type Row = Record<string, string | number | null>;

const keyAt = (i: number) => sql.ref(`k${i}`);
const partAt = (i: number) => sql.ref(`p${i}`);

const groupByKeys = (by: readonly Dimension[]) =>
  by.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(by.map((_, i) => sql.lit(i + 1)))}`;

/** Tens of thousands of rows when cut by product: whatever is made anew for each of them is felt. */
function mergeSums(found: readonly Row[], metrics: readonly Metric[], by: readonly Dimension[]): Sum[] {
  const keyNames = by.map((_, i) => `k${i}`);
  let places = 0;
  const partNames = metrics.map(({ denominator }) => [`p${places++}`, denominator ? `p${places++}` : null] as const);
  const merged = new Map<string, Sum>();
  for (const row of found) {
    const id =
      keyNames.length === 1 ? idOfOne(row.k0 as string | null) : idOf(keyNames.map((name) => row[name] as string));
    let known = merged.get(id);
    if (!known) {
      const keys = keyNames.map((name) => row[name] as string | null);
      known = { id, keys, parts: metrics.map(() => ({ ...nothing })) };
      merged.set(id, known);
    }
    for (let i = 0; i < partNames.length; i++) {
      const parts = known.parts[i]!;
      const [numerator, denominator] = partNames[i]!;
      parts.numerator += row[numerator] as number;
      if (denominator) parts.denominator += row[denominator] as number;
    }
  }
  return [...merged.values()];
}

/** One name for the values of all dimensions together. */
export const idOf = (keys: readonly (string | null)[]): string =>
  keys.length === 1 ? idOfOne(keys[0]!) : JSON.stringify(keys);

const idOfOne = (key: string | null): string => (key === null ? "none" : `:${key}`);

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
