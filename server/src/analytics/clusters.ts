import type { Cluster, Moments, WholeMoments } from "@yingda/measures/certainty";
import type { Dimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { tableOf } from "./fact-tables.ts";
import { compileAggregate, compileKey } from "./sql.ts";
import { compileSlice, type Slice } from "./sums.ts";

/**
 * A ratio or mean taken apart by the groups of a dimension, with what tells how certain it is: conversations are what
 * chance deals out, so their sums are what is looked at. Nothing is judged here.
 */

export type Parted = { groups: ReadonlyMap<string | null, Moments & { clusters: number }>; whole: WholeMoments };

type Row = { key: string | null; clusters: number } & Moments & { isWhole: boolean };

export async function takeApart(ctx: Ctx, metric: Metric, by: Dimension, slice: Slice): Promise<Parted> {
  const found = await rows(
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
  const { isWhole: _, key: __, ...whole } = found.find((row) => row.isWhole)!;
  return {
    whole,
    groups: new Map(found.filter((row) => !row.isWhole).map(({ key, isWhole: _, ...moments }) => [key, moments])),
  };
}

/** Each conversation's part in each group, for drawing from. */
export async function listClusters(ctx: Ctx, metric: Metric, by: Dimension, slice: Slice): Promise<Cluster[]> {
  const found = await rows(
    ctx.db,
    sql<{ key: string | null; conversation_id: string; n: number; s: number }>`
    ${compileOwn(ctx, metric, by, slice)} order by conversation_id, key`,
  );
  return found.map(({ key, conversation_id, n, s }) => ({
    group: JSON.stringify(key),
    conversationId: conversation_id,
    n,
    sum: s,
  }));
}

/** n: what the denominator counts; s: what the numerator comes to, in the unit of the metric. */
function compileOwn(ctx: Ctx, metric: Metric, by: Dimension, slice: Slice) {
  const { fact, numerator, denominator, scale = 1 } = metric;
  if (!denominator) throw new RangeError(`${metric.key} is a count: it has no mean to take apart`);
  const unit = (part: typeof numerator) => ("sum" in part ? 0.001 : 1);
  const n = sql`${compileAggregate(metric, denominator)}::float8 * ${unit(denominator)}::float8`;
  const s = sql`${compileAggregate(metric, numerator)}::float8 * ${unit(numerator) * scale}::float8`;
  return sql<{ key: string | null; conversation_id: string; n: number; s: number }>`
    select * from (
      select ${compileKey(fact, by)} as key, conversation_id, ${n} as n, ${s} as s
        from ${tableOf(fact)} where ${compileSlice(ctx, fact, slice)} group by 1, 2
    ) parts where n <> 0 or s <> 0`;
}
