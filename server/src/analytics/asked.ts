import {
  type DayWindow,
  type Dimension as DimensionKey,
  daysBetween,
  type FigureFilter,
} from "@yingda/contract/figures";
import { findMetric } from "@yingda/measures/catalogue";
import { canCutBy, canFilterBy, dimensionsOf } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
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

/** Half-open inside, both ends meant outside. */
export const toWindow = ({ from, to }: DayWindow): Window => ({ from, to: addDays(to, 1) });

export function findBefore(window: DayWindow, compare: DayWindow | "previous" | "none"): DayWindow | null {
  if (compare === "none") return null;
  if (compare !== "previous") return compare;
  const days = daysBetween(window.from, window.to) + 1;
  return { from: addDays(window.from, -days), to: addDays(window.from, -1) };
}
