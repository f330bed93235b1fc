import { scoreMetricKeys } from "@yingda/contract/measure-rules";
import type { Home, HomeMetric } from "@yingda/contract/routes/analytics";
import { getMetric } from "@yingda/measures/catalogue";
import type { Metric } from "@yingda/measures/metric";
import { type CapabilityScore, scoreCapability } from "@yingda/measures/score";
import type { ScorePart } from "@yingda/measures/settings";
import type { ClusteredMean } from "@yingda/measures/statistics";
import { type Tag, tagMean, tagRate } from "@yingda/measures/tags";
import type { Ctx } from "../context.ts";
import { addDays as daysAfter, localDay } from "../platform/local-time.ts";
import { describeEffectiveness, effectivenessMetrics } from "./effectiveness.ts";
import { addDays, type Days, type Measured, measureClusters, measureDays, measureSpreads } from "./evaluate.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";
import type { Window } from "./sql.ts";
import { describeLive } from "./wall/wall.ts";

/** The owner's page: is the service good, what has changed, what does it rest on. Reads facts and nothing else. */

const further = ["human.average_response", "human.im_dissatisfaction"];
const shown: readonly Metric[] = [...scoreMetricKeys, ...further].map(getMetric);
const conversations = getMetric("compare.bot_vs_human.conversations");
const measuredOnHome = [...new Set([...shown, conversations, ...effectivenessMetrics])];

export async function describeHome(ctx: Ctx, { days }: { days: number }): Promise<Home> {
  const settings = await getMeasureSettings(ctx);
  const { timeZone, score: parts } = settings;
  const today = localDay(ctx.clock.now(), timeZone);
  const from = daysAfter(today, 1 - days);
  const now: Window = { from, to: daysAfter(today, 1) };
  const previous: Window = { from: daysAfter(from, -days), to: from };
  const means = shown.filter((metric) => metric.spread);

  const [byDay, spreads, clusters, live] = await Promise.all([
    measureDays(ctx, measuredOnHome, { from: previous.from, to: now.to }),
    measureSpreads(ctx, means, now),
    Promise.all(
      means.map(async (metric) => [metric.key, await measureClusters(ctx, metric, [now, previous])] as const),
    ),
    describeLive(ctx),
  ]);
  const clustersOf = new Map<string, readonly (ClusteredMean | null)[]>(clusters);
  const measure = (window: Window) => new Map(shown.map((metric) => [metric.key, addDays(metric, byDay, window)]));
  const measured = { now: measure(now), previous: measure(previous) };
  const score = { now: scoreOf(measured.now, parts), previous: scoreOf(measured.previous, parts) };

  return {
    window: { from, to: today, days },
    score: {
      value: score.now.score,
      previous: score.previous.score,
      counted: score.now.counted,
      of: parts.filter(({ weight }) => weight > 0).length,
    },
    effectiveness: await describeEffectiveness(ctx, (metric) => addDays(metric, byDay, now).numerator, today),
    metrics: shown.map((metric) => {
      const part = score.now.parts.find((one) => one.metric === metric.key);
      const figures = { now: measured.now.get(metric.key)!, previous: measured.previous.get(metric.key)! };
      return {
        ...describeMetric(metric, settings),
        now: toReply(figures.now),
        previous: toReply(figures.previous),
        points: part?.points ?? null,
        weight: part?.weight ?? null,
        anchors: anchorsOf(parts, metric.key),
        median: spreads.get(metric.key)?.median ?? null,
        p90: spreads.get(metric.key)?.p90 ?? null,
        tags: tagsOf(metric, figures, clustersOf.get(metric.key)),
        trend: trendOf(metric, byDay, now),
      } satisfies HomeMetric;
    }),
    live,
    conversations: addDays(conversations, byDay, now).numerator,
  };
}

function scoreOf(measured: ReadonlyMap<string, Measured>, parts: readonly ScorePart[]): CapabilityScore {
  const values = Object.fromEntries([...measured].map(([key, { value }]) => [key, value]));
  return scoreCapability(values, parts);
}

function anchorsOf(parts: readonly ScorePart[], key: string): HomeMetric["anchors"] {
  const part = parts.find(({ metric }) => metric === key);
  return part ? part.anchors.map(([value, points]) => [value, points]) : null;
}

/** Against the window before; there are no peers to be behind. */
function tagsOf(
  metric: Metric,
  { now, previous }: { now: Measured; previous: Measured },
  clusters: readonly (ClusteredMean | null)[] | undefined,
): Tag[] {
  const { good } = metric;
  if (good === null) return [];
  if (clusters) {
    const [current = null, before = null] = clusters;
    return tagMean({ good, current, previous: before }).tags;
  }
  const toRate = ({ numerator, denominator }: Measured) => ({ hits: numerator, trials: denominator ?? 0 });
  return tagRate({ good, current: toRate(now), previous: toRate(previous) }).tags;
}

function trendOf(metric: Metric, days: Days, window: Window): HomeMetric["trend"] {
  const trend: HomeMetric["trend"] = [];
  for (let day = window.from; day < window.to; day = daysAfter(day, 1)) {
    const { value } = addDays(metric, days, { from: day, to: daysAfter(day, 1) });
    trend.push({ day, value });
  }
  return trend;
}

const toReply = ({ numerator, denominator, value }: Measured) => ({ numerator, denominator: denominator ?? 0, value });
