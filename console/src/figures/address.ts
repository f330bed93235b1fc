import { type DayWindow, type FigureFilter, figureFilter } from "@yingda/contract/figures";
import { limits } from "@yingda/contract/limits";
import {
  isAskable,
  isDay,
  type RangeName,
  rangeNames,
  usualRange,
  windowAYearAgo,
  windowBefore,
  windowOf,
} from "./ranges.ts";

/**
 * What a page of figures shows, read from its address and written into it: a link shows what I see. Whatever cannot be
 * read falls back to the usual, and is said: the figures are others than the link's.
 */

export const figureSearchNames = ["range", "from", "to", "compare", "filters", "metric", "by", "part", "use"] as const;
export type FigureSearch = { [Name in (typeof figureSearchNames)[number]]?: string };

export type Compare = "previous" | "year" | "none" | DayWindow;

export type FigureState = {
  range: RangeName | "own";
  window: DayWindow;
  compare: Compare;
  /** What it is compared with; null: nothing. */
  before: DayWindow | null;
  filters: FigureFilter[];
  unreadableFilters: number;
  /** The days or those compared with. */
  areDaysUnreadable: boolean;
};

export function readState(search: FigureSearch, today: string): FigureState {
  const own = { from: search.from ?? "", to: search.to ?? "" };
  const isOwn = isDay(own.from) && isDay(own.to) && isAskable(own);
  const range = isOwn ? "own" : (rangeNames.find((name) => name === search.range) ?? usualRange);
  const window = range === "own" ? own : windowOf(range, today);
  const compare = readCompare(search.compare);
  const { filters, unreadable } = readFilters(search.filters);
  const areDaysUnreadable =
    (!isOwn && (own.from !== "" || own.to !== "")) ||
    (search.range !== undefined && !rangeNames.some((name) => name === search.range)) ||
    (search.compare !== undefined && search.compare !== "previous" && compare === "previous");
  const before = beforeOf(window, compare);
  return { range, window, compare, before, filters, unreadableFilters: unreadable, areDaysUnreadable };
}

function readCompare(text: string | undefined): Compare {
  if (text === "none" || text === "year") return text;
  const [from, to] = text?.split("..") ?? [];
  return isDay(from) && isDay(to) && isAskable({ from, to }) ? { from, to } : "previous";
}

function beforeOf(window: DayWindow, compare: Compare): DayWindow | null {
  if (compare === "none") return null;
  if (compare === "previous") return windowBefore(window);
  return compare === "year" ? windowAYearAgo(window) : compare;
}

export function readFilters(text: string | undefined): { filters: FigureFilter[]; unreadable: number } {
  if (!text) return { filters: [], unreadable: 0 };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { filters: [], unreadable: 1 };
  }
  if (!Array.isArray(given)) return { filters: [], unreadable: 1 };
  const parsed = given.map((one) => figureFilter.safeParse(one));
  const filters = parsed.flatMap((one) => (one.success ? [one.data] : [])).slice(0, limits.filters);
  return { filters, unreadable: parsed.length - filters.length };
}

/** Undefined when there are none, so that the address stays short. */
export const writeFilters = (filters: readonly FigureFilter[]): string | undefined =>
  filters.length === 0 ? undefined : JSON.stringify(filters.map(({ not, ...rest }) => (not ? { ...rest, not } : rest)));

export function writeCompare(compare: Compare): string | undefined {
  if (compare === "previous") return undefined;
  return typeof compare === "string" ? compare : `${compare.from}..${compare.to}`;
}

/** One filter per dimension and sense: entering a row twice changes nothing, another value takes its place. */
export function enterValue(
  filters: readonly FigureFilter[],
  dimension: FigureFilter["dimension"],
  key: string | null,
): FigureFilter[] {
  return [...filters.filter((one) => one.dimension !== dimension), { dimension, in: [key], not: false }];
}

/** The address with its days fixed: tomorrow, "the last 30 days" would be others. */
export function pinned(search: FigureSearch, { window }: FigureState): FigureSearch {
  const { range: _range, ...rest } = search;
  return { ...rest, from: window.from, to: window.to };
}
