import type { FigureFilter } from "@yingda/contract/figures";
import { type Dimension, getDimension } from "@yingda/measures/dimensions";
import type { FactName } from "@yingda/measures/facts";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { addDays } from "../platform/local-time.ts";
import { rolledColumns } from "./rollup-layout.ts";
import { compileHolds } from "./rollup-merge.ts";
import { cover, lengthOf, type Span, toRange } from "./rollup-spans.ts";
import { coarsen, compileDay, type Window } from "./sql.ts";

/** Which part of a question the days' sums can answer, and how they are read. What they can't is left to the facts. */

/** Spans whose sums hold, read by one dimension (a column of the fact, or '' for all of it); and the days left over. */
export type Reading = { dimension: string; spans: Span[]; open: string[] };

/** `spans`: those that hold in the window, where a question of several parts has looked them up once for all. */
type Asked = { window: Window; filters?: readonly FigureFilter[]; spans?: readonly Span[] };

const isOfDays = ({ column }: Dimension) => column === "localDay";

/** Null: nothing to gain. A question about two columns at once can't be answered by sums over one. */
export async function planReading(
  ctx: Ctx,
  fact: FactName,
  by: readonly Dimension[],
  { window, filters = [], spans: listed }: Asked,
): Promise<Reading | null> {
  const asked = [...by, ...filters.map(({ dimension }) => getDimension(dimension))];
  const columns = [...new Set(asked.filter((one) => !isOfDays(one)).map(({ column }) => column))];
  if (columns.length > 1 || columns.some((column) => !rolledColumns(fact).includes(column))) return null;
  const known = listed ?? (await listSpans(ctx, window));
  const { spans, open } = cover(window, asked.some(isOfDays) ? known.filter((span) => lengthOf(span) === 1) : known);
  return spans.length === 0 ? null : { dimension: columns[0] ?? "", spans, open };
}

/** Whose sums hold, in a window. */
export const listSpans = (ctx: Ctx, { from, to }: Window): Promise<Span[]> =>
  rows(
    ctx.db,
    sql<Span>`
    select lower(days)::text as "from", upper(days)::text as "to" from rollup_span span
     where shop_id = ${ctx.shopId} and days >= daterange(${from}, ${addDays(from, 1)})
       and days < daterange(${to}, ${addDays(to, 1)}) and upper(days) <= ${to}::date and ${compileHolds(sql`span`)}`,
  );

/** Whether none of them was removed since they were listed: what was read of it meanwhile would have been nothing. */
export async function areThere(ctx: Ctx, spans: readonly Span[]): Promise<boolean> {
  // Windows that overlap have spans in common.
  const ranges = [...new Set(spans.map(toRange))];
  const found = await rows(
    ctx.db,
    sql`select from rollup_span where shop_id = ${ctx.shopId} and days = any(${ranges}::daterange[])`,
  );
  return found.length === ranges.length;
}

/** Rows of the sums that answer the question. */
export const compileReading = (ctx: Ctx, { dimension, spans }: Reading) =>
  sql`shop_id = ${ctx.shopId} and dimension = ${dimension} and days = any(${spans.map(toRange)}::daterange[])`;

/** As compileKey and compileFilters say it of facts. */
export function compileRolledKey(dimension: Dimension) {
  if (isOfDays(dimension)) return compileDay(sql`lower(days)`, dimension);
  return coarsen(sql<string | null>`(case when is_none then null else key end)`, dimension);
}

export function compileRolledFilters(filters: readonly FigureFilter[]) {
  const compiled = filters.map(({ dimension, in: values, not }) => {
    const fits = compileRolledHas(getDimension(dimension), values);
    return not ? sql`not ${fits}` : fits;
  });
  return compiled.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(compiled, sql` and `)})`;
}

function compileRolledHas(dimension: Dimension, values: readonly (string | null)[]) {
  const named = values.filter((value) => value !== null);
  const isAsKept = !isOfDays(dimension) && !dimension.coarser;
  // As it is kept a key is found by the index.
  const has = isAsKept
    ? sql`(key = any(${named}::text[]) and not is_none)`
    : sql`coalesce(${compileRolledKey(dimension)} = any(${named}::text[]), false)`;
  return named.length === values.length ? has : sql`(${has} or ${compileRolledKey(dimension)} is null)`;
}
