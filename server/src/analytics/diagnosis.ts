import { type DayWindow, type Dimension as DimensionKey, daysBetween, type GroupKey } from "@yingda/contract/figures";
import type { InputOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import { bootstrapImpacts, estimateImpacts, type Interval, isRanked } from "@yingda/measures/certainty";
import { decomposeChange } from "@yingda/measures/change";
import { describeDiagnosis } from "@yingda/measures/diagnosis";
import { type Dimension, dimensionsOf } from "@yingda/measures/dimensions";
import { type Group, measureImpact } from "@yingda/measures/impact";
import { improvementsOf } from "@yingda/measures/improvements";
import type { Metric, Words } from "@yingda/measures/metric";
import { fillWords } from "@yingda/measures/words";
import type { Ctx } from "../context.ts";
import { localDay } from "../platform/local-time.ts";
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
import { listClusters, type Parted, takeApart } from "./clusters.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";
import { nameKeys } from "./names.ts";
import { findPeers, peersOf, standingOf } from "./peers/peers.ts";
import { spreadOut } from "./spreads.ts";
import { nothing, type Slice, sumUp, toMeasured, withSlices } from "./sums.ts";
import { keepDiscoveries, tagParts } from "./tagging.ts";
import { groupNames } from "./value-words.ts";

/** Why a ratio or mean is what it is. The formulas are measures'; here the figures are fetched and put side by side. */

type Input = InputOf<typeof routes.diagnose>;

/** More conversations than this are estimated rather than drawn from: the two then agree. */
const drawnConversations = 2_000;

export async function diagnose(ctx: Ctx, input: Input): Promise<Diagnosis> {
  const metric = findAskedMetric(input.metric);
  if (!metric.denominator) refuse("metric", `${metric.key} is a count; only ratios and means have causes to weigh`);
  mustCut(metric, input.dimension);
  mustFilter(metric, input.filters);
  const [by, filters] = await Promise.all([openDimension(ctx, input.dimension), openFilters(ctx, input.filters)]);
  const before = findBefore(input.window, input.compare);
  const windows = { window: toWindow(input.window), before: before && toWindow(before), filters };
  return withSlices(ctx, windows, (slice, earlierSlice) =>
    explain(ctx, { input, metric, by, before }, slice, earlierSlice),
  );
}

type Asked = { input: Input; metric: Metric; by: Dimension; before: DayWindow | null };

async function explain(
  ctx: Ctx,
  { input, metric, by, before }: Asked,
  slice: Slice,
  earlierSlice: Slice | null,
): Promise<Diagnosis> {
  // A part of the shop is not what the peers are.
  const isWhole = input.filters.length === 0;
  const [now, previous, parted, earlier, found] = await Promise.all([
    measure(ctx, metric, slice),
    earlierSlice && measure(ctx, metric, earlierSlice),
    takeApart(ctx, metric, by, slice),
    earlierSlice && takeApart(ctx, metric, by, earlierSlice),
    isWhole ? findPeers(ctx, [metric.key]) : null,
  ]);
  const intervals = await findIntervals(ctx, metric, by, slice, parted);
  const compared = compareGroups(metric, parted, earlier, intervals);
  const shown = compared.sort((a, b) => Math.abs(b.impact) - Math.abs(a.impact)).slice(0, input.limit);
  const names = await nameKeys(
    ctx,
    input.dimension,
    shown.map(({ key }) => key),
  );
  const groups = shown.map((group) => ({ ...group, name: names.get(group.key)!.name }));
  const settings = await getMeasureSettings(ctx);
  const today = localDay(ctx.clock.now(), settings.timeZone);
  const words = describeDiagnosis({
    metric: { ...metric, name: fillWords(metric.name, settings) },
    now,
    before: previous,
    isPeriodBefore: before !== null && daysBetween(before.to, input.window.from) === 1,
    findings: groups.map((group) => ({ ...group, name: wordsOf(input.dimension, group, today) })),
  });
  return {
    metric: describeMetric(metric, settings),
    dimension: input.dimension,
    dimensions: dimensionsOf(metric).map(({ key }) => key),
    window: input.window,
    before,
    now,
    previous,
    change: now.value === null || previous?.value == null ? null : now.value - previous.value,
    tags: tagParts(metric, parted.whole, earlier?.whole ?? null, found && peersOf(found, metric)).tags,
    peers: found && standingOf(found, metric.key, now.value),
    groups,
    groupCount: compared.length,
    sentence: { "zh-CN": words.zh, en: words.en },
    ways: improvementsOf(metric.key).map(({ key, name, page }) => ({
      key,
      name: { "zh-CN": name.zh, en: name.en },
      page,
    })),
  };
}

async function measure(ctx: Ctx, metric: Metric, slice: Slice) {
  const [sum] = await sumUp(ctx, metric.fact, [metric], [], slice);
  const parts = sum?.parts[0] ?? nothing;
  const [spread] = metric.spread ? await spreadOut(ctx, metric, [], slice, parts.denominator) : [];
  return { ...toMeasured(metric, parts), ...(spread?.spread ?? { median: null, p90: null }) };
}

async function findIntervals(
  ctx: Ctx,
  metric: Metric,
  by: Dimension,
  slice: Slice,
  { groups, whole }: Parted,
): Promise<ReadonlyMap<string, Interval>> {
  if (whole.clusters <= drawnConversations) return bootstrapImpacts(await listClusters(ctx, metric, by, slice));
  return estimateImpacts(new Map([...groups].map(([key, moments]) => [JSON.stringify(key), moments])), whole);
}

type Compared = Omit<DiagnosisGroup, "name">;

function compareGroups(
  metric: Metric,
  now: Parted,
  earlier: Parted | null,
  intervals: ReadonlyMap<string, Interval>,
): Compared[] {
  const toGroups = ({ groups }: Parted): Map<string, Group> =>
    new Map([...groups].map(([key, { n, s }]) => [JSON.stringify(key), { n, sum: s }]));
  const groups = toGroups(now);
  const before = earlier && toGroups(earlier);
  const change = before ? decomposeChange(before, groups) : new Map();
  const absent: Group = { n: 0, sum: 0 };
  const everybody = new Map([...change.keys(), ...groups.keys()].map((id) => [id, groups.get(id) ?? absent]));
  const found = [...measureImpact(everybody)].map(([id, impact]) => {
    const key = JSON.parse(id) as string | null;
    const interval = intervals.get(id) ?? { low: 0, high: 0 };
    const effects = change.get(id);
    const then = before?.get(id) ?? (before ? absent : null);
    return {
      key,
      ...impact,
      ...interval,
      isRanked: isRanked(impact.n, interval),
      before: then && { ...then, mean: then.n === 0 ? null : then.sum / then.n },
      rateEffect: effects?.rateEffect ?? null,
      mixEffect: effects?.mixEffect ?? null,
      total: effects?.total ?? null,
      tagged: tagParts(metric, now.groups.get(key) ?? null, earlier?.groups.get(key) ?? null),
    };
  });
  const kept = keepDiscoveries(found.map(({ tagged }) => tagged));
  return found.map(({ tagged: _, ...group }, i) => ({ ...group, tags: kept[i]! }));
}

function wordsOf(dimension: DimensionKey, { key, name }: GroupKey, today: string): Words {
  return name === null ? groupNames(dimension, key, today) : { zh: name["zh-CN"], en: name.en };
}
