import {
  type DayWindow,
  type Dimension as DimensionKey,
  daysBetween,
  type FigureFilter,
} from "@yingda/contract/figures";
import { findMetric } from "@yingda/measures/catalogue";
import { canCutBy, canFilterBy, type Dimension, dimensionsOf, getDimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { getIntentTree } from "../intents/tree.ts";
import { AppError } from "../platform/errors.ts";
import { addDays } from "../platform/local-time.ts";
import type { Window } from "./sql.ts";

/** What was asked for, checked against the catalogue: a refusal names the field and says what there is instead. */

export function refuse(path: string, message: string): never {
  throw new AppError("invalid_input", `${path}: ${message}`, {}, [{ path, message }]);
}

export function findAskedMetric(key: string, path = "metric"): Metric {
  return (
    findMetric(key) ??
    refuse(path, `there is no metric “${key.slice(0, 80)}”; GET /api/analytics/metrics lists them all`)
  );
}

export function mustCut(metric: Metric, dimension: DimensionKey, path = "dimension"): void {
  if (canCutBy(metric, dimension)) return;
  const possible = dimensionsOf(metric).map(({ key }) => key);
  refuse(path, `${metric.key} can't be cut by ${dimension}; it can by ${possible.join(", ")}`);
}

export function mustFilter(metric: Metric, filters: readonly FigureFilter[]): void {
  for (const [i, { dimension }] of filters.entries()) {
    if (!canFilterBy(metric.fact, dimension)) {
      refuse(`filters.${i}.dimension`, `${metric.key} knows no ${dimension}; leave this filter or this metric out`);
    }
  }
}

/** With what the shop says about them: which group an intent is in. */
export async function openDimension(ctx: Ctx, key: DimensionKey): Promise<Dimension> {
  const dimension = getDimension(key);
  return key === "intentGroup" ? { ...dimension, coarser: await listGroups(ctx) } : dimension;
}

/** A group of intents is filtered by its intents, which is what facts know; hours as they are kept: "07" is 7. */
export async function openFilters(ctx: Ctx, given: readonly FigureFilter[]): Promise<FigureFilter[]> {
  const filters = given.map((filter) => (isHour(filter) ? { ...filter, in: filter.in.map(toHour) } : filter));
  if (!filters.some(({ dimension }) => dimension === "intentGroup")) return filters;
  const groups = await listGroups(ctx);
  return filters.map((filter) => {
    if (filter.dimension !== "intentGroup") return filter;
    const wanted = new Set(filter.in);
    const intents = [...groups].filter(([, group]) => wanted.has(group)).map(([intent]) => intent);
    return { ...filter, dimension: "intent", in: [...intents, ...filter.in] };
  });
}

const isHour = ({ dimension }: FigureFilter) => dimension === "hour" || dimension === "requestHour";
const toHour = (value: string | null) => (value && /^\d{1,4}$/.test(value) ? String(Number(value)) : value);

async function listGroups(ctx: Ctx): Promise<Map<string, string>> {
  const { groups } = await getIntentTree(ctx);
  return new Map(groups.flatMap(({ key, intents }) => intents.map((intent) => [intent.key, key] as const)));
}

/** Half-open inside, both ends meant outside. */
export const toWindow = ({ from, to }: DayWindow): Window => ({ from, to: addDays(to, 1) });

export function findBefore(window: DayWindow, compare: DayWindow | "previous" | "none"): DayWindow | null {
  if (compare === "none") return null;
  if (compare !== "previous") return compare;
  const days = daysBetween(window.from, window.to) + 1;
  return { from: addDays(window.from, -days), to: addDays(window.from, -1) };
}
