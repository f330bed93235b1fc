import type { Report } from "@yingda/contract/routes/reports";
import { sayDay, sayDifference, sayValue } from "@yingda/measures/figure-words";
import type { Metric, Words } from "@yingda/measures/metric";
import { findBand } from "@yingda/measures/score";
import type { Tag } from "@yingda/measures/tags";

/** A report's words, written in each language by itself. */

type Language = Report["language"];
export const inLanguage = (words: Words, language: Language): string => (language === "en" ? words.en : words.zh);

export const sayFigure = (value: number | null, unit: Metric["unit"], language: Language): string =>
  inLanguage(sayValue(value, unit), language);

/** Signed; "" when nothing would show. */
export function sayChange(now: number, before: number, unit: Metric["unit"], language: Language): string {
  const size = inLanguage(sayDifference(now - before, unit), language);
  if (/^0(?:\.0)?(?![.\d])/.test(size)) return "";
  return `${now > before ? "+" : "−"}${size}`;
}

export function sayDays(from: string, to: string, language: Language): string {
  const say = (day: string) => inLanguage(sayDay(day), language);
  return from === to ? say(from) : `${say(from)}${language === "en" ? " – " : "至"}${say(to)}`;
}

export const sayScore = (score: number): string => (Math.round(score * 10) / 10).toFixed(1);

const bands: Record<ReturnType<typeof findBand>, Words> = {
  excellent: { zh: "优秀", en: "excellent" },
  good: { zh: "良好", en: "good" },
  fair: { zh: "合格", en: "fair" },
  poor: { zh: "待提升", en: "needs work" },
};
export const sayBand = (score: number, language: Language): string => inLanguage(bands[findBand(score)], language);

export const tagWords: Record<Tag, Words> = {
  urgent: { zh: "急需优化", en: "Needs attention" },
  worsening: { zh: "持续变差", en: "Getting worse" },
  small_sample: { zh: "样本不足", en: "Few cases" },
};

const weekdays = {
  "zh-CN": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

export const sayWhen = (
  { frequency, weekday, atTime }: Pick<Report, "frequency" | "weekday" | "atTime">,
  language: Language,
) =>
  language === "en"
    ? `${frequency === "daily" ? "every day" : `every ${weekdays.en[weekday]}`} at ${atTime}`
    : `${frequency === "daily" ? "每天" : `每${weekdays["zh-CN"][weekday]}`} ${atTime}`;

export const words = {
  "zh-CN": {
    score: "客服能力分",
    noScore: "这段时间还没有可以打分的会话",
    conversations: (n: number) => `${n.toLocaleString("zh-CN")} 通会话`,
    nobody: "这段时间没有会话，下面的指标没有数值。",
    previous: "上期",
    before: { daily: "前一天", weekly: "前 7 天" },
    better: "好转",
    worse: "变差",
    same: "持平",
    peers: "同行中位数",
    why: "为什么",
    look: "看诊断",
    days: "近 14 天，绿色为本期",
    open: "打开首页",
    footer: (when: string, admins: string) =>
      `这份报告${when} 发出。不想再收到，或要改时间、内容、收件人，请找店铺管理员${admins ? `（${admins}）` : ""}：`,
    manage: "设置 › 定期报告",
    daily: "日报",
    weekly: "周报",
    colon: "：",
    range: "统计区间",
  },
  en: {
    score: "Service score",
    noScore: "No conversations to score yet",
    conversations: (n: number) => `${n.toLocaleString("en")} conversation${n === 1 ? "" : "s"}`,
    nobody: "Nobody came in this time; the figures below have no value.",
    previous: "Before",
    before: { daily: "the day before", weekly: "the 7 days before" },
    better: "better",
    worse: "worse",
    same: "unchanged",
    peers: "Peers’ median",
    why: "Why",
    look: "See the diagnosis",
    days: "Last 14 days, this period in green",
    open: "Open the home page",
    footer: (when: string, admins: string) =>
      `This report goes out ${when}. To stop it or to change its time, content or recipients, ask an administrator of the shop${admins ? ` (${admins})` : ""}: `,
    manage: "Settings › Reports",
    daily: "daily report",
    weekly: "weekly report",
    colon: ": ",
    range: "Days",
  },
};
