import type { Ctx, Ground } from "../context.ts";
import { inShop } from "../context.ts";
import { firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import { columnOf, tableOf } from "./fact-tables.ts";
import {
  isOfConversation,
  type Layout,
  layoutFingerprint,
  layouts,
  type Mean,
  rolledColumns,
  type SpreadColumn,
  spreadColumns,
} from "./rollup-layout.ts";
import { insertSpan, putTogether, removeSpans } from "./rollup-merge.ts";
import { spansOf, toRange } from "./rollup-spans.ts";
import { compileBucket, compilePredicate, compileSum } from "./sql.ts";

/**
 * Adds up the facts of days that have been quiet for a while. A day's sums are a function of its facts, made whole and
 * written whole; while they are stale, or were never made, figures read the facts themselves.
 */

/** Below this many conversations a day's facts are added up in no time. */
const worthwhileConversations = 2_000;
const quietMs = 30_000;
const daysAtOnce = 20;

export type RollingPolicy = { worthwhile?: number; quiet?: number };

type Due = { shop_id: string; local_day: string };

/** Says how many days it looked at: as many as `daysAtOnce`, and there may be more. */
export async function rollDays(
  ground: Ground,
  { worthwhile = worthwhileConversations, quiet = quietMs }: RollingPolicy = {},
): Promise<number> {
  const due = await rows(
    ground.db,
    sql<Due>`
    select shop_id, local_day from rollup_day
     where changed_at <= now() - make_interval(secs => ${quiet / 1000})
       and (rolled_changes is distinct from changes or layout is distinct from ${layoutFingerprint})
     order by changed_at limit ${daysAtOnce}`,
  );
  for (const { shop_id, local_day } of due) await rollDay(inShop(ground, shop_id), local_day, worthwhile);
  return due.length;
}

/** Somebody changed the day, or another node adds it up: serialization failure, unique violation. */
const collisions = new Set(["40001", "23505"]);

/** In one snapshot; whoever changes the day meanwhile makes the attempt void, and it is made again later. */
async function rollDay(ctx: Ctx, day: string, worthwhile: number): Promise<void> {
  try {
    await ctx.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((tx) => rollInside(ctx, tx, day, worthwhile));
  } catch (error) {
    if (!collisions.has((error as { code?: string }).code ?? "")) throw error;
  }
}

async function rollInside(ctx: Ctx, tx: Tx, day: string, worthwhile: number): Promise<void> {
  // One node at a time adds up a shop's days: whoever comes second leaves them to the first.
  const lock = await firstRow(
    tx,
    sql<{ isMine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${ctx.shopId}, 14)) as "isMine"`,
  );
  if (!lock?.isMine) return;
  // One day at a time is added up: its groups shall not be sorted by way of the disk.
  await rows(tx, sql`set local work_mem = '64MB'`);
  const state = await firstRow(
    tx,
    sql<{ changes: number; conversations: number }>`
    select changes, (select count(*) from fact_conversation where shop_id = ${ctx.shopId} and local_day = ${day}) as conversations
      from rollup_day where shop_id = ${ctx.shopId} and local_day = ${day}`,
  );
  if (!state) return;
  const [own, ...longer] = spansOf(day);
  await removeSpans(ctx, tx, [own!, ...longer]);
  if (state.conversations >= worthwhile) {
    await insertSpan(ctx, tx, own!, state.changes);
    for (const layout of layouts.values()) await addUpDay(ctx, tx, layout, day);
    for (const spread of spreadColumns) await spreadDay(ctx, tx, spread, day);
    for (const span of longer) if (!(await putTogether(ctx, tx, span))) break;
  }
  await rows(
    tx,
    sql`
    update rollup_day set rolled_changes = ${state.changes}, layout = ${layoutFingerprint}
     where shop_id = ${ctx.shopId} and local_day = ${day}`,
  );
}

async function addUpDay(ctx: Ctx, tx: Tx, layout: Layout, day: string): Promise<void> {
  const columns = rolledColumns(layout.fact);
  const own = columns.filter((column) => isOfConversation(layout.fact, column));
  await rows(tx, compileWholeRows(ctx, layout, own, day));
  for (const column of columns.filter((one) => !own.includes(one)))
    await rows(tx, compilePartRows(ctx, layout, column, day));
}

const insertRollup = sql`insert into rollup (shop_id, fact, dimension, days, key, is_none, parts)`;
const ofDay = (ctx: Ctx, day: string) => sql`shop_id = ${ctx.shopId} and local_day = ${day}::date`;
const asRange = (day: string) => sql`${toRange(spansOf(day)[0]!)}::daterange`;
const place = (i: number) => sql.ref(`p${i}`);

/** The whole day, and its rows by what a conversation has one value of: the conversation's sums are added up once for all. */
function compileWholeRows(ctx: Ctx, { fact, aggregates, means }: Layout, columns: readonly string[], day: string) {
  const refs = columns.map((column) => columnOf(fact, column));
  const sums = aggregates.map((one, i) => sql`${compileSum(fact, one)} as ${place(i + 1)}`);
  const products = means.flatMap((mean) => compileProducts(mean, place));
  const parts = [...aggregates.map((_, i) => sql`sum(${place(i + 1)})`), ...products];
  const names = sql.join(
    columns.map((column, i) => sql`when grouping(${refs[i]!}) = 0 then ${column}`),
    sql` `,
  );
  return sql`
    ${insertRollup}
    with own as (
      select conversation_id, ${sql.join(refs)}, ${sql.join(sums)} from ${tableOf(fact)} where ${ofDay(ctx, day)}
       group by conversation_id, ${sql.join(refs)}
    )
    select ${ctx.shopId}::uuid, ${fact}, case ${names} else '' end, ${asRange(day)},
           ${compileKeyed(compileOnly(refs))}, array[${sql.join(parts.map((part) => sql`(${part})::float8`))}]
      from own group by grouping sets ((), ${sql.join(refs.map((ref) => sql`(${ref})`))}) having count(*) > 0
     order by 3, 5`;
}

/** In the order of productNames. */
function compileProducts({ n, s, kind }: Mean, at: (i: number) => ReturnType<typeof sql>) {
  if (kind === "rate") return [];
  if (kind === "value") return [sql`sum(${at(s)} * ${at(s)})`];
  return [
    sql`count(*) filter (where ${at(n)} <> 0 or ${at(s)} <> 0)`,
    ...[sql`sum(${at(n)} * ${at(n)})`, sql`sum(${at(n)} * ${at(s)})`, sql`sum(${at(s)} * ${at(s)})`],
  ];
}

/** By what a conversation may have several values of (the agents of its turns): also against all that it has. */
function compilePartRows(ctx: Ctx, { fact, aggregates, means }: Layout, column: string, day: string) {
  const sums = aggregates.map((one, i) => sql`${compileSum(fact, one)} as ${place(i + 1)}`);
  const whole = (i: number) => sql`every.${place(i)}`;
  const part = (i: number) => sql`own.${place(i)}`;
  const parts = [
    ...aggregates.map((_, i) => sql`sum(${part(i + 1)})`),
    ...means.flatMap((mean) => compileProducts(mean, part)),
    ...means
      .filter(({ kind }) => kind === "products")
      .flatMap(({ n, s }) => [
        ...[sql`sum(${part(n)} * ${whole(n)})`, sql`sum(${part(n)} * ${whole(s)})`],
        ...[sql`sum(${part(s)} * ${whole(n)})`, sql`sum(${part(s)} * ${whole(s)})`],
      ]),
  ];
  return sql`
    ${insertRollup}
    with own as materialized (
      select conversation_id, ${columnOf(fact, column)} as key, ${sql.join(sums)} from ${tableOf(fact)}
       where ${ofDay(ctx, day)} group by 1, 2
    ), every as (
      select conversation_id, ${sql.join(aggregates.map((_, i) => sql`sum(${place(i + 1)}) as ${place(i + 1)}`))}
        from own group by conversation_id
    )
    select ${ctx.shopId}::uuid, ${fact}, ${column}, ${asRange(day)}, ${compileKeyed(sql`own.key::text`)},
           array[${sql.join(parts.map((one) => sql`(${one})::float8`))}]
      from own join every using (conversation_id) group by own.key order by own.key`;
}

async function spreadDay(ctx: Ctx, tx: Tx, { name, fact, column, where }: SpreadColumn, day: string): Promise<void> {
  const columns = rolledColumns(fact);
  const refs = columns.map((one) => columnOf(fact, one));
  const names = sql.join(
    columns.map((one, i) => sql`when grouping(${refs[i]!}) = 0 then ${one}`),
    sql` `,
  );
  const value = columnOf(fact, column);
  await rows(
    tx,
    sql`
    insert into rollup_spread (shop_id, spread, dimension, days, key, is_none, buckets, counts)
    with valued as (
      select ${sql.join(refs)}, ${compileBucket(value)} as bucket from ${tableOf(fact)}
       where ${ofDay(ctx, day)} and ${compilePredicate(fact, where)} and ${value} is not null
    ), counted as (
      select case ${names} else '' end as dimension, ${compileOnly(refs)} as key, bucket, count(*)::int as n
        from valued group by grouping sets ((bucket), ${sql.join(refs.map((ref) => sql`(bucket, ${ref})`))})
    )
    select ${ctx.shopId}::uuid, ${name}, dimension, ${asRange(day)}, ${compileKeyed(sql`key`)}, array_agg(bucket), array_agg(n)
      from counted group by dimension, key order by dimension, key`,
  );
}

/** A value and whether there is none: a key's columns can't be null. */
const compileKeyed = (key: ReturnType<typeof sql>) => sql`coalesce(${key}, ''), ${key} is null`;

/** Of a grouping set the one column that is in it. */
const compileOnly = (refs: readonly ReturnType<typeof columnOf>[]) =>
  sql`coalesce(${sql.join(refs.map((ref) => sql`${ref}::text`))})`;
