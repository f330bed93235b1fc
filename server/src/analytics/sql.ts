import type { FigureFilter } from "@yingda/contract/figures";
import { type Dimension, getDimension } from "@yingda/measures/dimensions";
import { type FactName, factColumns } from "@yingda/measures/facts";
import { growth, zeroBucket } from "@yingda/measures/histogram";
import type { Aggregate, Metric, Predicate } from "@yingda/measures/metric";
import type { RawBuilder } from "kysely";
import { sql } from "../platform/db/database.ts";
import { columnOf } from "./fact-tables.ts";
import { aggregateOf } from "./rollup-layout.ts";

/**
 * A metric's declaration as SQL, meaning the same as measures' evaluate does in memory. Names come from the catalogue
 * alone, values are parameters.
 */
type Sql<T = unknown> = RawBuilder<T>;

/** Two-valued, see Predicate. */
export function compilePredicate(fact: FactName, predicate: Predicate | undefined): Sql<boolean> {
  if (!predicate) return sql`true`;
  if ("and" in predicate) {
    if (predicate.and.length === 0) return sql`true`;
    return sql`(${sql.join(
      predicate.and.map((one) => compilePredicate(fact, one)),
      sql` and `,
    )})`;
  }
  if ("not" in predicate) return sql`(not ${compilePredicate(fact, predicate.not)})`;
  if ("eq" in predicate) {
    const [column, value] = predicate.eq;
    return value === null
      ? sql`(${columnOf(fact, column)} is null)`
      : sql`(${columnOf(fact, column)} is not distinct from ${value})`;
  }
  if ("in" in predicate) {
    const [column, values] = predicate.in;
    return values.length === 0 ? sql`false` : sql`coalesce(${columnOf(fact, column)} in (${sql.join(values)}), false)`;
  }
  if ("gte" in predicate) return sql`coalesce(${columnOf(fact, predicate.gte[0])} >= ${predicate.gte[1]}, false)`;
  return sql`coalesce(${columnOf(fact, predicate.lte[0])} <= ${predicate.lte[1]}, false)`;
}

/**
 * A count, or a sum in thousandths: durations carry milliseconds, and whole numbers add up to the same in any order
 * (measures' sumExactly).
 */
export function compileSum(fact: FactName, part: Aggregate): Sql<number> {
  const condition = compilePredicate(fact, part.where);
  if ("count" in part) return sql`count(*) filter (where ${condition})`;
  return sql`coalesce(sum(round(${columnOf(fact, part.sum)}::float8 * 1000)) filter (where ${condition}), 0)::float8`;
}

export const compileAggregate = (metric: Metric, part: Aggregate): Sql<number> =>
  compileSum(metric.fact, aggregateOf(metric, part));

/** The median and the P90 of the summed column; null without rows. */
export function compileSpread({ fact, where, numerator }: Metric): Sql<[number, number] | null> {
  if (!("sum" in numerator)) return sql`null`;
  const condition = compilePredicate(fact, aggregateOf({ where }, numerator).where);
  return sql`percentile_cont(array[0.5, 0.9]) within group (order by ${columnOf(fact, numerator.sum)}) filter (where ${condition})`;
}

/** The number of a duration's bucket, as measures' bucketOf. */
export const compileBucket = (seconds: Sql): Sql<number> =>
  sql`(case when ${seconds} < 0.001 then ${zeroBucket}::int else ceil(ln(${seconds}) / ln(${growth}::float8)) end)::smallint`;

/** Whole local days, half-open. */
export type Window = { from: string; to: string };

export const inWindow = (shopId: string, { from, to }: Window): Sql<boolean> =>
  sql`shop_id = ${shopId} and local_day >= ${from}::date and local_day < ${to}::date`;

/** A dimension's value as text; days as compileDay says them. */
export function compileKey(fact: FactName, dimension: Dimension): Sql<string | null> {
  const ref = columnOf(fact, dimension.column);
  return dimension.grain ? compileDay(ref, dimension) : coarsen(sql`${ref}::text`, dimension);
}

/** A day as YYYY-MM-DD, a week by its Monday, a month as YYYY-MM, a weekday as 1 (Monday) … 7. */
export function compileDay(day: Sql, { grain }: Pick<Dimension, "grain">): Sql<string | null> {
  if (grain === "week") return sql`date_trunc('week', ${day})::date::text`;
  if (grain === "month") return sql`to_char(${day}, 'YYYY-MM')`;
  if (grain === "weekday") return sql`extract(isodow from ${day})::int::text`;
  return sql`${day}::text`;
}

/** Values put together, as leaves under their group; what is under none stays as it is. */
export const coarsen = (key: Sql<string | null>, { coarser }: Pick<Dimension, "coarser">): Sql<string | null> =>
  coarser ? sql`coalesce(${JSON.stringify(Object.fromEntries(coarser))}::jsonb ->> ${key}, ${key})` : key;

/** Rows that every filter lets through. A value that the column can't hold fits no row. */
export function compileFilters(fact: FactName, filters: readonly FigureFilter[]): Sql<boolean> {
  const compiled = filters.map(({ dimension, in: values, not }) => {
    const wanted = getDimension(dimension);
    const fits = sql`coalesce(${compileHas(fact, wanted, values)}, false)`;
    return not ? sql`not ${fits}` : fits;
  });
  return compiled.length === 0 ? sql`true` : sql`(${sql.join(compiled, sql` and `)})`;
}

function compileHas(fact: FactName, wanted: Dimension, values: readonly (string | null)[]): Sql<boolean> {
  const named = values.filter((value) => value !== null);
  const isInteger = !wanted.grain && factColumns[fact][wanted.column as never] === "integer?";
  // Compared as what the column is: as text, every row would be written out first.
  const has = isInteger
    ? sql`${columnOf(fact, wanted.column)} = any(${named.filter((value) => /^\d{1,4}$/.test(value)).map(Number)}::int[])`
    : sql`${compileKey(fact, wanted)} = any(${named}::text[])`;
  return named.length === values.length ? sql`${has}` : sql`(${has} or ${columnOf(fact, wanted.column)} is null)`;
}
