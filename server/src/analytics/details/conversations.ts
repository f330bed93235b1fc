import type { DetailQuery, DetailSort } from "@yingda/contract/details";
import type { FigureFilter } from "@yingda/contract/figures";
import { canFilterBy, getDimension } from "@yingda/measures/dimensions";
import type { FactName } from "@yingda/measures/facts";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../../context.ts";
import { getIntentTree } from "../../intents/tree.ts";
import { sql } from "../../platform/db/database.ts";
import { refuse, toWindow } from "../asked.ts";
import { columnOf, tableOf } from "../fact-tables.ts";
import { compileFilters, inWindow } from "../sql.ts";
import type { Column } from "./columns.ts";
import { conversationColumns } from "./conversation-columns.ts";
import type { Table } from "./table.ts";

/** One row per conversation. */

const defaultSort: DetailSort = { column: "startedAt", direction: "desc" };

export const conversations: Table = {
  idType: "uuid",
  defaultSort,
  columns: async (ctx) => conversationColumns(ctx.publicUrl, await getIntentTree(ctx)),
  check: ({ filters }) => {
    for (const [i, { dimension }] of filters.entries()) {
      if (!findHolder(dimension))
        refuse(`filters.${i}.dimension`, `conversations know no ${dimension}; leave this filter out`);
    }
  },
  /** Names are joined to the rows of the page only; the sort's own, to all that it has to go through. */
  compilePage: (ctx, query, { wanted, sorted, beyond, order, limit }) => sql`
    with page as materialized (
      select id, key from (
        select f.conversation_id as id, ${sorted.sql} as key
          from (${compileSlice(ctx, query)} and ${nearTheSlice(query, sorted)}) f ${compileJoins([sorted])}
      ) d where ${beyond} ${order} limit ${limit}
    )
    select page.id::text as row_id, page.key::text as row_key, ${compileCells(wanted)} as cells
      from page join fact_conversation f on f.shop_id = ${ctx.shopId} and f.conversation_id = page.id
      ${compileJoins(wanted)} ${order}`,
  compileCount: (ctx, query, limit) =>
    sql`select count(*)::int as count from (${compileSlice(ctx, query)} limit ${limit}) d`,
  compileAll: (ctx, query, { wanted, sorted, order }) => sql`
    select ${sql.join(wanted.map((column, i) => sql`${column.sql} as ${sql.ref(`c${i}`)}`))}
      from (select f.*, f.conversation_id as id, ${sorted.sql} as key
              from (${compileSlice(ctx, query)}) f ${compileJoins([sorted])}) f
      ${compileJoins(wanted)} ${order}`,
};

/** One array a row: as jsonb, so that every kind of value has its place in it. */
const compileCells = (wanted: readonly Column[]) =>
  sql`jsonb_build_array(${sql.join(wanted.map((column) => column.sql))})`;

const compileJoins = (columns: readonly Column[]) =>
  sql.join([...new Set(columns.flatMap(({ join }) => join ?? []))], sql` `);

/** Every conversation that is asked for, as its fact stands. */
function compileSlice(ctx: Ctx, { window, filters, ranges, flags, search }: DetailQuery): RawBuilder<unknown> {
  const conditions = [
    inWindow(ctx.shopId, toWindow(window)),
    ...filters.map((filter) => compileFilter(ctx, toWindow(window), filter)),
    ...ranges.flatMap(({ column, min, max }) => {
      const ref = columnOf("conversation", column);
      return [
        ...(min === undefined ? [] : [sql`${ref} >= ${min}`]),
        ...(max === undefined ? [] : [sql`${ref} <= ${max}`]),
      ];
    }),
    ...flags.map(({ column, is }) => sql`${columnOf("conversation", column)} is ${is ? sql`true` : sql`false`}`),
    ...(search
      ? [
          sql`customer_id in (select customer_id from customer where shop_id = ${ctx.shopId} and name ilike ${likeness(search)})`,
        ]
      : []),
  ];
  return sql`select * from fact_conversation where ${sql.join(conditions, sql` and `)}`;
}

export const likeness = (search: string): string => `%${search.replace(/[\\%_]/g, "\\$&")}%`;

/** What only a conversation's questions or requests have, it has when one of them does. */
function compileFilter(ctx: Ctx, window: ReturnType<typeof toWindow>, filter: FigureFilter): RawBuilder<unknown> {
  const fact = findHolder(filter.dimension)!;
  if (fact === "conversation") return compileFilters(fact, [filter]);
  const having = sql`
    select conversation_id from ${tableOf(fact)}
     where ${inWindow(ctx.shopId, window)} and ${compileFilters(fact, [{ ...filter, not: false }])}`;
  return filter.not ? sql`conversation_id not in (${having})` : sql`conversation_id in (${having})`;
}

const holders: readonly FactName[] = ["conversation", "question", "request"];

const findHolder = (dimension: FigureFilter["dimension"]): FactName | undefined =>
  holders.find((fact) => canFilterBy(fact, getDimension(dimension).key));

/** A local day begins within a day of the same one in UTC: said twice, so that the index by instants ends where the window does. */
const nearTheSlice = ({ window }: DetailQuery, { key }: Column) =>
  key === "startedAt" ? sql`started_at >= ${window.from}::date - 1 and started_at < ${window.to}::date + 2` : sql`true`;
