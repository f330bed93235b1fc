import type { DetailQuery, DetailSort } from "@yingda/contract/details";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../../context.ts";
import type { Column } from "./columns.ts";

/** What a table read row by row has to be able to do. Queries that reach it have been checked. */
export type Table = {
  idType: "uuid" | "text";
  defaultSort: DetailSort;
  columns: (ctx: Ctx) => Promise<Column[]> | Column[];
  /** Throws for filters that make no sense here. */
  check: (query: DetailQuery) => void;
  /**
   * Rows of a page in order: their id and the sort's value as text, under other names than what they are ordered by,
   * or the text would be; and their cells.
   */
  compilePage: (
    ctx: Ctx,
    query: DetailQuery,
    page: {
      wanted: readonly Column[];
      sorted: Column;
      /** Written for the names `key` and `id`. */
      beyond: RawBuilder<unknown>;
      order: RawBuilder<unknown>;
      limit: number;
    },
  ) => Compiled;
  compileCount: (ctx: Ctx, query: DetailQuery, limit: number) => Compiled;
  /** Every row in order, its columns called c0, c1, … */
  compileAll: (
    ctx: Ctx,
    query: DetailQuery,
    all: { wanted: readonly Column[]; sorted: Column; order: RawBuilder<unknown> },
  ) => Compiled;
};

type Compiled = Promise<RawBuilder<unknown>> | RawBuilder<unknown>;
