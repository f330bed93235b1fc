import type { Column } from "../facts.ts";
import { all, count, eq, known, type Metric, metric, not, sum, type Words } from "../metric.ts";

const human = eq("target", "human");
const valid = all(human, eq("isValid", true), eq("inExamHours", true));

export const satisfactionRate = metric({
  key: "human.satisfaction_rate",
  name: { zh: "人工满意度", en: "Satisfaction with people" },
  formula: {
    zh: "满意（{satisfiedStars} 分）÷（满意 + 不满意（{dissatisfiedStars} 分））。{neutralStars}以最后一次评价为准",
    en: "Satisfied ({satisfiedStars}) ÷ (satisfied + dissatisfied ({dissatisfiedStars})); {neutralStars}the last rating counts",
  },
  unit: "ratio",
  good: "up",
  source: ["ant"],
  fact: "rating",
  where: all(human, not(all(eq("isSatisfied", false), eq("isDissatisfied", false)))),
  numerator: count(eq("isSatisfied", true)),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["rating.given"],
});

export const satisfactionRateAllRated = metric({
  key: "human.satisfaction_rate.all_rated",
  name: { zh: "人工满意度（含中评）", en: "Satisfaction with people (of all rated)" },
  formula: {
    zh: "满意（{satisfiedStars} 分）÷ 全部人工评价数",
    en: "Satisfied ({satisfiedStars}) ÷ all ratings of people",
  },
  unit: "ratio",
  good: "up",
  source: ["field"],
  fact: "rating",
  where: human,
  numerator: count(eq("isSatisfied", true)),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["rating.given"],
});

export const satisfactionMean = metric({
  key: "human.satisfaction_rate.mean",
  name: { zh: "人工平均分", en: "Mean rating of people" },
  formula: {
    zh: "人工评价分数之和 ÷ 人工评价数（1–5 分，以最后一次为准）",
    en: "Sum of ratings of people ÷ ratings of people (1–5, the last one counting)",
  },
  unit: "stars",
  good: "up",
  source: ["field"],
  fact: "rating",
  where: human,
  numerator: sum("stars"),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["rating.given"],
});

export const ratingResponse = metric({
  key: "human.rating_response_rate",
  name: { zh: "人工参评率", en: "Rating response rate" },
  formula: {
    zh: "评价了人工的接通会话数 ÷ 接通会话数",
    en: "Connected conversations that rated the person ÷ connected conversations",
  },
  unit: "ratio",
  good: "up",
  source: ["field"],
  fact: "conversation",
  where: eq("isConnected", true),
  numerator: count(known("humanStars")),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["rating.given", "agent.connected"],
});

export const imDissatisfaction = metric({
  key: "human.im_dissatisfaction",
  name: { zh: "IM不满意率", en: "IM dissatisfaction" },
  formula: {
    zh: "{imBadStars} 分的会话数 ÷ 有效评价的会话数（客服至少真实回复一条），限首次转人工在 {examHours}，以最后一次评价为准",
    en: "Conversations rated {imBadStars} ÷ validly rated conversations (at least one real agent message), first human request in {examHours}; the last rating counts",
  },
  unit: "ratio",
  good: "down",
  source: ["douyin"],
  fact: "rating",
  where: valid,
  numerator: count(eq("isImBad", true)),
  denominator: count(),
  dimensions: ["agentId", "reason"],
  events: ["rating.given", "message.sent", "human.requested"],
});

export const imDissatisfactionFirstRating = metric({
  key: "human.im_dissatisfaction.first_rating",
  name: { zh: "IM不满意率（首次评价）", en: "IM dissatisfaction (first rating)" },
  formula: { zh: "同IM不满意率，以首次评价为准", en: "As IM dissatisfaction, the first rating counting" },
  unit: "ratio",
  good: "down",
  source: ["ours"],
  fact: "rating",
  where: valid,
  numerator: count(eq("isFirstImBad", true)),
  denominator: count(),
  dimensions: ["agentId", "reason"],
  events: imDissatisfaction.events,
});

const reasons: [key: string, name: Words, column: Column<"rating">][] = [
  ["attitude", { zh: "态度差", en: "bad attitude" }, "isReasonAttitude"],
  ["unsolved", { zh: "未解决问题", en: "problem not solved" }, "isReasonUnsolved"],
  ["slow", { zh: "回复慢", en: "slow replies" }, "isReasonSlow"],
  ["repeat", { zh: "让我重复描述", en: "had to repeat myself" }, "isReasonRepeat"],
  ["other", { zh: "其他", en: "other" }, "isReasonOther"],
];

/** Why customers were dissatisfied; one rating may name several reasons, so the shares need not add up to 1. */
export const dissatisfactionReasons: readonly Metric[] = reasons.map(([key, name, column]) =>
  metric({
    key: `human.im_dissatisfaction.reason_${key}`,
    name: { zh: `不满意原因·${name.zh}`, en: `Reason for dissatisfaction: ${name.en}` },
    formula: {
      zh: `原因含“${name.zh}”的不满意会话数 ÷ 不满意会话数`,
      en: `Dissatisfied conversations naming “${name.en}” ÷ dissatisfied conversations`,
    },
    unit: "ratio",
    good: null,
    source: ["douyin"],
    fact: "rating",
    where: all(valid, eq("isImBad", true)),
    numerator: count(eq(column, true)),
    denominator: count(),
    dimensions: ["agentId"],
    events: ["rating.given"],
  }),
);
