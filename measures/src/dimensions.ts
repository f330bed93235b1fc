import { type Dimension as DimensionKey, dimension } from "@yingda/contract/figures";
import { type FactName, factColumns } from "./facts.ts";
import type { Metric, Words } from "./metric.ts";

/** What figures can be cut and filtered by, under the names that the API and the pages use. */
export type Dimension = {
  key: DimensionKey;
  name: Words;
  /** Of the facts. Several dimensions may look at one column in a coarser or finer grain. */
  column: string;
  /** Days put together; absent: the column as it is. */
  grain?: "week" | "month" | "weekday";
  /** Value → the coarser one that it is shown under, where a shop says which (its tree of intents). */
  coarser?: ReadonlyMap<string, string>;
};

const columns: Record<DimensionKey, [column: string, zh: string, en: string]> = {
  day: ["localDay", "日期", "Day"],
  week: ["localDay", "周", "Week"],
  month: ["localDay", "月", "Month"],
  weekday: ["localDay", "星期", "Day of the week"],
  hour: ["startHour", "开始时段", "Hour of the start"],
  requestHour: ["requestHour", "转人工时段", "Hour of the request"],
  channel: ["channel", "渠道", "Channel"],
  intent: ["intent", "意图", "Intent"],
  intentGroup: ["intent", "意图大类", "Group of intents"],
  question: ["questionId", "问题", "Question"],
  product: ["productId", "商品", "Product"],
  category: ["category", "商品类目", "Product category"],
  region: ["region", "地区", "Region"],
  agent: ["agentId", "客服", "Agent"],
  reason: ["reason", "不满意原因", "Reason"],
  handledBy: ["handledBy", "接待方式", "Handled by"],
  sentiment: ["sentiment", "情感", "Sentiment"],
  entry: ["entryId", "知识点", "Knowledge entry"],
  outcome: ["outcome", "结果类型", "Outcome"],
  trigger: ["trigger", "提问方式", "Typed or clicked"],
  requestedBy: ["by", "转人工方式", "How a person was asked for"],
  surveyVia: ["via", "调研方式", "How the survey was asked"],
};

const grains: Partial<Record<DimensionKey, Dimension["grain"]>> = {
  week: "week",
  month: "month",
  weekday: "weekday",
};

export const dimensions: readonly Dimension[] = dimension.options.map((key) => {
  const [column, zh, en] = columns[key];
  return { key, column, name: { zh, en }, ...(grains[key] && { grain: grains[key] }) };
});

const byKey = new Map(dimensions.map((one) => [one.key, one]));

export const getDimension = (key: DimensionKey): Dimension => byKey.get(key)!;

/** The dimensions that a metric's declaration allows. */
export const dimensionsOf = (metric: Metric): Dimension[] =>
  dimensions.filter(({ column }) => metric.dimensions.includes(column));

export const canCutBy = (metric: Metric, key: DimensionKey): boolean =>
  metric.dimensions.includes(getDimension(key).column);

/** A filter may look at any column of the fact, also one that the metric is not shown by. */
export const canFilterBy = (fact: FactName, key: DimensionKey): boolean =>
  Object.hasOwn(factColumns[fact], getDimension(key).column);
