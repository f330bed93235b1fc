import type { MeasureRules } from "@yingda/contract/measure-rules";
import type { ScorePreview } from "@yingda/contract/routes/measure-settings";
import { asIfSet } from "@yingda/measures/as-if";
import { getMetric } from "@yingda/measures/catalogue";
import type { Metric } from "@yingda/measures/metric";
import { type CapabilityScore, scoreCapability } from "@yingda/measures/score";
import type { ScorePart } from "@yingda/measures/settings";
import type { Ctx } from "../context.ts";
import { addDays as daysAfter, localDay } from "../platform/local-time.ts";
import { addDays, measureDays } from "./evaluate.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import type { Window } from "./sql.ts";

const days = 30;

/**
 * The score of the last 30 days by the rules in force and by a draft of others, from the facts as they are: of what the
 * six metrics depend on, all that the rules can change shows in them without a fold.
 */
export async function previewScore(ctx: Ctx, draft: MeasureRules): Promise<ScorePreview> {
  const saved = await getMeasureSettings(ctx);
  const today = localDay(ctx.clock.now(), saved.timeZone);
  const window: Window = { from: daysAfter(today, 1 - days), to: daysAfter(today, 1) };
  const metrics = saved.score.map((part) => getMetric(part.metric));
  const drafted = metrics.map((metric) => asIfSet(metric, draft));
  const [was, would] = await Promise.all([
    scoreBy(ctx, metrics, saved.score, window),
    scoreBy(ctx, drafted, draft.score, window),
  ]);
  return {
    window: { from: window.from, to: today },
    score: { saved: was.score, draft: would.score },
    parts: metrics.map(({ key, unit }) => ({
      metric: key,
      unit: unit === "seconds" ? "seconds" : "ratio",
      saved: partOf(was, key),
      draft: partOf(would, key),
    })),
  };
}

async function scoreBy(ctx: Ctx, metrics: readonly Metric[], parts: readonly ScorePart[], window: Window) {
  const byDay = await measureDays(ctx, metrics, window);
  const values = Object.fromEntries(metrics.map((metric) => [metric.key, addDays(metric, byDay, window).value]));
  return scoreCapability(values, parts);
}

function partOf({ parts }: CapabilityScore, key: string) {
  const { value, points, weight } = parts.find(({ metric }) => metric === key)!;
  return { value, points, weight };
}
