import type { Cell, DetailColumn, DetailQuery, DetailTable } from "@yingda/contract/details";
import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { DetailPage } from "@yingda/contract/routes/details";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../../context.ts";
import { firstRow, isDataFault, rows, sql } from "../../platform/db/database.ts";
import { refuse } from "../asked.ts";
import { agentDays, agents } from "./agents.ts";
import { type Column, describeColumn } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { compileBeyond, compileOrder, type Order, readPlace, refuseCursor, writeCursor } from "./keyset.ts";
import type { Table } from "./table.ts";

/** Conversations and agents row by row. It shows single things; what they add up to is said by query.ts. */

const tables: Record<DetailTable, Table> = { conversations, agents, agent_days: agentDays };

export async function listDetailColumns(ctx: Ctx): Promise<ReplyOf<typeof routes.listDetailColumns>> {
  const described = Object.entries(tables).map(
    async ([key, table]) => [key, (await table.columns(ctx)).map(describeColumn)] as const,
  );
  return { tables: Object.fromEntries(await Promise.all(described)) as Record<DetailTable, DetailColumn[]> };
}

/** A query that has been checked, with what it names. */
export type Asked = { query: DetailQuery; table: Table; wanted: Column[]; sorted: Column; order: Order };

/** Refuses what the table doesn't have, by the field's name. */
export async function ask(ctx: Ctx, query: DetailQuery): Promise<Asked> {
  const table = tables[query.table];
  const columns = await table.columns(ctx);
  const find = (key: string, path: string): Column =>
    columns.find((one) => one.key === key) ??
    refuse(path, `there is no column “${key.slice(0, 80)}”; GET /api/analytics/details/columns lists them all`);
  const canBeFiltered = (key: string, path: string, isFlag: boolean) => {
    const column = find(key, path);
    if (!column.canFilter || (column.kind === "flag") !== isFlag)
      refuse(path, `${key} can't be filtered ${isFlag ? "by yes or no" : "by a range"}`);
  };
  for (const [i, { column }] of query.ranges.entries()) canBeFiltered(column, `ranges.${i}.column`, false);
  for (const [i, { column }] of query.flags.entries()) canBeFiltered(column, `flags.${i}.column`, true);
  table.check(query);
  const chosen = [...new Set(query.columns)].map((key) => find(key, "columns"));
  const wanted = chosen.length > 0 ? chosen : columns.filter(({ isUsual }) => isUsual);
  const sort = query.sort ?? table.defaultSort;
  const sorted = find(sort.column, "sort.column");
  const order: Order = {
    ...{ sort, kind: sorted.kind, idType: table.idType, isNeverNull: sorted.isNeverNull ?? false },
    ...{ key: sql.ref("key"), id: sql.ref("id") },
  };
  return { query, table, wanted, sorted, order };
}

type Row = { row_id: string; row_key: string | null; cells: Cell[] };

export async function listDetails(ctx: Ctx, input: InputOf<typeof routes.listDetails>): Promise<DetailPage> {
  const { after, before, pageSize, ...query } = input;
  const { table, wanted, sorted, order } = await ask(ctx, query);
  const place = readPlace(order.sort, { after, before });
  const [found, total] = await Promise.all([
    rows(
      ctx.db,
      (await table.compilePage(ctx, query, {
        ...{ wanted, sorted, limit: pageSize + 1 },
        beyond: compileBeyond(order, place),
        order: compileOrder(order, place?.isBackwards),
      })) as RawBuilder<Row>,
    ).catch((error) => {
      // A cursor that was tampered with; nothing else of a checked query can be such a value.
      throw place && isDataFault(error) ? asRefusal(after ? "after" : "before") : error;
    }),
    countDetails(ctx, { table, query }, limits.detailsCounted),
  ]);
  const shown = found.slice(0, pageSize);
  if (place?.isBackwards) shown.reverse();
  const isMore = found.length > pageSize;
  const cursorOf = (row: Row | undefined, isThere: boolean) =>
    row && isThere ? writeCursor(order.sort, { key: row.row_key, id: row.row_id }) : null;
  return {
    columns: wanted.map(({ key }) => key),
    rows: shown.map(({ row_id, cells }) => ({ id: row_id, cells })),
    next: cursorOf(shown.at(-1), place?.isBackwards || isMore),
    previous: cursorOf(shown[0], place !== null && (!place.isBackwards || isMore)),
    total,
  };
}

function asRefusal(path: string): unknown {
  try {
    return refuseCursor(path);
  } catch (refusal) {
    return refusal;
  }
}

export async function countDetails(
  ctx: Ctx,
  { table, query }: Pick<Asked, "table" | "query">,
  most: number,
): Promise<{ count: number; isMore: boolean }> {
  const found = await firstRow(
    ctx.db,
    (await table.compileCount(ctx, query, most + 1)) as RawBuilder<{ count: number }>,
  );
  const count = found?.count ?? 0;
  return { count: Math.min(count, most), isMore: count > most };
}
