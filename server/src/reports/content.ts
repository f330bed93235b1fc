import { judgeChange } from "@yingda/contract/change-verdict";
import type { PeerStanding } from "@yingda/contract/routes/peers";
import type { Report } from "@yingda/contract/routes/reports";
import { findMetric } from "@yingda/measures/catalogue";
import type { Metric, Words } from "@yingda/measures/metric";
import type { MeasureSettings } from "@yingda/measures/settings";
import type { Tag } from "@yingda/measures/tags";
import { fillWords } from "@yingda/measures/words";
import { type Compared, compareFigures } from "../analytics/compare.ts";
import { diagnose } from "../analytics/diagnosis.ts";
import { addDays, type Days, type Measured, measureDays } from "../analytics/evaluate.ts";
import { homeMetrics, scoreOf } from "../analytics/home.ts";
import { getMeasureSettings } from "../analytics/measure-settings.ts";
import type { Ctx } from "../context.ts";
import { addDays as daysAfter } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import { windowsOf } from "./schedule.ts";

/** What a report says: figures of whole days, with what they rest on. How it looks is the mail's. */

export type Line = {
  metric: Metric;
  name: Words;
  value: number | null;
  previous: number | null;
  verdict: "better" | "worse" | "none";
  tags: Tag[];
  peers: PeerStanding | null;
  /** Two weeks, the last of them the report's own days. */
  days: { day: string; value: number | null; isOwn: boolean }[];
};
type Finding = { metric: string; sentence: { "zh-CN": string; en: string } };
export type Content = {
  shopName: string;
  /** Both days included. */
  from: string;
  to: string;
  /** `isFew`: of too few cases to call a change better or worse. */
  score: { value: number | null; previous: number | null; isFew: boolean };
  conversations: number;
  lines: Line[];
  findings: Finding[];
};

const shownDays = 14;
const mostFindings = 2;
const volume = findMetric("compare.bot_vs_human.conversations")!;

export async function gatherContent(
  ctx: Ctx,
  { frequency, metrics }: Pick<Report, "frequency" | "metrics">,
  at: Date,
): Promise<Content> {
  const { name } = (await getShop(ctx)).settings;
  const settings = await getMeasureSettings(ctx);
  const { timeZone } = settings;
  const windows = windowsOf(frequency, at, timeZone);
  const asked = metrics.map(findMetric).filter((metric) => metric !== null);
  const all = [...new Set([...asked, ...homeMetrics, volume])];
  const { now, previous } = windows;
  const shown = { from: daysAfter(now.to, -shownDays), to: now.to };
  const byDay = await measureDays(ctx, all, shown.from < previous.from ? shown : { ...shown, from: previous.from });
  const { compared } = await compareFigures(ctx, all, { byDay, now, previous });
  const lines = asked.map((metric) =>
    toLine(metric, compared.get(metric.key)!, byDay, { shown, ownFrom: now.from, settings }),
  );
  const score = scoreOf(compared, "now", settings.score);
  return {
    shopName: name,
    from: now.from,
    to: daysAfter(now.to, -1),
    score: {
      value: score.score,
      previous: scoreOf(compared, "previous", settings.score).score,
      isFew: score.parts.some(
        ({ metric, points, weight }) =>
          points !== null && weight > 0 && compared.get(metric)?.tags.includes("small_sample"),
      ),
    },
    conversations: addDays(volume, byDay, now).numerator,
    lines,
    findings: await findCauses(ctx, lines, { from: now.from, to: daysAfter(now.to, -1) }),
  };
}

function toLine(
  metric: Metric,
  { now, previous, tags, peers }: Compared,
  byDay: Days,
  { shown, ownFrom, settings }: { shown: { from: string; to: string }; ownFrom: string; settings: MeasureSettings },
): Line {
  const days: Line["days"] = [];
  for (let day = shown.from; day < shown.to; day = daysAfter(day, 1)) {
    const { value } = addDays(metric, byDay, { from: day, to: daysAfter(day, 1) });
    days.push({ day, value, isOwn: day >= ownFrom });
  }
  return {
    metric,
    name: fillWords(metric.name, settings),
    value: now.value,
    previous: previous.value,
    // Of few cases nothing is called better or worse.
    verdict: tags.includes("small_sample") ? "none" : verdictOf(metric, now, previous),
    tags: now.value === null ? [] : tags,
    peers,
    days,
  };
}

function verdictOf({ unit, good }: Metric, now: Measured, before: Measured): Line["verdict"] {
  const verdict = judgeChange({ now, before, unit, good: good ?? "none" });
  return verdict === "better" || verdict === "worse" ? verdict : "none";
}

/** The most troubling figures explained: by who serves where people do, else by what it is about. */
async function findCauses(ctx: Ctx, lines: readonly Line[], window: { from: string; to: string }): Promise<Finding[]> {
  const troubled = lines
    .filter(({ metric, value, tags }) => metric.denominator && value !== null && !tags.includes("small_sample"))
    .map((line) => ({ line, trouble: troubleOf(line) }))
    .filter(({ trouble }) => trouble > 0)
    .sort((a, b) => b.trouble - a.trouble)
    .slice(0, mostFindings);
  return Promise.all(
    troubled.map(async ({ line: { metric } }) => {
      const dimension = metric.dimensions.includes("agentId") ? "agent" : "intent";
      const asked = { metric: metric.key, dimension, filters: [], window, compare: "previous", limit: 20 } as const;
      return { metric: metric.key, sentence: (await diagnose(ctx, { ...asked, filters: [] })).sentence };
    }),
  );
}

/** A tag outweighs any change; among equals the larger change for the worse. */
function troubleOf({ tags, verdict, value, previous }: Line): number {
  const tagged = (tags.includes("urgent") ? 10 : 0) + (tags.includes("worsening") ? 5 : 0);
  if (verdict !== "worse") return tagged;
  const change = previous ? Math.min(4, Math.abs(value! - previous) / Math.abs(previous)) : 1;
  return change < 0.05 ? tagged : tagged + change;
}
