import type { EventType } from "@yingda/contract/events";
import { type Column, type FactName, sharedDimensions } from "./facts.ts";

export type Scalar = string | number | boolean | null;

/**
 * A condition on one fact row. Two-valued: `eq` treats null as a value of its own (SQL: IS NOT DISTINCT FROM), `in`,
 * `gte` and `lte` are false for null (SQL: COALESCE(c >= x, false)), so `not` means the same in memory and in SQL.
 */
export type Predicate<C extends string = string> =
  | { eq: readonly [C, Scalar] }
  | { in: readonly [C, readonly (string | number)[]] }
  | { gte: readonly [C, number] }
  | { lte: readonly [C, number] }
  | { and: readonly Predicate<C>[] }
  | { not: Predicate<C> };

/** Rows that fit are counted, or a column of theirs is summed; nulls add nothing, no rows at all give 0. */
export type Aggregate<C extends string = string> =
  | { count: true; where?: Predicate<C> }
  | { sum: C; where?: Predicate<C> };

export type Words = { zh: string; en: string };
export type Unit = "ratio" | "seconds" | "count" | "stars" | "effort" | "points";
/** [ant], [douyin], [bot], [std], [hx], [field] of the specification, or our own. */
export type Source = "ant" | "douyin" | "bot" | "std" | "hx" | "field" | "ours";

type Shape<C extends string> = {
  /** `family.name`, or `family.name.variant` for a variant of it. */
  key: string;
  /** Names and formulas leave room for what a shop may set, see words.ts. */
  name: Words;
  /** In words, numerator and denominator both. */
  formula: Words;
  unit: Unit;
  good: "up" | "down" | null;
  source: readonly Source[];
  /** Applies to numerator and denominator alike. */
  where?: Predicate<C>;
  numerator: Aggregate<C>;
  /** Null: the metric is a count, its value the numerator. */
  denominator: Aggregate<C> | null;
  /** The value is numerator ÷ denominator × scale; 1 when absent. */
  scale?: number;
  /** A mean of durations: median and P90 of the summed column are shown beside it. */
  spread?: boolean;
  /** Columns it can be cut by, besides those every fact has. */
  dimensions?: readonly C[];
  /** The events it is made of. */
  events: readonly EventType[];
};

export type MetricOf<F extends FactName> = Shape<Column<F>> & { fact: F };
export type Metric = Shape<string> & { fact: FactName; dimensions: readonly string[] };

/** Declares a metric as data; the types hold its columns to those of its fact. */
export function metric<F extends FactName>(declaration: MetricOf<F>): Metric {
  return { ...declaration, dimensions: [...sharedDimensions, ...(declaration.dimensions ?? [])] };
}

export const eq = <C extends string>(column: C, value: Scalar): Predicate<C> => ({ eq: [column, value] });
export const oneOf = <C extends string>(column: C, values: readonly (string | number)[]): Predicate<C> => ({
  in: [column, values],
});
export const not = <C extends string>(predicate: Predicate<C>): Predicate<C> => ({ not: predicate });
export const all = <C extends string>(...predicates: Predicate<C>[]): Predicate<C> => ({ and: predicates });
export const known = <C extends string>(column: C): Predicate<C> => not(eq(column, null));
export const sum = <C extends string>(column: C): Aggregate<C> => ({ sum: column });

export function count(): { count: true };
export function count<C extends string>(where: Predicate<C>): Aggregate<C>;
export function count<C extends string>(where?: Predicate<C>): Aggregate<C> {
  return where ? { count: true, where } : { count: true };
}
