import type { FigureFilter } from "@yingda/contract/figures";
import { type Dimension, getDimension } from "@yingda/measures/dimensions";
import type { FactName } from "@yingda/measures/facts";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { addDays } from "../platform/local-time.ts";
import { layoutFingerprint, rolledColumns } from "./rollup-layout.ts";
import { coarsen, compileKey, type Window } from "./sql.ts";

/** Which part of a question the days' sums can answer, and how they are read. What they can't is left to the facts. */

/** Days whose sums hold, read by one dimension (a column of the fact, or '' for whole days); and the days left over. */
export type Reading = { dimension: string; rolled: string[]; open: string[] };

const isOfDays = ({ column }: Dimension) => column === "localDay";

/** Null: nothing to gain. A question about two columns at once can't be answered by sums over one. */
export async function planReading(
  ctx: Ctx,
  fact: FactName,
  by: readonly Dimension[],
  { window, filters = [] }: { window: Window; filters?: readonly FigureFilter[] },
): Promise<Reading | null> {
  const asked = [...by, ...filters.map(({ dimension }) => getDimension(dimension))].filter((one) => !isOfDays(one));
  const columns = [...new Set(asked.map(({ column }) => column))];
  if (columns.length > 1 || columns.some((column) => !rolledColumns(fact).includes(column))) return null;
  const rolled = await listRolledDays(ctx, window);
  if (rolled.length === 0) return null;
  const known = new Set(rolled);
  const open: string[] = [];
  for (let day = window.from; day < window.to; day = addDays(day, 1)) if (!known.has(day)) open.push(day);
  return { dimension: columns[0] ?? "", rolled, open };
}

const listRolledDays = async (ctx: Ctx, { from, to }: Window): Promise<string[]> =>
  (
    await rows(
      ctx.db,
      sql<{ local_day: string }>`
      select local_day from rollup_day
       where shop_id = ${ctx.shopId} and local_day >= ${from}::date and local_day < ${to}::date
         and is_rolled and rolled_changes = changes and layout = ${layoutFingerprint}`,
    )
  ).map((row) => row.local_day);

/** Rows of the sums that answer the question. */
export const compileReading = (ctx: Ctx, { dimension, rolled }: Reading) =>
  sql`shop_id = ${ctx.shopId} and dimension = ${dimension} and local_day = any(${rolled}::date[])`;

/** As compileKey and compileFilters say it of facts. */
export function compileRolledKey(fact: FactName, dimension: Dimension) {
  if (isOfDays(dimension)) return compileKey(fact, dimension);
  return coarsen(sql<string | null>`(case when is_none then null else key end)`, dimension);
}

export function compileRolledFilters(fact: FactName, filters: readonly FigureFilter[]) {
  const compiled = filters.map(({ dimension, in: values, not }) => {
    const key = compileRolledKey(fact, getDimension(dimension));
    const named = values.filter((value) => value !== null);
    const orNone = named.length === values.length ? sql`` : sql` or ${key} is null`;
    const fits = sql`(coalesce(${key} = any(${named}::text[]), false)${orNone})`;
    return not ? sql`not ${fits}` : fits;
  });
  return compiled.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(compiled, sql` and `)})`;
}
