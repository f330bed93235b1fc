import { judgeChange, type Verdict } from "@yingda/contract/change-verdict";
import type { Figure } from "@yingda/contract/figures";
import { fewestObservations } from "@yingda/contract/tag-rules";
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

type Measured = Pick<Figure, "value" | "numerator" | "denominator">;
export type Findings = {
  metric: Pick<Metric, "name" | "unit" | "good">;
  now: Measured;
  /** Null: there is nothing to compare with. */
  before: Measured | null;
  /** The window compared with comes right before. */
  isPeriodBefore: boolean;
  findings: readonly Finding[];
};

/** A part smaller than this share of the change explains nothing. */
const tellingShare = 0.1;
const mostNamed = 3;

export function describeDiagnosis({ metric, now, before, isPeriodBefore, findings }: Findings): Words {
  const { name, unit } = metric;
  if (now.value === null)
    return { zh: `这段时间没有${name.zh}的数据。`, en: `There is nothing to take ${name.en} of yet.` };
  const value = sayValue(now.value, unit);
  const change = before === null || before.value === null ? null : now.value - before.value;
  const isChanged = change !== null && !isNothing(change, unit);
  const earlier = isPeriodBefore ? periodBefore : periodCompared;
  const parts: Words[] = [
    isChanged
      ? sayChange(metric, { value, change, earlier, verdict: verdictOf(metric, now, before!) })
      : { zh: `${name.zh} ${value.zh}`, en: `${name.en}: ${value.en}` },
  ];
  if (change !== null && !isChanged) parts.push({ zh: `与${earlier.zh}持平`, en: `as in ${earlier.en}` });
  const causes = isChanged ? sayCauses(metric, change, findings) : null;
  if (causes) parts.push(causes);
  const head = join(parts, { zh: "，", en: ", " });
  const weight = sayWeight(metric, findings);
  return weight ? join([head, weight], { zh: "。", en: ". " }, true) : { zh: `${head.zh}。`, en: `${head.en}.` };
}

/** Below what a page would print. */
const isNothing = (difference: number, unit: Metric["unit"]): boolean =>
  Math.abs(difference) < (unit === "ratio" ? 0.0005 : 0.05);

const periodBefore: Words = { zh: "上期", en: "the period before" };
const periodCompared: Words = { zh: "对比期", en: "the period compared with" };

const verdicts: Partial<Record<Verdict, Words>> = {
  better: { zh: "好转", en: "better" },
  worse: { zh: "变差", en: "worse" },
  unsure: { zh: "可能只是偶然", en: "it may be chance" },
};

const verdictOf = ({ unit, good }: Findings["metric"], now: Measured, before: Measured): Words | null => {
  const verdict = judgeChange({ now, before, unit, good: good ?? "none" });
  return (verdict && verdicts[verdict]) ?? null;
};

type Change = { value: Words; change: number; earlier: Words; verdict: Words | null };

function sayChange({ name, unit }: Findings["metric"], { value, change, earlier, verdict }: Change): Words {
  const size = sayDifference(change, unit);
  const isUp = change > 0;
  return {
    zh: `${name.zh} ${value.zh}，比${earlier.zh}${isUp ? "上升" : "下降"} ${size.zh}${verdict ? `（${verdict.zh}）` : ""}`,
    en: `${name.en}: ${value.en}, ${isUp ? "up" : "down"} ${size.en} on ${earlier.en}${verdict ? ` (${verdict.en})` : ""}`,
  };
}

/** Who moved it that way, by themselves or by their share: the sizes are those of the table, each of one effect. */
function sayCauses({ unit }: Findings["metric"], change: number, findings: readonly Finding[]): Words | null {
  const effects = findings
    .filter(({ n }) => n >= fewestObservations)
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
  // More than the whole change is no part of it.
  const isOffset = effects.reduce((sum, { size }) => sum + Math.abs(size), 0) > Math.abs(change) * 1.02;
  if (isOffset) return { zh: `${list.zh}，其余抵消了一部分`, en: `${list.en}, partly offset by the rest` };
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
