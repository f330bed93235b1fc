import type { Dimension } from "@yingda/contract/figures";
import { catalogue, findMetric } from "./catalogue.ts";
import { dimensionsOf } from "./dimensions.ts";
import type { FactName } from "./facts.ts";
import type { Aggregate, Metric, Predicate, Source, Unit, Words } from "./metric.ts";
import { sayHours, sayStars } from "./setting-words.ts";
import type { MeasureSettings } from "./settings.ts";
import { fillWords } from "./words.ts";

/** Everything there is to say about a metric, made from its declaration: what the reference page and the API show. */
export type Reference = {
  metric: Metric;
  family: Words;
  /** Key of the metric that this one is a variant of. */
  variantOf: string | null;
  unit: Words;
  good: Words;
  sources: { key: Source; name: Words }[];
  fact: { key: FactName; name: Words };
  /** As code: the same in every language. */
  computed: string;
  dimensions: { key: Dimension; name: Words }[];
  /** The settings that decide what counts, with their values. */
  settings: { key: string; name: Words; value: Words }[];
};

export const listReferences = (settings: MeasureSettings): Reference[] =>
  catalogue.map((metric) => describe(metric, settings));

function describe(metric: Metric, settings: MeasureSettings): Reference {
  const [family = "", measure = "", variant] = metric.key.split(".");
  const base = `${family}.${measure}`;
  return {
    metric: { ...metric, name: fillWords(metric.name, settings), formula: fillWords(metric.formula, settings) },
    family: families[family]!,
    variantOf: variant && findMetric(base) ? base : null,
    unit: units[metric.unit],
    good: directions[metric.good ?? "none"],
    sources: metric.source.map((key) => ({ key, name: sources[key] })),
    fact: { key: metric.fact, name: facts[metric.fact] },
    computed: writeFraction(metric),
    dimensions: dimensionsOf(metric).map(({ key, name }) => ({ key, name })),
    settings: listSettings(metric, settings),
  };
}

const families: Record<string, Words> = {
  bot: { zh: "机器人", en: "Bot" },
  human: { zh: "人工", en: "People" },
  survey: { zh: "调研", en: "Surveys" },
  sentiment: { zh: "情感", en: "Sentiment" },
  compare: { zh: "人机对比", en: "Bot and people side by side" },
};

const units: Record<Unit, Words> = {
  ratio: { zh: "比例，显示为 %", en: "ratio, shown as %" },
  seconds: { zh: "秒", en: "seconds" },
  count: { zh: "个", en: "number" },
  stars: { zh: "分，1–5", en: "stars, 1–5" },
  effort: { zh: "分，1–7", en: "points, 1–7" },
  points: { zh: "分，−100…100", en: "points, −100…100" },
};

const directions: Record<"up" | "down" | "none", Words> = {
  up: { zh: "越高越好", en: "higher is better" },
  down: { zh: "越低越好", en: "lower is better" },
  none: { zh: "无好坏之分", en: "no good direction" },
};

const sources: Record<Source, Words> = {
  ant: { zh: "支付宝服务能力分", en: "Alipay service capability score" },
  douyin: { zh: "抖店罗盘客服分析", en: "Douyin shop Compass" },
  bot: { zh: "电商机器人满意度指标", en: "e-commerce bot KPIs" },
  std: { zh: "机器人评测与客服标准", en: "bot judging and agent standards" },
  hx: { zh: "人机协同实践", en: "human–machine practice" },
  field: { zh: "行业通用", en: "usual in the field" },
  ours: { zh: "本产品", en: "ours" },
};

const facts: Record<FactName, Words> = {
  conversation: { zh: "每个会话一行", en: "one row a conversation" },
  question: { zh: "机器人每次回复一行", en: "one row a reply of the bot" },
  turn: { zh: "每轮首问首答一行", en: "one row a question put to a person" },
  request: { zh: "每次转人工请求一行", en: "one row a request for a person" },
  stint: { zh: "客服每次接待一行", en: "one row each time an agent held a conversation" },
  rating: { zh: "每个会话、每个评价对象一行", en: "one row a conversation and target rated" },
  survey: { zh: "每个会话、每份问卷一行", en: "one row a conversation and survey" },
  answerLabel: { zh: "每条被标注的回答一行", en: "one row a labelled answer" },
};

type Setting = { key: string; name: Words; columns: readonly string[]; say: (settings: MeasureSettings) => Words };

const number = (value: number, zh: string, en: string): Words => ({ zh: `${value} ${zh}`, en: `${value} ${en}` });

/** By the columns that a setting decides. */
const settingsOfColumns: readonly Setting[] = [
  {
    key: "connectSeconds",
    name: { zh: "接通时限", en: "Connected in time" },
    columns: ["isInTime"],
    say: ({ connectSeconds }) => number(connectSeconds, "秒（含）", "s or less"),
  },
  {
    key: "unansweredSeconds",
    name: { zh: "无人回复的一轮计", en: "A turn nobody answers counts" },
    columns: ["replySeconds", "cappedSeconds", "openReplySeconds"],
    say: ({ unansweredSeconds }) => number(unansweredSeconds, "秒", "s"),
  },
  {
    key: "examHours",
    name: { zh: "考核时间（首次转人工）", en: "Judged hours (of the first human request)" },
    columns: ["inExamHours"],
    say: ({ examHours: { from, to } }) => ({ zh: `${from} 至 ${to}（不含）`, en: `${from} to ${to} (exclusive)` }),
  },
  {
    key: "serviceHours",
    name: { zh: "服务时间", en: "Service hours" },
    columns: ["inServiceHours", "openWaitSeconds", "openReplySeconds"],
    say: ({ serviceHours }) => sayHours(serviceHours),
  },
  {
    key: "satisfiedStars",
    name: { zh: "满意", en: "Satisfied" },
    columns: ["isSatisfied", "isRatedWell"],
    say: ({ satisfiedStars }) => sayStars(satisfiedStars),
  },
  {
    key: "dissatisfiedStars",
    name: { zh: "不满意", en: "Dissatisfied" },
    columns: ["isDissatisfied", "isRatedBadly"],
    say: ({ dissatisfiedStars }) => sayStars(dissatisfiedStars),
  },
  {
    key: "imBadStars",
    name: { zh: "IM 不满意", en: "IM dissatisfied" },
    columns: ["isImBad", "isFirstImBad"],
    say: ({ imBadStars }) => sayStars(imBadStars),
  },
  {
    key: "returnHours",
    name: { zh: "再次来访的时限", en: "Back within" },
    columns: ["isReturned"],
    say: ({ returnHours }) => number(returnHours, "小时", "h"),
  },
];

function listSettings(metric: Metric, settings: MeasureSettings): Reference["settings"] {
  const used = listColumns(metric);
  return settingsOfColumns
    .filter(({ columns }) => columns.some((column) => used.has(column)))
    .map(({ key, name, say }) => ({ key, name, value: say(settings) }));
}

/** Every column that decides the figure. */
function listColumns({ where, numerator, denominator }: Metric): Set<string> {
  const parts = [numerator, denominator].filter((part) => part !== null);
  const summed = parts.flatMap((part) => ("sum" in part ? [part.sum] : []));
  const conditions = [where, ...parts.map((part) => part.where)].flatMap((one) => (one ? columnsOf(one) : []));
  return new Set([...summed, ...conditions]);
}

function columnsOf(predicate: Predicate): string[] {
  if ("and" in predicate) return predicate.and.flatMap(columnsOf);
  if ("not" in predicate) return columnsOf(predicate.not);
  return [Object.values(predicate)[0]![0] as string];
}

function writeFraction({ fact, where, numerator, denominator, scale }: Metric): string {
  const top = writeAggregate(numerator);
  const fraction = denominator ? `${top} ÷ ${writeAggregate(denominator)}${scale ? ` × ${scale}` : ""}` : top;
  return `${fraction} over ${fact}${where ? ` where ${writePredicate(where)}` : ""}`;
}

function writeAggregate(part: Aggregate): string {
  const where = part.where ? ` if ${writePredicate(part.where)}` : "";
  return "sum" in part ? `sum(${part.sum}${where})` : `count(${where.trim()})`;
}

function writePredicate(predicate: Predicate): string {
  if ("and" in predicate) return predicate.and.map(writePredicate).join(" and ");
  if ("not" in predicate) return writeNegation(predicate.not);
  if ("in" in predicate) return `${predicate.in[0]} in (${predicate.in[1].join(", ")})`;
  if ("gte" in predicate) return `${predicate.gte[0]} ≥ ${predicate.gte[1]}`;
  if ("lte" in predicate) return `${predicate.lte[0]} ≤ ${predicate.lte[1]}`;
  const [column, value] = predicate.eq;
  if (value === true) return column;
  return value === false ? `not ${column}` : `${column} = ${value}`;
}

function writeNegation(predicate: Predicate): string {
  if ("eq" in predicate && predicate.eq[1] === null) return `${predicate.eq[0]} is known`;
  return `not (${writePredicate(predicate)})`;
}
