import type { Cluster, Moments, WholeMoments } from "@yingda/measures/certainty";
import type { Dimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { tableOf } from "./fact-tables.ts";
import { crossesAt, findMean, isOfConversation, layouts, type Mean } from "./rollup-layout.ts";
import { compileReading, compileRolledKey, planReading, type Reading } from "./rollup-read.ts";
import { compileAggregate, compileKey } from "./sql.ts";
import { compileSlice, type Slice } from "./sums.ts";

/**
 * A ratio or mean taken apart by the groups of a dimension, with what tells how certain it is: conversations are what
 * chance deals out, so their sums are what is looked at. Nothing is judged here.
 */

type Group = Moments & { clusters: number };
export type Parted = { groups: ReadonlyMap<string | null, Group>; whole: WholeMoments };

export async function takeApart(ctx: Ctx, metric: Metric, by: Dimension, slice: Slice): Promise<Parted> {
  const mean = findMean(metric);
  // Filtered, a conversation's whole is another one than the sums of days know.
  const isWhole = (slice.filters ?? []).length === 0;
  const reading = mean && isWhole ? await planReading(ctx, metric.fact, [by], slice) : null;
  const [facts, days] = await Promise.all([
    takeFactsApart(ctx, metric, by, reading ? { ...slice, days: reading.open } : slice),
    mean && reading ? takeDaysApart(ctx, metric, by, reading, mean) : [],
  ]);
  const groups = new Map<string | null, Group>();
  let whole: WholeMoments = { clusters: 0, n: 0, s: 0, nn: 0, ns: 0, ss: 0 };
  for (const { isWhole: isOfWhole, key, ...moments } of [...facts, ...days].map((row) => scale(metric, row))) {
    if (isOfWhole) whole = addMoments(whole, moments);
    else groups.set(key, addMoments(groups.get(key) ?? noMoments, moments));
  }
  return { groups, whole };
}

type Row = { isWhole: boolean; key: string | null } & Group;

const noMoments: Group = { clusters: 0, n: 0, s: 0, nn: 0, ns: 0, ss: 0, nN: 0, nS: 0, sN: 0, sS: 0 };

const addMoments = <M extends WholeMoments>(a: M, b: Group): M =>
  Object.fromEntries(Object.entries(a).map(([name, value]) => [name, value + b[name as keyof Group]])) as M;

/** From counts and thousandths into the unit of the metric. */
function scale(metric: Metric, row: Row): Row {
  const { n: perN, s: perS } = unitsOf(metric);
  const { isWhole, key, clusters, ...moments } = row;
  const scaled = Object.entries(moments).map(([name, value]) => {
    const units = [...name].map((letter) => (letter.toLowerCase() === "n" ? perN : perS));
    return [name, units.reduce((product, unit) => product * unit, value)];
  });
  return { isWhole, key, clusters, ...Object.fromEntries(scaled) } as Row;
}

function unitsOf({ numerator, denominator, scale: factor = 1 }: Metric): { n: number; s: number } {
  const unit = (part: typeof numerator) => ("sum" in part ? 0.001 : 1);
  return { n: unit(denominator!), s: unit(numerator) * factor };
}

const takeFactsApart = (ctx: Ctx, metric: Metric, by: Dimension, slice: Slice): Promise<Row[]> =>
  rows(
    ctx.db,
    sql<Row>`
    with own as materialized (${compileOwn(ctx, metric, by, slice)}),
         every as (select conversation_id, sum(n) as n, sum(s) as s from own group by conversation_id)
    select false as "isWhole", own.key, count(*) as clusters, sum(own.n) as n, sum(own.s) as s,
           sum(own.n * own.n) as nn, sum(own.n * own.s) as ns, sum(own.s * own.s) as ss,
           sum(own.n * every.n) as "nN", sum(own.n * every.s) as "nS",
           sum(own.s * every.n) as "sN", sum(own.s * every.s) as "sS"
      from own join every using (conversation_id) group by own.key
    union all
    select true, null, count(*), coalesce(sum(n), 0), coalesce(sum(s), 0),
           coalesce(sum(n * n), 0), coalesce(sum(n * s), 0), coalesce(sum(s * s), 0), 0, 0, 0, 0 from every`,
  );

/** The same from the sums of days: the groups, and from the rows of whole days the whole. */
async function takeDaysApart(ctx: Ctx, { fact }: Metric, by: Dimension, reading: Reading, mean: Mean): Promise<Row[]> {
  const layout = layouts.get(fact)!;
  const part = (place: number) => sql`sum(parts[${sql.lit(place)}])::float8`;
  const { n, s } = mean;
  const products = {
    rate: [n, n, s, s],
    value: [n, n, s, mean.at],
    products: [mean.at, mean.at + 1, mean.at + 2, mean.at + 3],
  }[mean.kind];
  const [clusters, nn, ns, ss] = products.map(part);
  const isOfOne = reading.dimension === "" || isOfConversation(fact, reading.dimension) || mean.kind !== "products";
  const crosses = crossesAt(layout, mean);
  const [nN, nS, sN, sS] = isOfOne ? [nn, ns, ns, ss] : [0, 1, 2, 3].map((i) => part(crosses + i));
  const moments = sql`${clusters} as clusters, ${part(n)} as n, ${part(s)} as s, ${nn} as nn, ${ns} as ns, ${ss} as ss`;
  const from = (of: Reading) => sql`from rollup where ${compileReading(ctx, of)} and fact = ${fact}`;
  const found = await rows(
    ctx.db,
    sql<Row>`
    select false as "isWhole", ${compileRolledKey(by)} as key, ${moments},
           ${nN} as "nN", ${nS} as "nS", ${sN} as "sN", ${sS} as "sS" ${from(reading)} group by 2
    union all
    select true, null, ${moments}, 0, 0, 0, 0 ${from({ ...reading, dimension: "" })} having count(*) > 0`,
  );
  return found.filter((row) => row.n !== 0 || row.s !== 0);
}

/** Each conversation's part in each group, for drawing from. */
export async function listClusters(ctx: Ctx, metric: Metric, by: Dimension, slice: Slice): Promise<Cluster[]> {
  const found = await rows(
    ctx.db,
    sql<{ key: string | null; conversation_id: string; n: number; s: number }>`
    ${compileOwn(ctx, metric, by, slice)} order by conversation_id, key`,
  );
  const per = unitsOf(metric);
  return found.map(({ key, conversation_id, n, s }) => ({
    group: JSON.stringify(key),
    conversationId: conversation_id,
    n: n * per.n,
    sum: s * per.s,
  }));
}

/** n: what the denominator counts; s: what the numerator comes to. */
function compileOwn(ctx: Ctx, metric: Metric, by: Dimension, slice: Slice) {
  const { fact, numerator, denominator } = metric;
  if (!denominator) throw new RangeError(`${metric.key} is a count: it has no mean to take apart`);
  return sql<{ key: string | null; conversation_id: string; n: number; s: number }>`
    select * from (
      select ${compileKey(fact, by)} as key, conversation_id,
             ${compileAggregate(metric, denominator)}::float8 as n, ${compileAggregate(metric, numerator)}::float8 as s
        from ${tableOf(fact)} where ${compileSlice(ctx, fact, slice)} group by 1, 2
    ) parts where n <> 0 or s <> 0`;
}
