import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MetricReference } from "@yingda/contract/routes/metrics";
import type { Evaluation } from "@yingda/measures/evaluate";
import { measureLogs } from "@yingda/measures/golden/figures";
import { openSet } from "@yingda/measures/golden/run";
import type { Words } from "@yingda/measures/metric";
import { listReferences, type Reference } from "@yingda/measures/reference";
import type { MeasureSettings } from "@yingda/measures/settings";
import type { Ctx } from "../context.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";

/** The reference of metrics: every definition with the shop's own settings, and an example that can be counted by hand. */

export async function listMetrics(ctx: Ctx): Promise<{ items: MetricReference[] }> {
  const settings = await getMeasureSettings(ctx);
  examples ??= readExamples();
  const found = examples;
  return { items: listReferences(settings).map((one) => toReply(one, settings, found.get(one.metric.key)!)) };
}

let examples: ReadonlyMap<string, Evaluation> | null = null;

/** What our own golden set comes to. */
export function readExamples(): ReadonlyMap<string, Evaluation> {
  const folder = new URL("../../../measures/golden/abroad/", import.meta.url);
  const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
  const set = { config: read("config.json"), sessions: read("sessions.csv"), events: read("events.csv"), cases: null };
  const { now, settings } = openSet(set, () => {});
  return measureLogs(now, settings).measured;
}

const inBoth = ({ zh, en }: Words) => ({ "zh-CN": zh, en });
const named = <K extends string>({ key, name }: { key: K; name: Words }) => ({ key, name: inBoth(name) });

function toReply(reference: Reference, rules: MeasureSettings, example: Evaluation): MetricReference {
  const { metric, family, variantOf, unit, good, sources, fact, computed, dimensions, settings } = reference;
  return {
    ...describeMetric(metric, rules),
    family: inBoth(family),
    variantOf,
    unitName: inBoth(unit),
    goodName: inBoth(good),
    sources: sources.map(named),
    fact: named(fact),
    computed,
    dimensions: dimensions.map(named),
    events: [...metric.events],
    settings: settings.map((one) => ({ ...named(one), value: inBoth(one.value) })),
    hasSpread: metric.spread ?? false,
    example,
  };
}
