import type { Facts } from "./facts.ts";
import type { Aggregate, Metric, Predicate, Scalar } from "./metric.ts";
import { quantile } from "./statistics.ts";

export type Evaluation = {
  numerator: number;
  /** Null for a count. */
  denominator: number | null;
  /** Null when the denominator is 0: never 0 or 100 %. */
  value: number | null;
  /** Of the summed column, for means of durations; null when there is nothing to take them of. */
  median: number | null;
  p90: number | null;
};

export type AnyRow = Readonly<Record<string, Scalar>>;

/** Evaluates a metric in memory. `filter` narrows the rows first (a window, a group). The same entry compiles to SQL. */
export function evaluate(metric: Metric, facts: Facts, filter?: (row: AnyRow) => boolean): Evaluation {
  return evaluateRows(metric, listRows(metric, facts, filter));
}

/** Evaluates a metric once per value of a dimension; rows without the value come under null. */
export function evaluateBy(
  metric: Metric,
  facts: Facts,
  dimension: string,
  filter?: (row: AnyRow) => boolean,
): Map<Scalar, Evaluation> {
  if (!metric.dimensions.includes(dimension)) throw new RangeError(`${metric.key} cannot be cut by ${dimension}`);
  const groups = Map.groupBy(listRows(metric, facts, filter), (row) => row[dimension] ?? null);
  return new Map([...groups].map(([value, rows]) => [value, evaluateRows(metric, rows)]));
}

/** Does the row fit? Two-valued, see Predicate. */
export function fits(row: AnyRow, predicate: Predicate | undefined): boolean {
  if (!predicate) return true;
  if ("and" in predicate) return predicate.and.every((one) => fits(row, one));
  if ("not" in predicate) return !fits(row, predicate.not);
  if ("eq" in predicate) return (row[predicate.eq[0]] ?? null) === predicate.eq[1];
  if ("in" in predicate) return predicate.in[1].includes(row[predicate.in[0]] as string | number);
  const [column, limit] = "gte" in predicate ? predicate.gte : predicate.lte;
  const value = row[column];
  if (typeof value !== "number") return false;
  return "gte" in predicate ? value >= limit : value <= limit;
}

function listRows(metric: Metric, facts: Facts, filter?: (row: AnyRow) => boolean): AnyRow[] {
  const rows: AnyRow[] = facts[metric.fact];
  return rows.filter((row) => fits(row, metric.where) && (!filter || filter(row)));
}

function evaluateRows(metric: Metric, rows: readonly AnyRow[]): Evaluation {
  const numerator = aggregate(metric.numerator, rows);
  const denominator = metric.denominator && aggregate(metric.denominator, rows);
  const spread = metric.spread ? listValues(metric.numerator, rows) : [];
  return {
    numerator,
    denominator,
    value: divide(numerator, denominator, metric.scale ?? 1),
    median: quantile(spread, 0.5),
    p90: quantile(spread, 0.9),
  };
}

function divide(numerator: number, denominator: number | null, scale: number): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : (numerator * scale) / denominator;
}

function aggregate(part: Aggregate, rows: readonly AnyRow[]): number {
  if ("count" in part) return rows.reduce((n, row) => (fits(row, part.where) ? n + 1 : n), 0);
  return sumExactly(listValues(part, rows));
}

function listValues(part: Aggregate, rows: readonly AnyRow[]): number[] {
  if (!("sum" in part)) return [];
  return rows.flatMap((row) => {
    const value = row[part.sum];
    return typeof value === "number" && fits(row, part.where) ? [value] : [];
  });
}

/** Durations carry milliseconds; added as whole numbers the total does not depend on the order of the rows. */
function sumExactly(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 1000), 0) / 1000;
}
