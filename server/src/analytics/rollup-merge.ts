import type { RawBuilder } from "kysely";
import type { Ctx } from "../context.ts";
import { firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import { countParts, type Layout, layoutFingerprint, layouts, rolledColumns } from "./rollup-layout.ts";
import { partsOf, type Span, toRange } from "./rollup-spans.ts";

/** Puts the sums of three spans together into those of one: everything that is kept of a day adds up over days. */

/** Whether a span's sums are those of its days as they are now, and of this catalogue. */
export const compileHolds = (span: RawBuilder<unknown>): RawBuilder<boolean> => sql`(
  ${span}.layout = ${layoutFingerprint} and ${span}.changes = (
    select sum(changes) from rollup_day day where day.shop_id = ${span}.shop_id
       and day.local_day >= lower(${span}.days) and day.local_day < upper(${span}.days)))`;

export const insertSpan = (ctx: Ctx, tx: Tx, span: Span, changes: number) =>
  rows(
    tx,
    sql`insert into rollup_span (shop_id, days, changes, layout)
        values (${ctx.shopId}, ${toRange(span)}::daterange, ${changes}, ${layoutFingerprint})`,
  );

/** With their sums. */
export const removeSpans = (ctx: Ctx, tx: Tx, spans: readonly Span[]) =>
  rows(
    tx,
    sql`delete from rollup_span where shop_id = ${ctx.shopId} and days = any(${spans.map(toRange)}::daterange[])`,
  );

/** False when a part is missing or no longer holds. */
export async function putTogether(ctx: Ctx, tx: Tx, span: Span): Promise<boolean> {
  const own = partsOf(span).map(toRange);
  const found = await firstRow(
    tx,
    sql<{ n: number; changes: number }>`
    select count(*) as n, sum(changes)::float8 as changes from rollup_span part
     where shop_id = ${ctx.shopId} and days = any(${own}::daterange[]) and ${compileHolds(sql`part`)}`,
  );
  if (found!.n < own.length) return false;
  await insertSpan(ctx, tx, span, found!.changes);
  for (const layout of layouts.values()) {
    const columns = ["", ...rolledColumns(layout.fact)];
    for (const [count, alike] of Map.groupBy(columns, (column) => countParts(layout, column)))
      await addUpParts(ctx, tx, layout, { span, own, columns: alike, count });
  }
  await addUpSpreads(ctx, tx, span, own);
  return true;
}

/** Rows are written in the order of their index: read together, they lie together. */
type Sums = { span: Span; own: string[]; columns: readonly string[]; count: number };

function addUpParts(ctx: Ctx, tx: Tx, { fact }: Layout, { span, own, columns, count }: Sums) {
  const sums = Array.from({ length: count }, (_, i) => sql`sum(parts[${sql.lit(i + 1)}])`);
  return rows(
    tx,
    sql`
    insert into rollup (shop_id, fact, dimension, days, key, is_none, parts)
    select shop_id, fact, dimension, ${toRange(span)}::daterange, key, is_none, array[${sql.join(sums)}]
      from rollup
     where shop_id = ${ctx.shopId} and days = any(${own}::daterange[]) and fact = ${fact}
       and dimension = any(${columns}::text[])
     group by shop_id, fact, dimension, key, is_none order by dimension, key`,
  );
}

/** More bars than this are worth adding up; fewer are only put side by side, and whoever reads them adds them up. */
const longBars = 100;

const addUpSpreads = (ctx: Ctx, tx: Tx, span: Span, own: string[]) =>
  rows(
    tx,
    sql`
    insert into rollup_spread (shop_id, spread, dimension, days, key, is_none, buckets, counts)
    select ${ctx.shopId}, spread, dimension, ${toRange(span)}::daterange, key, is_none,
           coalesce(added.buckets, bars.buckets), coalesce(added.counts, bars.counts)
      from (
        select spread, dimension, key, is_none, concatenate(buckets) as buckets, concatenate(counts) as counts
          from rollup_spread where shop_id = ${ctx.shopId} and days = any(${own}::daterange[])
         group by spread, dimension, key, is_none offset 0) bars,
      lateral (
        select array_agg(bucket) as buckets, array_agg(n) as counts
          from (select bucket, sum(n)::int as n from unnest(bars.buckets, bars.counts) as bar (bucket, n)
                 where cardinality(bars.buckets) > ${longBars} group by bucket) each) added
     order by spread, dimension, key`,
  );
