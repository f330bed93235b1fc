import type { ColumnKind, DetailSort } from "@yingda/contract/details";
import type { RawBuilder } from "kysely";
import * as z from "zod";
import { sql } from "../../platform/db/database.ts";
import { refuse } from "../asked.ts";
import { sqlTypeOf } from "./columns.ts";

/**
 * Page by page from the last row seen, not by counting rows: the hundredth page costs what the second does, and rows
 * that come meanwhile move nothing. Rows without a value come last in either direction; equal ones by their id.
 */

export type Order = {
  sort: DetailSort;
  kind: ColumnKind;
  /** The sorted column and the row's id, as they are called where the page is read. */
  key: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  idType: "uuid" | "text";
  /** Spares the database the nulls, and lets it use an index. */
  isNeverNull: boolean;
};

export type Place = { key: string | null; id: string; isBackwards: boolean };

const cursorShape = z.tuple([z.string(), z.enum(["asc", "desc"]), z.string().nullable(), z.string()]);

export const writeCursor = ({ column, direction }: DetailSort, row: { key: string | null; id: string }): string =>
  Buffer.from(JSON.stringify([column, direction, row.key, row.id])).toString("base64url");

export function readPlace(sort: DetailSort, { after, before }: { after?: string; before?: string }): Place | null {
  if (after && before) refuse("before", "give `after` or `before`, not both");
  const cursor = after ?? before;
  if (!cursor) return null;
  const path = after ? "after" : "before";
  const [column, direction, key, id] = parseCursor(cursor, path);
  if (column !== sort.column || direction !== sort.direction)
    refuse(path, "belongs to another sort; ask for the first page");
  return { key, id, isBackwards: !after };
}

export const refuseCursor = (path: string) => refuse(path, "use the `next` or `previous` of a page");

function parseCursor(cursor: string, path: string): z.infer<typeof cursorShape> {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return refuseCursor(path);
  }
}

const goesUp = ({ sort }: Order, isBackwards: boolean) => (sort.direction === "asc") !== isBackwards;

export function compileOrder(order: Order, isBackwards = false) {
  const way = goesUp(order, isBackwards) ? sql`asc` : sql`desc`;
  const nulls = order.isNeverNull ? sql`` : isBackwards ? sql`nulls first` : sql`nulls last`;
  return sql`order by ${order.key} ${way} ${nulls}, ${order.id} ${way}`;
}

export function compileBeyond(order: Order, place: Place | null): RawBuilder<unknown> {
  if (!place) return sql`true`;
  const { key, isNeverNull } = order;
  const beyond = goesUp(order, place.isBackwards) ? sql`>` : sql`<`;
  const id = sql`${place.id}::${sql.raw(order.idType)}`;
  if (place.key === null) {
    const rest = sql`(${key} is null and ${order.id} ${beyond} ${id})`;
    return place.isBackwards ? sql`(${key} is not null or ${rest})` : rest;
  }
  const value = sql`${place.key}::${sqlTypeOf(order.kind)}`;
  if (isNeverNull) return sql`(${key}, ${order.id}) ${beyond} (${value}, ${id})`;
  const there = sql`${key} ${beyond} ${value} or (${key} = ${value} and ${order.id} ${beyond} ${id})`;
  return place.isBackwards ? sql`(${there})` : sql`(${there} or ${key} is null)`;
}
