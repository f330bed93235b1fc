import { all, count, eq, known, type Metric, metric, sum, type Words } from "../metric.ts";

const answered = (survey: string) => all(eq("survey", survey), eq("isAnswered", true));

export const nps = metric({
  key: "survey.nps",
  name: { zh: "净推荐值", en: "Net promoter score" },
  formula: { zh: "9–10 分占比 − 0–6 分占比，× 100", en: "(Share of 9–10 − share of 0–6) × 100" },
  unit: "points",
  good: "up",
  source: ["bot"],
  fact: "survey",
  where: answered("nps"),
  numerator: sum("npsPoint"),
  denominator: count(),
  scale: 100,
  dimensions: ["agentId", "via"],
  events: ["survey.answered"],
});

const npsGroups: [key: string, name: Words, scores: string, point: number, good: "up" | "down" | null][] = [
  ["promoters", { zh: "推荐者", en: "promoters" }, "9–10", 1, "up"],
  ["passives", { zh: "中立者", en: "passives" }, "7–8", 0, null],
  ["detractors", { zh: "贬损者", en: "detractors" }, "0–6", -1, "down"],
];

/** What the net promoter score is made of; the three shares add up to 1. */
export const npsShares: readonly Metric[] = npsGroups.map(([key, name, scores, point, good]) =>
  metric({
    key: `survey.nps.${key}`,
    name: { zh: `净推荐值·${name.zh}占比`, en: `Net promoter score: share of ${name.en}` },
    formula: { zh: `${scores} 分的答卷数 ÷ 答卷数`, en: `Answers of ${scores} ÷ answers` },
    unit: "ratio",
    good,
    source: ["bot"],
    fact: "survey",
    where: answered("nps"),
    numerator: count(eq("npsPoint", point)),
    denominator: count(),
    dimensions: ["agentId", "via"],
    events: ["survey.answered"],
  }),
);

export const ces = metric({
  key: "survey.ces",
  name: { zh: "费力度", en: "Customer effort" },
  formula: {
    zh: "费力度分数之和 ÷ 答卷数（1–7 分，7 = 非常轻松）",
    en: "Sum of effort scores ÷ answers (1–7, 7 = very easy)",
  },
  unit: "effort",
  good: "up",
  source: ["bot"],
  fact: "survey",
  where: answered("ces"),
  numerator: sum("value"),
  denominator: count(),
  dimensions: ["agentId", "via"],
  events: ["survey.answered"],
});

export const cesEasy = metric({
  key: "survey.ces.easy",
  name: { zh: "轻松占比", en: "Found it easy" },
  formula: { zh: "5–7 分的答卷数 ÷ 答卷数", en: "Answers of 5–7 ÷ answers" },
  unit: "ratio",
  good: "up",
  source: ["bot"],
  fact: "survey",
  where: answered("ces"),
  numerator: count(eq("isEasy", true)),
  denominator: count(),
  dimensions: ["agentId", "via"],
  events: ["survey.answered"],
});

const surveys: [survey: string, key: string, name: Words, events: Metric["events"]][] = [
  ["csat", "survey.csat", { zh: "满意度评价", en: "Rating" }, ["rating.invited", "rating.given"]],
  ["nps", "survey.nps", { zh: "净推荐值", en: "Net promoter" }, ["survey.invited", "survey.answered"]],
  ["ces", "survey.ces", { zh: "费力度", en: "Customer effort" }, ["survey.invited", "survey.answered"]],
];

/** 邀评回收率: how many of those who were invited gave an answer. */
export const responseRates: readonly Metric[] = surveys.map(([survey, key, name, events]) =>
  metric({
    key: `${key}.response_rate`,
    name: { zh: `${name.zh}·回收率`, en: `${name.en}: response rate` },
    formula: {
      zh: "被邀请且作答的会话数 ÷ 被邀请的会话数",
      en: "Conversations invited and answered ÷ conversations invited",
    },
    unit: "ratio",
    good: "up",
    source: ["field"],
    fact: "survey",
    where: all(eq("survey", survey), eq("isInvited", true)),
    numerator: count(eq("isAnswered", true)),
    denominator: count(),
    dimensions: ["agentId", "via"],
    events,
  }),
);

const moods: [key: string, name: Words, good: "up" | "down" | null][] = [
  ["positive", { zh: "正面", en: "positive" }, "up"],
  ["neutral", { zh: "中性", en: "neutral" }, null],
  ["negative", { zh: "负面", en: "negative" }, "down"],
];

/** 情感占比: shares of the conversations whose sentiment is known. */
export const sentimentShares: readonly Metric[] = moods.map(([mood, name, good]) =>
  metric({
    key: `sentiment.share.${mood}`,
    name: { zh: `情感占比·${name.zh}`, en: `Sentiment: ${name.en}` },
    formula: {
      zh: `${name.zh}会话数 ÷ 有情感判断的会话数`,
      en: `Conversations judged ${name.en} ÷ conversations judged`,
    },
    unit: "ratio",
    good,
    source: ["bot"],
    fact: "conversation",
    where: known("sentiment"),
    numerator: count(eq("sentiment", mood)),
    denominator: count(),
    dimensions: ["agentId"],
    events: ["conversation.classified"],
  }),
);

export const sentimentNet = metric({
  key: "sentiment.share.net",
  name: { zh: "净情感", en: "Net sentiment" },
  formula: {
    zh: "（正面会话数 − 负面会话数）÷ 有情感判断的会话数",
    en: "(Positive − negative conversations) ÷ conversations judged",
  },
  unit: "ratio",
  good: "up",
  source: ["bot"],
  fact: "conversation",
  where: known("sentiment"),
  numerator: sum("sentimentPoint"),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["conversation.classified"],
});
