import { createHash } from "node:crypto";
import { catalogue } from "@yingda/measures/catalogue";
import { type FactName, sharedDimensions } from "@yingda/measures/facts";
import type { Aggregate, Metric, Predicate } from "@yingda/measures/metric";
import { effectivenessMetrics } from "./effectiveness.ts";

/**
 * What the sums of a day are: for each kind of fact every aggregate that a metric is made of, then for each ratio or mean
 * what tells its certainty (sums of products over conversations, see measures' certainty). It follows from the
 * catalogue; when the catalogue changes, so does the fingerprint, and days are added up anew.
 */
export type Layout = { fact: FactName; aggregates: readonly Aggregate[]; means: readonly Mean[] };

/**
 * A denominator and a numerator, as places among the aggregates (from 1), and where their products begin. Where a
 * conversation has one row at most, a rate's products are its parts (0² = 0, 1² = 1) and a mean needs its squares only.
 */
export type Mean = { n: number; s: number; kind: "rate" | "value" | "products"; at: number };

/** Over conversations: how many, and the products of what they have in the row. */
const productNames = ["clusters", "nn", "ns", "ss"] as const;
/** Where a conversation may be in several rows of a dimension, also the products with all that it has. */
const crossNames = ["nN", "nS", "sN", "sS"] as const;

const width = { rate: 0, value: 1, products: productNames.length };

/** In a conversation's rows of these a metric finds one at most. */
const single = new Set<FactName>(["conversation", "rating", "survey"]);

/** The aggregate with all its conditions, the metric's own included. */
export function aggregateOf({ where }: Pick<Metric, "where">, part: Aggregate): Aggregate {
  const conditions = [where, part.where].filter((one) => one !== undefined);
  return { ...part, where: { and: conditions } };
}

export const layouts: ReadonlyMap<FactName, Layout> = new Map(
  [...Map.groupBy([...catalogue, ...effectivenessMetrics], (metric) => metric.fact)].map(([fact, metrics]) => [
    fact,
    layOut(fact, metrics),
  ]),
);

/** A column whose values' spread is kept, for the metrics that are means of it. */
export type SpreadColumn = { name: string; fact: FactName; column: string; where: Predicate };

export const spreadColumns: readonly SpreadColumn[] = [
  ...new Map(
    catalogue.filter((metric) => metric.spread).map((metric) => [spreadId(metric), describeSpread(metric)]),
  ).values(),
];

export const findSpreadColumn = (metric: Metric): SpreadColumn =>
  spreadColumns.find((one) => JSON.stringify({ ...one, name: "" }) === spreadId(metric))!;

function describeSpread(metric: Metric): SpreadColumn {
  const { numerator, fact, key } = metric;
  if (!("sum" in numerator)) throw new RangeError(`${key} is no mean of durations`);
  return { name: key, fact, column: numerator.sum, where: aggregateOf(metric, numerator).where! };
}

function spreadId(metric: Metric): string {
  return JSON.stringify({ ...describeSpread(metric), name: "" });
}

export const layoutFingerprint = createHash("sha256")
  .update(JSON.stringify([...layouts, spreadColumns]))
  .digest("base64url")
  .slice(0, 16);

function layOut(fact: FactName, metrics: readonly Metric[]): Layout {
  const places = new Map<string, number>();
  const aggregates: Aggregate[] = [];
  const place = (aggregate: Aggregate): number => {
    const id = JSON.stringify(aggregate);
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, aggregates.length);
    aggregates.push(aggregate);
    return aggregates.length - 1;
  };
  const means = new Map<string, Omit<Mean, "at">>();
  for (const { numerator, denominator, where } of metrics) {
    const s = place(aggregateOf({ where }, numerator));
    if (!denominator) continue;
    const n = place(aggregateOf({ where }, denominator));
    means.set(`${n}/${s}`, { n: n + 1, s: s + 1, kind: kindOf(fact, numerator, denominator) });
  }
  let at = aggregates.length + 1;
  const placed = [...means.values()].map((mean) => {
    const own = { ...mean, at };
    at += width[mean.kind];
    return own;
  });
  return { fact, aggregates, means: placed };
}

function kindOf(fact: FactName, numerator: Aggregate, denominator: Aggregate): Mean["kind"] {
  const isCountOfAll = "count" in denominator && !denominator.where;
  if (!single.has(fact) || !isCountOfAll) return "products";
  return "sum" in numerator ? "value" : "rate";
}

/** Where in `parts` (counted from 1) a metric's part is; null when the sums do not have it. */
export function findPlace(metric: Metric, part: Aggregate): number | null {
  const id = JSON.stringify(aggregateOf(metric, part));
  const found = layouts.get(metric.fact)?.aggregates.findIndex((one) => JSON.stringify(one) === id) ?? -1;
  return found < 0 ? null : found + 1;
}

export function findMean(metric: Metric): Mean | null {
  const n = metric.denominator && findPlace(metric, metric.denominator);
  const s = findPlace(metric, metric.numerator);
  return layouts.get(metric.fact)?.means.find((one) => one.n === n && one.s === s) ?? null;
}

const withProducts = ({ means }: Layout) => means.filter(({ kind }) => kind === "products");

/** Behind the products: four more for each mean that has them, in the same order. */
export function crossesAt(layout: Layout, mean: Mean): number {
  return countWhole(layout) + 1 + withProducts(layout).indexOf(mean) * crossNames.length;
}

/** How many parts a row has whose conversations are in no other row. */
const countWhole = ({ aggregates, means }: Layout): number =>
  aggregates.length + means.reduce((total, { kind }) => total + width[kind], 0);

/** How many parts a row has, by its column; '' is the whole. */
export const countParts = (layout: Layout, column: string): number =>
  column === "" || isOfConversation(layout.fact, column)
    ? countWhole(layout)
    : countWhole(layout) + withProducts(layout).length * crossNames.length;

/** A conversation is in one row only of what every fact has alike. */
export const isOfConversation = (fact: FactName, column: string): boolean =>
  fact === "conversation" || (sharedDimensions as readonly string[]).includes(column);

/** Columns by which a day is added up; days themselves are rows. */
export const rolledColumns = (fact: FactName): string[] => {
  const columns = catalogue.filter((metric) => metric.fact === fact).flatMap((metric) => metric.dimensions);
  return [...new Set(columns)].filter((column) => column !== "localDay");
};
