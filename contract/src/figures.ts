import * as z from "zod";
import { limits } from "./limits.ts";

/** How figures are asked for and answered: shared by every route that cuts, filters or compares them. */

export const localDay = z.iso.date();

export const dimension = z.enum([
  "day",
  "week",
  "month",
  "weekday",
  "hour",
  "requestHour",
  "channel",
  "intent",
  "intentGroup",
  "question",
  "product",
  "category",
  "region",
  "agent",
  "reason",
  "handledBy",
  "sentiment",
  "entry",
  "outcome",
  "trigger",
  "requestedBy",
  "surveyVia",
]);
export type Dimension = z.infer<typeof dimension>;

/** One value of a dimension; hours and weekdays as digits, days as YYYY-MM-DD, null for “none”. */
const dimensionValue = z.string().max(limits.dimensionCharacters).nullable();

export const figureFilter = z.object({
  dimension,
  in: z.array(dimensionValue).min(1).max(limits.filterValues),
  not: z.boolean().default(false),
});
export type FigureFilter = z.infer<typeof figureFilter>;
export const figureFilters = z.array(figureFilter).max(limits.filters);

/** Filters inside an address: the same as JSON text. */
export const filtersInAddress = z
  .string()
  .max(8_000)
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: "custom", message: "filters must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(figureFilters)
  .default([]);

const dayMs = 86_400_000;
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Whole local days of the shop, both ends meant. */
export const dayWindow = z
  .object({ from: localDay, to: localDay })
  .refine(({ from, to }) => from <= to, { path: ["from"], message: "must not be after `to`" })
  .refine(({ from, to }) => daysBetween(from, to) < limits.windowDays, {
    path: ["to"],
    message: `a window can have ${limits.windowDays} days at most; ask for a shorter one`,
  });
export type DayWindow = z.infer<typeof dayWindow>;

/** The window of the same length before, a window of one's own, or nothing. */
export const comparison = z.union([z.enum(["previous", "none"]), dayWindow]);

export const unit = z.enum(["ratio", "seconds", "count", "stars", "points"]);
export const bilingual = z.object({ "zh-CN": z.string(), en: z.string() });
export const tag = z.enum(["urgent", "worsening", "small_sample"]);

export const metricWords = z.object({
  key: z.string(),
  unit,
  good: z.enum(["up", "down", "none"]),
  name: bilingual,
  formula: bilingual,
});
export type MetricWords = z.infer<typeof metricWords>;

/** A figure with what it is made of; of means of durations, also median and P90. */
export const figure = z.object({
  numerator: z.number(),
  /** null: a count. */
  denominator: z.number().nullable(),
  /** null when the denominator is 0. */
  value: z.number().nullable(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
});
export type Figure = z.infer<typeof figure>;

/** A value of a dimension, and what people call it where that is known. */
export const groupKey = z.object({ key: dimensionValue, name: bilingual.nullable() });
export type GroupKey = z.infer<typeof groupKey>;
