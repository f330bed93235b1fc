import type { FactName } from "@yingda/measures/facts";
import type { Aggregate, Metric, Predicate } from "@yingda/measures/metric";
import type { RawBuilder } from "kysely";
import { sql } from "../platform/db/database.ts";
import { columnOf, tableOf } from "./fact-tables.ts";

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
export function compileAggregate({ fact, where }: Metric, part: Aggregate): Sql<number> {
  const condition = compilePredicate(fact, { and: [where, part.where].filter((one) => one !== undefined) });
  if ("count" in part) return sql`count(*) filter (where ${condition})`;
  return sql`coalesce(sum(round(${columnOf(fact, part.sum)}::float8 * 1000)) filter (where ${condition}), 0)::float8`;
}

/** The median and the P90 of the summed column; null without rows. */
export function compileSpread({ fact, where, numerator }: Metric): Sql<[number, number] | null> {
  if (!("sum" in numerator)) return sql`null`;
  const condition = compilePredicate(fact, { and: [where, numerator.where].filter((one) => one !== undefined) });
  return sql`percentile_cont(array[0.5, 0.9]) within group (order by ${columnOf(fact, numerator.sum)}) filter (where ${condition})`;
}

/** Whole local days, half-open. */
export type Window = { from: string; to: string };

export const inWindow = (shopId: string, { from, to }: Window): Sql<boolean> =>
  sql`shop_id = ${shopId} and local_day >= ${from}::date and local_day < ${to}::date`;

/** One row a day, with the parts of every metric in order; they must be of the same fact. */
export const compileDays = (fact: FactName, parts: readonly Sql<number>[], shopId: string, window: Window) =>
  sql<{ day: string; parts: number[] }>`
    select local_day::text as day, array[${sql.join(parts.map((part) => sql`(${part})::float8`))}] as parts
      from ${tableOf(fact)} where ${inWindow(shopId, window)} group by local_day order by local_day`;
