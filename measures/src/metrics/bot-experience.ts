import { count, eq, known, metric, sum } from "../metric.ts";

export const botFirstResponse = metric({
  key: "bot.first_response",
  name: { zh: "机器人首次响应时间", en: "Bot first response" },
  formula: {
    zh: "Σ（客户首次输入 → 机器人首次回复）÷ 两者都有的会话数",
    en: "Σ (first customer input → first bot reply) ÷ conversations with both",
  },
  unit: "seconds",
  good: "down",
  source: ["bot", "std"],
  fact: "conversation",
  where: known("botFirstResponseSeconds"),
  numerator: sum("botFirstResponseSeconds"),
  denominator: count(),
  spread: true,
  events: ["message.sent", "hot_question.clicked", "bot.answered"],
});

export const sessionDuration = metric({
  key: "bot.session_duration",
  name: { zh: "机器人平均会话时长", en: "Bot conversation length" },
  formula: {
    zh: "Σ（客户首次输入 → 机器人阶段最后一条消息）÷ 机器人会话数",
    en: "Σ (first customer input → last message of the bot phase) ÷ bot conversations",
  },
  unit: "seconds",
  good: null,
  source: ["bot"],
  fact: "conversation",
  where: known("botSeconds"),
  numerator: sum("botSeconds"),
  denominator: count(),
  spread: true,
  events: ["message.sent", "bot.answered"],
});

export const interactions = metric({
  key: "bot.interactions",
  name: { zh: "交互次数", en: "Interactions" },
  formula: {
    zh: "机器人阶段的客户消息与点击数 ÷ 机器人会话数",
    en: "Customer messages and clicks in the bot phase ÷ bot conversations",
  },
  unit: "count",
  good: null,
  source: ["std"],
  fact: "conversation",
  where: eq("isBot", true),
  numerator: sum("interactions"),
  denominator: count(),
  events: ["message.sent", "option.clicked", "hot_question.clicked"],
});

export const botCsat = metric({
  key: "bot.csat",
  name: { zh: "机器人满意度", en: "Bot satisfaction" },
  formula: {
    zh: "{satisfiedStars} 分的机器人评价数 ÷ 机器人评价数，以最后一次为准",
    en: "Bot ratings of {satisfiedStars} ÷ bot ratings, the last one counting",
  },
  unit: "ratio",
  good: "up",
  source: ["bot"],
  fact: "rating",
  where: eq("target", "bot"),
  numerator: count(eq("isSatisfied", true)),
  denominator: count(),
  events: ["rating.given"],
});

export const botCsatMean = metric({
  key: "bot.csat.mean",
  name: { zh: "机器人平均分", en: "Bot mean rating" },
  formula: { zh: "机器人评价分数之和 ÷ 机器人评价数（1–5 分）", en: "Sum of bot ratings ÷ bot ratings (1–5)" },
  unit: "stars",
  good: "up",
  source: ["bot"],
  fact: "rating",
  where: eq("target", "bot"),
  numerator: sum("stars"),
  denominator: count(),
  events: ["rating.given"],
});

export const botRatingResponse = metric({
  key: "bot.csat.response_rate",
  name: { zh: "机器人参评率", en: "Bot rating response rate" },
  formula: { zh: "评价了机器人的会话数 ÷ 机器人会话数", en: "Conversations that rated the bot ÷ bot conversations" },
  unit: "ratio",
  good: "up",
  source: ["field"],
  fact: "conversation",
  where: eq("isBot", true),
  numerator: count(known("botStars")),
  denominator: count(),
  events: ["rating.given", "bot.answered"],
});
