import {
  type DetailSort,
  type DetailTable,
  type FlagFilter,
  type RangeFilter,
  rangeFilters,
  type ViewContent,
} from "@yingda/contract/details";
import { limits } from "@yingda/contract/limits";
import { type FigureSearch, type FigureState, writeFilters } from "../../figures/address.ts";

/** What a table shows beside days and filters (figures/address.ts), read from its address and written into it. */

const ownNames = ["ranges", "flags", "search", "columns", "sort", "after", "before", "at", "density", "view"] as const;
export const detailSearchNames = ownNames;
export type DetailSearch = FigureSearch & { [Name in (typeof ownNames)[number]]?: string };

export type Look = {
  ranges: RangeFilter[];
  flags: FlagFilter[];
  search: string;
  /** None: the usual ones. */
  columns: string[];
  sort: DetailSort | undefined;
};

export function readLook(search: DetailSearch): Look {
  return {
    ranges: readRanges(search.ranges),
    flags: listOf(search.flags)
      .slice(0, limits.flagFilters)
      .map((word) => ({ column: word.replace(/^-/, ""), is: !word.startsWith("-") })),
    search: (search.search ?? "").trim().slice(0, 100),
    columns: listOf(search.columns).slice(0, limits.detailColumns),
    sort: readSort(search.sort),
  };
}

export function writeLook(look: Partial<Look>): DetailSearch {
  return {
    ...(look.ranges && { ranges: look.ranges.length > 0 ? JSON.stringify(look.ranges) : undefined }),
    ...(look.flags && { flags: look.flags.map(({ column, is }) => (is ? column : `-${column}`)).join() || undefined }),
    ...(look.search !== undefined && { search: look.search.trim() || undefined }),
    ...(look.columns && { columns: look.columns.join() || undefined }),
    ...("sort" in look && { sort: look.sort && `${look.sort.direction === "desc" ? "-" : ""}${look.sort.column}` }),
  };
}

const listOf = (text: string | undefined): string[] => [...new Set(text?.split(",").filter(Boolean) ?? [])];

function readRanges(text: string | undefined): RangeFilter[] {
  try {
    return rangeFilters.safeParse(JSON.parse(text ?? "[]")).data ?? [];
  } catch {
    return [];
  }
}

function readSort(text: string | undefined): DetailSort | undefined {
  if (!text) return undefined;
  return text.startsWith("-") ? { column: text.slice(1), direction: "desc" } : { column: text, direction: "asc" };
}

/**
 * A page's place belongs to what was asked: another filter begins at the first page again, and so does a link opened on
 * another day. `at` is a mark of the question that `after` and `before` came from.
 */
export function markOf(question: unknown): string {
  let mark = 5381;
  for (const sign of JSON.stringify(question)) mark = ((mark * 33) ^ sign.codePointAt(0)!) >>> 0;
  return mark.toString(36);
}

export function readPlace({ after, before, at }: DetailSearch, mark: string): { after?: string; before?: string } {
  if (at !== mark) return {};
  return after ? { after } : before ? { before } : {};
}

/** What is seen, to be had again. */
export function toView(table: DetailTable, state: FigureState, look: Look): ViewContent {
  const window = state.range === "own" ? state.window : { range: state.range };
  return { table, window, filters: state.filters, ...look };
}

/** The address of a view: nothing of what was seen before stays. */
export function addressOfView(id: string, { window, filters, ...look }: ViewContent): DetailSearch {
  return {
    ...("range" in window ? { range: window.range } : window),
    filters: writeFilters(filters),
    ...writeLook(look),
    by: look.table === "agent_days" ? "day" : undefined,
    view: id,
  };
}
