import { type DayWindow, type Dimension as DimensionKey, daysBetween, type Figure } from "@yingda/contract/figures";
import type { InputOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { FigureReply } from "@yingda/contract/routes/figures";
import type { Dimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { addDays } from "../platform/local-time.ts";
import {
  findAskedMetric,
  findBefore,
  mustCut,
  mustFilter,
  openDimension,
  openFilters,
  refuse,
  toWindow,
} from "./asked.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";
import { nameKeys } from "./names.ts";
import { type Spread, spreadOut } from "./spreads.ts";
import { idOf, nothing, openSlice, type Parts, type Slice, sumUp, toMeasured } from "./sums.ts";

/** Any metrics, cut and filtered, in a window and in another to compare with. */

type Input = InputOf<typeof routes.queryFigures>;
type Key = string | null;
/** By the joined keys: those, and the parts of each metric. */
type Groups = Map<string, { keys: Key[]; parts: Parts[] }>;

export async function queryFigures(ctx: Ctx, input: Input): Promise<FigureReply> {
  const metrics = input.metrics.map((key, i) => findAskedMetric(key, `metrics.${i}`));
  for (const metric of metrics) {
    for (const [i, key] of input.dimensions.entries()) mustCut(metric, key, `dimensions.${i}`);
    mustFilter(metric, input.filters);
  }
  const ordering = input.orderBy && findAskedMetric(input.orderBy.metric, "orderBy.metric");
  if (ordering && !metrics.includes(ordering))
    refuse("orderBy.metric", `${ordering.key} is not among the metrics asked for`);
  const by = await Promise.all(input.dimensions.map((key) => openDimension(ctx, key)));
  const { window } = input;
  const filters = await openFilters(ctx, input.filters);
  const before = findBefore(window, input.compare);
  const [slice, earlierSlice] = await Promise.all([
    openSlice(ctx, toWindow(window), filters),
    before && openSlice(ctx, toWindow(before), filters),
  ]);
  const [now, then] = await Promise.all([
    group(ctx, metrics, by, slice),
    earlierSlice && group(ctx, metrics, by, earlierSlice),
  ]);
  const align = before ? alignment(input.dimensions, daysBetween(before.from, window.from)) : asIs;
  const earlier = then && (align === asIs ? then : new Map([...then.values()].map((one) => alignGroup(one, align))));
  const wanted = fillIn(now, earlier, input.dimensions, window);
  const shown = order(wanted, metrics, input, ordering).slice(0, input.limit);

  const spreadsOf = (of: Slice, groups: Groups, aligned: Align) =>
    listSpreads(ctx, metrics, by, { slice: of, groups, shown, align: aligned });
  const [spreads, earlierSpreads, names] = await Promise.all([
    spreadsOf(slice, now, asIs),
    earlierSlice && earlier ? spreadsOf(earlierSlice, earlier, align) : null,
    Promise.all(
      input.dimensions.map((key, i) =>
        nameKeys(
          ctx,
          key,
          shown.map(({ keys }) => keys[i]!),
        ),
      ),
    ),
  ]);
  const settings = await getMeasureSettings(ctx);
  const toFigures = (parts: readonly Parts[] | undefined, spread: Spreads, id: string): Figure[] =>
    metrics.map((metric, i) => ({
      ...toMeasured(metric, parts?.[i] ?? nothing),
      ...(spread.get(metric.key)?.get(id) ?? noSpread),
    }));
  return {
    window,
    before,
    metrics: metrics.map((metric) => describeMetric(metric, settings)),
    total: {
      now: toFigures(addUp(now, metrics), spreads, whole),
      before: earlier && earlierSpreads && toFigures(addUp(earlier, metrics), earlierSpreads, whole),
    },
    rows: shown.map(({ id, keys }) => ({
      keys: keys.map((key, i) => names[i]!.get(key)!),
      now: toFigures(now.get(id)?.parts, spreads, id),
      before: earlier && earlierSpreads && toFigures(earlier.get(id)?.parts, earlierSpreads, id),
    })),
    rowCount: by.length === 0 ? 0 : wanted.length,
  };
}

const whole = "whole";
const noSpread: Spread = { median: null, p90: null };

/** Metrics of different kinds of facts side by side. */
async function group(ctx: Ctx, metrics: readonly Metric[], by: readonly Dimension[], slice: Slice): Promise<Groups> {
  const groups: Groups = new Map();
  await Promise.all(
    [...Map.groupBy(metrics.keys(), (i) => metrics[i]!.fact)].map(async ([fact, places]) => {
      const own = places.map((i) => metrics[i]!);
      for (const { id, keys, parts } of await sumUp(ctx, fact, own, by, slice)) {
        const known = groups.get(id) ?? { keys, parts: metrics.map(() => nothing) };
        places.forEach((place, i) => {
          known.parts[place] = parts[i]!;
        });
        groups.set(id, known);
      }
    }),
  );
  return groups;
}

/** The groups are parts of the whole: every fact is in exactly one. */
function addUp(groups: Groups, metrics: readonly Metric[]): Parts[] {
  const sums = metrics.map(() => ({ ...nothing }));
  for (const { parts } of groups.values()) {
    for (const [i, sum] of sums.entries()) {
      sum.numerator += parts[i]!.numerator;
      sum.denominator += parts[i]!.denominator;
    }
  }
  return sums;
}

type Align = (keys: Key[]) => Key[];
const asIs: Align = (keys) => keys;

/** A day of the window before stands beside the day of this one that has its place. */
function alignment(dimensions: readonly DimensionKey[], shift: number): Align {
  const place = dimensions.indexOf("day");
  if (place < 0) return asIs;
  return (keys) => keys.map((key, i) => (i === place && key ? addDays(key, shift) : key));
}

function alignGroup(one: { keys: Key[]; parts: Parts[] }, align: Align) {
  const keys = align(one.keys);
  return [idOf(keys), { ...one, keys }] as const;
}

type Row = { id: string; keys: Key[]; parts: Parts[] | undefined };

/** All that occur in either window; along days, also those on which nothing happened. */
function fillIn(now: Groups, earlier: Groups | null, dimensions: readonly DimensionKey[], window: DayWindow): Row[] {
  if (dimensions.length === 0) return [];
  const rows = new Map<string, Key[]>();
  for (const [id, { keys }] of [...now, ...(earlier ?? [])]) rows.set(id, keys);
  if (dimensions.length === 1 && dimensions[0] === "day") {
    for (let day = window.from; day <= window.to; day = addDays(day, 1)) rows.set(idOf([day]), [day]);
  }
  return [...rows].map(([id, keys]) => ({ id, keys, parts: now.get(id)?.parts }));
}

const isTime = new Set<DimensionKey>(["day", "week", "month", "weekday", "hour", "requestHour"]);

function order(rows: Row[], metrics: readonly Metric[], input: Input, ordering: Metric | undefined): Row[] {
  const first = input.dimensions[0];
  const byKeys = (a: Row, b: Row) =>
    compareKeys(a.keys[0]!, b.keys[0]!) || compareKeys(a.keys[1] ?? null, b.keys[1] ?? null);
  if (!ordering && first && isTime.has(first)) return rows.sort(byKeys);
  const metric = ordering ?? metrics[0]!;
  const place = Math.max(
    0,
    metrics.findIndex((one) => one.key === metric.key),
  );
  const sign = input.orderBy?.direction === "asc" ? 1 : -1;
  const weigh = ({ parts }: Row): number | null => {
    const own = parts?.[place];
    if (!own) return null;
    if (ordering) return toMeasured(metric, own).value;
    return metric.denominator ? own.denominator : own.numerator;
  };
  // Without a value last, whichever way.
  const weights = new Map(rows.map((row) => [row.id, weigh(row)]));
  return rows.sort((a, b) => {
    const [x, y] = [weights.get(a.id) ?? null, weights.get(b.id) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byKeys(a, b);
    return sign * (x - y) || byKeys(a, b);
  });
}

/** Hours and weekdays are numbers; none comes last. */
function compareKeys(a: Key, b: Key): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : a < b ? -1 : Number(a > b);
}

/** Metric → group → median and P90; the whole under its own name. */
type Spreads = ReadonlyMap<string, ReadonlyMap<string, Spread>>;
type SpreadWish = {
  slice: Slice;
  groups: Groups;
  shown: readonly Row[];
  align: Align;
};

/** Of the rows shown only: sorting every value of five thousand products would cost more than all the rest. */
async function listSpreads(
  ctx: Ctx,
  metrics: readonly Metric[],
  by: readonly Dimension[],
  wish: SpreadWish,
): Promise<Spreads> {
  const { slice, groups, shown } = wish;
  const sums = addUp(groups, metrics);
  const isCut = shown.length < groups.size && by.length === 1 && !isTime.has(by[0]!.key);
  const narrow = isCut
    ? {
        ...slice,
        filters: [
          ...(slice.filters ?? []),
          { dimension: by[0]!.key, in: shown.map(({ keys }) => keys[0]!), not: false },
        ],
      }
    : slice;
  return new Map(
    await Promise.all(
      metrics
        .filter((metric) => metric.spread)
        .map(async (metric) => {
          const values = sums[metrics.indexOf(metric)]!.denominator;
          const [total, cut] = await Promise.all([
            spreadOut(ctx, metric, [], slice, values),
            by.length === 0 ? [] : spreadOut(ctx, metric, by, narrow, values),
          ]);
          const own = new Map(cut.map(({ keys, spread }) => [idOf(wish.align(keys)), spread]));
          if (total[0]) own.set(whole, total[0].spread);
          return [metric.key, own] as const;
        }),
    ),
  );
}
