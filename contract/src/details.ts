import * as z from "zod";
import { bilingual, dayWindow, figureFilters, localDay } from "./figures.ts";
import { limits } from "./limits.ts";

/** Tables of single things, row by row: what they have as columns, and how their rows are asked for. */

/** Conversations; agents; agents day by day. */
export const detailTable = z.enum(["conversations", "agents", "agent_days"]);
export type DetailTable = z.infer<typeof detailTable>;

export const columnKind = z.enum(["text", "choice", "instant", "day", "count", "seconds", "stars", "ratio", "flag"]);
export type ColumnKind = z.infer<typeof columnKind>;

export const detailColumn = z.object({
  key: z.string(),
  kind: columnKind,
  /** Columns that are chosen from together. */
  group: z.enum(["when", "who", "about", "bot", "people", "rating"]),
  name: bilingual,
  /** What exactly it says, where the name can't. */
  explanation: bilingual.nullable(),
  /** Of a choice: what each value is called. Values not named here are their own name. */
  choices: z.record(z.string(), bilingual).nullable(),
  /** Shown until somebody chooses. */
  isUsual: z.boolean(),
  /** Numbers by range, flags by yes or no. What is cut by a dimension is filtered by that. */
  canFilter: z.boolean(),
});
export type DetailColumn = z.infer<typeof detailColumn>;

const columnKey = z.string().min(1).max(80);

const rangeFilter = z
  .object({ column: columnKey, min: z.number().optional(), max: z.number().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, { message: "needs `min`, `max` or both" })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ["min"],
    message: "must not be more than `max`",
  });
/** Both ends meant. What has no value is in no range. */
export const rangeFilters = z.array(rangeFilter).max(limits.filters);
export type RangeFilter = z.infer<typeof rangeFilter>;

const flagFilter = z.object({ column: columnKey, is: z.boolean() });
export const flagFilters = z.array(flagFilter).max(limits.flagFilters);
export type FlagFilter = z.infer<typeof flagFilter>;

export const detailSort = z.object({ column: columnKey, direction: z.enum(["asc", "desc"]) });
export type DetailSort = z.infer<typeof detailSort>;

/** Which rows and columns. */
const look = z.object({
  table: detailTable,
  filters: figureFilters.default([]),
  ranges: rangeFilters.default([]),
  flags: flagFilters.default([]),
  /** Part of the customer's name; of the agent's in tables of agents. */
  search: z.string().trim().max(100).default(""),
  /** In this order; none: the usual ones. */
  columns: z.array(columnKey).max(limits.detailColumns).default([]),
  /** Default: the latest first; agents by how much they served. What has no value comes last, either way. */
  sort: detailSort.optional(),
});

export const detailQuery = look.extend({ window: dayWindow });
export type DetailQuery = z.infer<typeof detailQuery>;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cell>;

export const detailRow = z.object({
  /** A conversation's id; an agent's, in agent_days with "/" and the day. */
  id: z.string(),
  /** In the order of the columns. Instants as ISO 8601, choices by their key, ratios 0–1. */
  cells: z.array(cell),
});
export type DetailRow = z.infer<typeof detailRow>;

/** A saved view moves on with the calendar (whole days, today's the last, or a month), or stays where it was. */
export const namedRange = z.enum(["today", "yesterday", "7", "30", "90", "month", "lastMonth"]);
const viewWindow = z.union([z.object({ range: namedRange }), z.object({ from: localDay, to: localDay })]);
export type ViewWindow = z.infer<typeof viewWindow>;

export const viewContent = look.extend({ window: viewWindow });
export type ViewContent = z.infer<typeof viewContent>;
