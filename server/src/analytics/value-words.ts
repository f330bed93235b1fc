import type { Dimension as DimensionKey } from "@yingda/contract/figures";
import { sayDay } from "@yingda/measures/figure-words";
import type { Words } from "@yingda/measures/metric";

/** What a sentence calls a group that has no name of its own. */

const none: Partial<Record<DimensionKey, Words>> = {
  agent: { zh: "无客服接待", en: "no agent" },
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
    both: { zh: "机器人与人工", en: "bot and people" },
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

/** `today`: the shop's, YYYY-MM-DD; a day of another year has its year. */
export function groupNames(dimension: DimensionKey, key: string | null, today: string): Words {
  if (key === null) return none[dimension] ?? unknown;
  if (dimension === "day") return sayDay(key, today);
  if (dimension === "week") {
    const day = sayDay(key, today);
    return { zh: `${day.zh} 起一周`, en: `the week of ${day.en}` };
  }
  if (dimension === "hour" || dimension === "requestHour") {
    const clock = `${key.padStart(2, "0")}:00`;
    return { zh: clock, en: clock };
  }
  if (dimension === "weekday") return weekdays[Number(key) - 1] ?? unknown;
  return known[dimension]?.[key] ?? { zh: key, en: key };
}
