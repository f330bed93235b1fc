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
import { addGroups, addUp, type Found, type Groups, group } from "./groups.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";
import { nameKeys } from "./names.ts";
import { type Spread, spreadOut } from "./spreads.ts";
import { idOf, nothing, type Parts, type Slice, toMeasured, withSlices } from "./sums.ts";

/** Any metrics, cut and filtered, in a window and in another to compare with. */

type Input = InputOf<typeof routes.queryFigures>;
type Key = string | null;

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
  const windows = { window: toWindow(window), before: before && toWindow(before), filters };
  return withSlices(ctx, windows, (slice, earlierSlice) =>
    answer(ctx, { input, metrics, by, before, ordering }, slice, earlierSlice),
  );
}

type Asked = {
  input: Input;
  metrics: readonly Metric[];
  by: readonly Dimension[];
  before: DayWindow | null;
  ordering: Metric | undefined;
};

async function answer(
  ctx: Ctx,
  { input, metrics, by, before, ordering }: Asked,
  slice: Slice,
  earlierSlice: Slice | null,
): Promise<FigureReply> {
  const { window } = input;
  const align = before ? alignment(input.dimensions, daysBetween(before.from, window.from)) : asIs;
  const asking: Asking = {
    first: ordering ?? metrics[0]!,
    // Filtered, facts are read whole for any group: twice would take twice as long.
    isLong:
      by.length === 1 && unbounded.has(by[0]!.key) && input.filters.length === 0 && input.orderBy?.direction !== "asc",
    limit: input.limit,
    ask: async (asked, of, only) => {
      const [now, then] = await Promise.all([
        group(ctx, metrics, asked, of, narrow(slice, of, only)),
        earlierSlice && group(ctx, metrics, asked, of, narrow(earlierSlice, of, only)),
      ]);
      return { now, earlier: then && (align === asIs ? then : alignGroups(then, align)) };
    },
    place: ({ now, earlier }) => order(fillIn(now, earlier, input.dimensions, window), metrics, input, ordering),
  };
  const { now, earlier, totals, placed } = await findGroups(metrics, by, asking);
  const shown = placed.slice(0, input.limit);

  const spreadsOf = (of: Slice, groups: Groups, sums: readonly Parts[], aligned: Align) =>
    listSpreads(ctx, metrics, by, { slice: of, isCut: shown.length < groups.size, sums, shown, align: aligned });
  const [spreads, earlierSpreads, names] = await Promise.all([
    spreadsOf(slice, now, totals.now, asIs),
    earlierSlice && earlier && totals.before ? spreadsOf(earlierSlice, earlier, totals.before, align) : null,
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
      now: toFigures(totals.now, spreads, whole),
      before: totals.before && earlierSpreads && toFigures(totals.before, earlierSpreads, whole),
    },
    rows: shown.map(({ id, keys }) => ({
      keys: keys.map((key, i) => names[i]!.get(key)!),
      now: toFigures(now.get(id)?.parts, spreads, id),
      before: earlier && earlierSpreads && toFigures(earlier.get(id)?.parts, earlierSpreads, id),
    })),
    rowCount: by.length === 0 ? 0 : placed.length,
  };
}

type Asking = {
  /** What rows are ordered by. */
  first: Metric;
  isLong: boolean;
  limit: number;
  ask: (asked: readonly Metric[], by: readonly Dimension[], only?: readonly Key[]) => Promise<Found>;
  place: (found: Found) => Row[];
};

/**
 * The groups in their order, and the whole. Of five thousand products a page shows some: facts of other kinds than what
 * they are ordered by are added up for those only, once they are known.
 */
async function findGroups(metrics: readonly Metric[], by: readonly Dimension[], asking: Asking) {
  const { first, isLong, limit, ask, place } = asking;
  const early = isLong ? metrics.filter(({ fact }) => fact === first.fact) : metrics;
  const late = metrics.filter((metric) => !early.includes(metric));
  // The whole of the others at once: the database has nothing to do while the groups are read and put in order.
  const [found, all] = await Promise.all([ask(early, by), late.length > 0 ? ask(late, []) : null]);
  const placed = place(found);
  const totals = { now: addUp(found.now, metrics), before: found.earlier && addUp(found.earlier, metrics) };
  if (!all) return { ...found, totals, placed };
  const isSettled = placed.length > limit && (placed[limit - 1]!.weight ?? 0) > 0;
  const only = isSettled ? placed.slice(0, limit).map(({ keys }) => keys[0]!) : undefined;
  const rows = await ask(late, by, only);
  addGroups(found.now, rows.now, late, metrics);
  if (found.earlier && rows.earlier) addGroups(found.earlier, rows.earlier, late, metrics);
  const [now, before] = [addUp(all.now, metrics), all.earlier && addUp(all.earlier, metrics)];
  for (const i of late.map((metric) => metrics.indexOf(metric))) {
    totals.now[i] = now[i]!;
    if (totals.before && before) totals.before[i] = before[i]!;
  }
  return { ...found, totals, placed: isSettled ? placed : place(found) };
}

const whole = "whole";
const noSpread: Spread = { median: null, p90: null };

type Align = (keys: Key[]) => Key[];
const asIs: Align = (keys) => keys;

/** A day of the window before stands beside the day of this one that has its place. */
function alignment(dimensions: readonly DimensionKey[], shift: number): Align {
  const place = dimensions.indexOf("day");
  if (place < 0) return asIs;
  return (keys) => keys.map((key, i) => (i === place && key ? addDays(key, shift) : key));
}

function alignGroups(groups: Groups, align: Align): Groups {
  const aligned: Groups = new Map();
  for (const one of groups.values()) {
    const keys = align(one.keys);
    aligned.set(idOf(keys), { ...one, keys });
  }
  return aligned;
}

/** Only these values of the one dimension. */
const narrow = (slice: Slice, by: readonly Dimension[], only: readonly Key[] | undefined): Slice =>
  only
    ? { ...slice, filters: [...(slice.filters ?? []), { dimension: by[0]!.key, in: [...only], not: false }] }
    : slice;

/** `weight`: what rows are ordered by; null comes last. */
type Row = { id: string; keys: Key[]; parts: Parts[] | undefined; weight: number | null };

/** All that occur in either window; along days, also those on which nothing happened. */
function fillIn(now: Groups, earlier: Groups | null, dimensions: readonly DimensionKey[], window: DayWindow): Row[] {
  if (dimensions.length === 0) return [];
  const rows = new Map<string, Key[]>();
  for (const [id, { keys }] of [...now, ...(earlier ?? [])]) rows.set(id, keys);
  if (dimensions.length === 1 && dimensions[0] === "day") {
    for (let day = window.from; day <= window.to; day = addDays(day, 1)) rows.set(idOf([day]), [day]);
  }
  return [...rows].map(([id, keys]) => ({ id, keys, parts: now.get(id)?.parts, weight: null }));
}

/** What a shop may have thousands of. */
const unbounded = new Set<DimensionKey>(["product", "question", "entry"]);
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
  for (const row of rows) row.weight = weigh(row);
  return rows.sort((a, b) => {
    const [x, y] = [a.weight, b.weight];
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
  /** Not all groups are shown. */
  isCut: boolean;
  sums: readonly Parts[];
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
  const { slice, isCut, sums, shown } = wish;
  // Filters know what facts hold, not what it is put together to.
  const isNarrow = isCut && by.length === 1 && !isTime.has(by[0]!.key) && !by[0]!.coarser;
  const own = isNarrow ? shown.map(({ keys }) => keys[0]!) : undefined;
  return new Map(
    await Promise.all(
      metrics
        .filter((metric) => metric.spread)
        .map(async (metric) => {
          const values = sums[metrics.indexOf(metric)]!.denominator;
          const [total, cut] = await Promise.all([
            spreadOut(ctx, metric, [], slice, values),
            by.length === 0 ? [] : spreadOut(ctx, metric, by, narrow(slice, by, own), values),
          ]);
          const spreads = new Map(cut.map(({ keys, spread }) => [idOf(wish.align(keys)), spread]));
          if (total[0]) spreads.set(whole, total[0].spread);
          return [metric.key, spreads] as const;
        }),
    ),
  );
}
