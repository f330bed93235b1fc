import { minimumObservations } from "./certainty.ts";
import { sayDifference, sayValue } from "./figure-words.ts";
import type { Metric, Words } from "./metric.ts";

/** Says what a diagnosis found. Made from the figures alone: what they do not show is not said. */

export type Finding = {
  /** What people call the group. */
  name: Words;
  n: number;
  mean: number | null;
  impact: number;
  isRanked: boolean;
  rateEffect: number | null;
  mixEffect: number | null;
};

export type Findings = {
  metric: Pick<Metric, "name" | "unit" | "good">;
  now: number | null;
  before: number | null;
  findings: readonly Finding[];
};

/** A part smaller than this share of the change explains nothing. */
const tellingShare = 0.1;
const mostNamed = 3;

export function describeDiagnosis({ metric, now, before, findings }: Findings): Words {
  const { name, unit } = metric;
  if (now === null) return { zh: `这段时间没有${name.zh}的数据。`, en: `There is nothing to take ${name.en} of yet.` };
  const value = sayValue(now, unit);
  const change = before === null ? null : now - before;
  const isChanged = change !== null && !isNothing(change, unit);
  const parts: Words[] = [
    isChanged ? sayChange(metric, value, change) : { zh: `${name.zh} ${value.zh}`, en: `${name.en}: ${value.en}` },
  ];
  if (change !== null && !isChanged) parts.push({ zh: "与上期持平", en: "as in the period before" });
  const causes = isChanged ? sayCauses(metric, change, findings) : null;
  if (causes) parts.push(causes);
  const head = join(parts, { zh: "，", en: ", " });
  const weight = sayWeight(metric, findings);
  return weight ? join([head, weight], { zh: "。", en: ". " }, true) : { zh: `${head.zh}。`, en: `${head.en}.` };
}

/** Below what a page would print. */
const isNothing = (difference: number, unit: Metric["unit"]): boolean =>
  Math.abs(difference) < (unit === "ratio" ? 0.0005 : 0.05);

function sayChange({ name, unit, good }: Findings["metric"], value: Words, change: number): Words {
  const size = sayDifference(change, unit);
  const isUp = change > 0;
  const isBetter = good !== null && (good === "up") === isUp;
  const verdict = good === null ? null : isBetter ? { zh: "好转", en: "better" } : { zh: "变差", en: "worse" };
  return {
    zh: `${name.zh} ${value.zh}，比上期${isUp ? "上升" : "下降"} ${size.zh}${verdict ? `（${verdict.zh}）` : ""}`,
    en: `${name.en}: ${value.en}, ${isUp ? "up" : "down"} ${size.en} on the period before${verdict ? ` (${verdict.en})` : ""}`,
  };
}

/** Who moved it that way, by themselves or by their share: the sizes are those of the table, each of one effect. */
function sayCauses({ unit }: Findings["metric"], change: number, findings: readonly Finding[]): Words | null {
  const effects = findings
    .filter(({ n }) => n >= minimumObservations)
    .flatMap(({ name, rateEffect, mixEffect }) => [
      { name, size: rateEffect ?? 0, why: ownChange(rateEffect ?? 0, unit) },
      { name, size: mixEffect ?? 0, why: shareChange },
    ])
    .filter(({ size }) => Math.sign(size) === Math.sign(change) && Math.abs(size) >= tellingShare * Math.abs(change))
    .sort((a, b) => Math.abs(b.size) - Math.abs(a.size))
    .slice(0, mostNamed);
  if (effects.length === 0) return null;
  const said = effects.map(({ name, size: own, why }) => {
    const size = sayDifference(own, unit);
    return { zh: `${size.zh}来自${spaced(name.zh)}${why.zh}`, en: `${size.en} from ${name.en} ${why.en}` };
  });
  const list = join(said, { zh: "，", en: ", " });
  return { zh: `其中 ${list.zh}`, en: `of which ${list.en}` };
}

function ownChange(rate: number, unit: Metric["unit"]): Words {
  if (unit === "seconds") return rate > 0 ? { zh: "变慢", en: "getting slower" } : { zh: "变快", en: "getting faster" };
  return rate > 0 ? { zh: "自身上升", en: "rising" } : { zh: "自身下降", en: "falling" };
}

const shareChange: Words = { zh: "占比变化", en: "by a changed share" };

/** Who weighs on it now, beyond chance. */
function sayWeight({ unit, good }: Findings["metric"], findings: readonly Finding[]): Words | null {
  if (good === null) return null;
  const harm = good === "down" ? 1 : -1;
  const ranked = findings.filter((one) => one.isRanked);
  if (ranked.length === 0) {
    return findings.length > 1
      ? { zh: "各部分与整体的差异都还在误差之内", en: "No part differs from the whole beyond chance yet" }
      : null;
  }
  const worst = ranked.reduce((a, b) => (harm * b.impact > harm * a.impact ? b : a));
  if (harm * worst.impact <= 0 || isNothing(worst.impact, unit)) return null;
  const size = sayDifference(worst.impact, unit);
  const mean = sayValue(worst.mean, unit);
  const isUp = worst.impact > 0;
  return {
    zh: `影响最大的是${spaced(worst.name.zh).trimEnd()}（${mean.zh}），把整体${isUp ? "拉高" : "拉低"}了 ${size.zh}`,
    en: `${worst.name.en} (${mean.en}) weighs most: it ${isUp ? "adds" : "takes"} ${size.en}`,
  };
}

/** Latin names stand apart from Chinese words. */
const spaced = (name: string): string => name.replace(/^(?=[\w(])/, " ").replace(/(?<=[\w)])$/, " ");

function join(parts: readonly Words[], by: Words, isSentence = false): Words {
  const end = isSentence ? { zh: "。", en: "." } : { zh: "", en: "" };
  return {
    zh: parts.map((part) => part.zh).join(by.zh) + end.zh,
    en: parts.map((part) => part.en).join(by.en) + end.en,
  };
}
