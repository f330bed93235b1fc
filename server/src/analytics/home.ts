import { scoreMetricKeys } from "@yingda/contract/measure-rules";
import type { Home, HomeMetric } from "@yingda/contract/routes/analytics";
import { getMetric } from "@yingda/measures/catalogue";
import type { Metric } from "@yingda/measures/metric";
import { type CapabilityScore, scoreCapability } from "@yingda/measures/score";
import type { ScorePart } from "@yingda/measures/settings";
import type { Ctx } from "../context.ts";
import { addDays as daysAfter, localDay } from "../platform/local-time.ts";
import { type Compared, compareFigures } from "./compare.ts";
import { describeEffectiveness, effectivenessMetrics } from "./effectiveness.ts";
import { addDays, type Days, type Measured, measureDays, measureSpreads } from "./evaluate.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";
import type { Window } from "./sql.ts";
import { describeLive } from "./wall/wall.ts";

/** The owner's page: is the service good, what has changed, what does it rest on. Reads facts and nothing else. */

const further = ["human.average_response", "human.im_dissatisfaction"];
/** What the page shows, in its order. */
export const homeMetrics: readonly Metric[] = [...scoreMetricKeys, ...further].map(getMetric);
const conversations = getMetric("compare.bot_vs_human.conversations");
const measuredOnHome = [...new Set([...homeMetrics, conversations, ...effectivenessMetrics])];

export async function describeHome(ctx: Ctx, { days }: { days: number }): Promise<Home> {
  const settings = await getMeasureSettings(ctx);
  const { timeZone, score: parts } = settings;
  const today = localDay(ctx.clock.now(), timeZone);
  const from = daysAfter(today, 1 - days);
  const now: Window = { from, to: daysAfter(today, 1) };
  const previous: Window = { from: daysAfter(from, -days), to: from };
  const means = homeMetrics.filter((metric) => metric.spread);

  const [byDay, spreads, live] = await Promise.all([
    measureDays(ctx, measuredOnHome, { from: previous.from, to: now.to }),
    measureSpreads(ctx, means, now),
    describeLive(ctx),
  ]);
  const { peers, compared } = await compareFigures(ctx, homeMetrics, { byDay, now, previous });
  const score = { now: scoreOf(compared, "now", parts), previous: scoreOf(compared, "previous", parts) };

  return {
    window: { from, to: today, days },
    score: {
      value: score.now.score,
      previous: score.previous.score,
      counted: score.now.counted,
      of: parts.filter(({ weight }) => weight > 0).length,
    },
    effectiveness: await describeEffectiveness(ctx, (metric) => addDays(metric, byDay, now).numerator, today),
    metrics: homeMetrics.map((metric) => {
      const part = score.now.parts.find((one) => one.metric === metric.key);
      const figures = compared.get(metric.key)!;
      return {
        ...describeMetric(metric, settings),
        now: toReply(figures.now),
        previous: toReply(figures.previous),
        points: part?.points ?? null,
        weight: part?.weight ?? null,
        anchors: anchorsOf(parts, metric.key),
        median: spreads.get(metric.key)?.median ?? null,
        p90: spreads.get(metric.key)?.p90 ?? null,
        tags: figures.tags,
        peers: figures.peers,
        trend: trendOf(metric, byDay, now),
      } satisfies HomeMetric;
    }),
    peers,
    live,
    conversations: addDays(conversations, byDay, now).numerator,
  };
}

/** From the metrics of the score, which must be among the compared. */
export function scoreOf(
  compared: ReadonlyMap<string, Compared>,
  which: "now" | "previous",
  parts: readonly ScorePart[],
): CapabilityScore {
  const values = Object.fromEntries([...compared].map(([key, figures]) => [key, figures[which].value]));
  return scoreCapability(values, parts);
}

function anchorsOf(parts: readonly ScorePart[], key: string): HomeMetric["anchors"] {
  const part = parts.find(({ metric }) => metric === key);
  return part ? part.anchors.map(([value, points]) => [value, points]) : null;
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
