import type { Dimension as DimensionKey } from "@yingda/contract/figures";
import type { Words } from "@yingda/measures/metric";

/** What a sentence calls a group that has no name of its own. */

const none: Partial<Record<DimensionKey, Words>> = {
  agent: { zh: "无客服", en: "no agent" },
  intent: { zh: "未分类", en: "no known intent" },
  intentGroup: { zh: "未分类", en: "no known intent" },
  question: { zh: "未识别的问题", en: "unrecognised questions" },
  product: { zh: "未涉及商品", en: "no product" },
  category: { zh: "未涉及商品", en: "no product" },
  region: { zh: "地区未知", en: "unknown region" },
  reason: { zh: "未写原因", en: "no reason given" },
};
const unknown: Words = { zh: "其他", en: "others" };

const known: Partial<Record<DimensionKey, Record<string, Words>>> = {
  reason: {
    attitude: { zh: "态度差", en: "bad attitude" },
    unsolved: { zh: "未解决问题", en: "problem not solved" },
    slow: { zh: "回复慢", en: "slow replies" },
    repeat: { zh: "让我重复描述", en: "had to repeat" },
    other: { zh: "其他原因", en: "other reasons" },
  },
  channel: { web: { zh: "网页", en: "web" }, h5: { zh: "手机网页", en: "mobile web" } },
  handledBy: {
    bot: { zh: "仅机器人", en: "the bot alone" },
    human: { zh: "仅人工", en: "people alone" },
    both: { zh: "人机协作", en: "bot and people" },
    none: { zh: "无人接待", en: "nobody" },
  },
  sentiment: {
    positive: { zh: "正面情绪", en: "positive customers" },
    neutral: { zh: "中性情绪", en: "neutral customers" },
    negative: { zh: "负面情绪", en: "negative customers" },
  },
};

const weekdays: readonly Words[] = [
  { zh: "周一", en: "Mondays" },
  { zh: "周二", en: "Tuesdays" },
  { zh: "周三", en: "Wednesdays" },
  { zh: "周四", en: "Thursdays" },
  { zh: "周五", en: "Fridays" },
  { zh: "周六", en: "Saturdays" },
  { zh: "周日", en: "Sundays" },
];

export function groupNames(dimension: DimensionKey, key: string | null): Words {
  if (key === null) return none[dimension] ?? unknown;
  if (dimension === "hour" || dimension === "requestHour") return { zh: `${key} 点`, en: `${key}:00` };
  if (dimension === "weekday") return weekdays[Number(key) - 1] ?? unknown;
  return known[dimension]?.[key] ?? { zh: key, en: key };
}
