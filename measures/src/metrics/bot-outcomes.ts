import { all, count, eq, known, metric, not, sum } from "../metric.ts";

const eligible = eq("isEligible", true);

export const botConversations = metric({
  key: "bot.conversations",
  name: { zh: "机器人会话量", en: "Bot conversations" },
  formula: {
    zh: "机器人回复过、或客户点过热门问题的会话数",
    en: "Conversations in which the bot replied or a hot question was clicked",
  },
  unit: "count",
  good: null,
  source: ["ant"],
  fact: "conversation",
  numerator: count(eq("isBot", true)),
  denominator: null,
  events: ["bot.answered", "hot_question.clicked"],
});

export const hotClicks = metric({
  key: "bot.hot_clicks",
  name: { zh: "热门问题点击量", en: "Hot question clicks" },
  formula: { zh: "热门问题被点击的次数", en: "Clicks on hot questions" },
  unit: "count",
  good: null,
  source: ["ant"],
  fact: "conversation",
  numerator: sum("hotClicks"),
  denominator: null,
  events: ["hot_question.clicked"],
});

export const resolutionRate = metric({
  key: "bot.resolution_rate",
  name: { zh: "机器人解决率", en: "Bot resolution rate" },
  formula: {
    zh: "1 − 未解决会话数 ÷ 有效机器人会话数。点踩、有问题未识别、最后的推荐无人点击、要求转人工，任一即未解决；一上来就找人工的会话不计入",
    en: "1 − unresolved ÷ eligible bot conversations. Unresolved: a thumb down, a question not recognised, a last suggestion nobody clicked, or a person asked for. Conversations that asked for a person at once are not eligible",
  },
  unit: "ratio",
  good: "up",
  source: ["ant"],
  fact: "conversation",
  where: eligible,
  numerator: count(eq("isResolved", true)),
  denominator: count(),
  events: ["bot.answered", "answer.rated", "option.clicked", "hot_question.clicked", "human.requested"],
});

export const unresolvedRate = metric({
  key: "bot.resolution_rate.unresolved",
  name: { zh: "机器人未解决率", en: "Bot unresolved rate" },
  formula: {
    zh: "未解决会话数 ÷ 有效机器人会话数（来源以“解决率”之名公布的正是它）",
    en: "Unresolved ÷ eligible bot conversations (what the source prints under the name “resolution rate”)",
  },
  unit: "ratio",
  good: "down",
  source: ["ant"],
  fact: "conversation",
  where: eligible,
  numerator: count(eq("isResolved", false)),
  denominator: count(),
  events: resolutionRate.events,
});

export const resolutionRateLastUnknownOnly = metric({
  key: "bot.resolution_rate.last_unknown_only",
  name: { zh: "机器人解决率（仅最后未知）", en: "Bot resolution rate (only a last “unknown” counts)" },
  formula: {
    zh: "同机器人解决率，但“未知”只有是最后一条回答时才算未解决",
    en: "As bot resolution rate, but an “unknown” makes it unresolved only as the last answer",
  },
  unit: "ratio",
  good: "up",
  source: ["ours"],
  fact: "conversation",
  where: eligible,
  numerator: count(eq("isResolvedUnlessEndsUnknown", true)),
  denominator: count(),
  events: resolutionRate.events,
});

export const verifiedResolutionRate = metric({
  key: "bot.verified_resolution_rate",
  name: { zh: "确认解决率", en: "Verified resolution rate" },
  formula: {
    zh: "已解决、客户 {returnHours} 小时内未就同一意图再来、且未打 {dissatisfiedStars} 分的会话数 ÷ 有效机器人会话数。未满 {returnHours} 小时的会话暂不计入",
    en: "Resolved, customer not back about the same intent within {returnHours} h, and not rated {dissatisfiedStars} ÷ eligible bot conversations. Conversations younger than {returnHours} h wait",
  },
  unit: "ratio",
  good: "up",
  source: ["ours"],
  fact: "conversation",
  where: all(eligible, known("isReturned")),
  numerator: count(all(eq("isResolved", true), eq("isReturned", false), eq("isRatedBadly", false))),
  denominator: count(),
  events: [...resolutionRate.events, "rating.given", "conversation.started"],
});

export const escalationRate = metric({
  key: "bot.escalation_rate",
  name: { zh: "转人工率", en: "Escalation rate" },
  formula: { zh: "要求过人工的会话数 ÷ 会话数", en: "Conversations in which a person was asked for ÷ conversations" },
  unit: "ratio",
  good: "down",
  source: ["bot", "hx"],
  fact: "conversation",
  numerator: count(eq("hasRequest", true)),
  denominator: count(),
  events: ["human.requested"],
});

export const escalationRateWithoutImmediate = metric({
  key: "bot.escalation_rate.without_immediate",
  name: { zh: "转人工率（不含直接找人工）", en: "Escalation rate (without immediate requests)" },
  formula: {
    zh: "同转人工率，不含一上来就找人工的会话",
    en: "As escalation rate, without conversations that asked for a person at once",
  },
  unit: "ratio",
  good: "down",
  source: ["bot", "hx"],
  fact: "conversation",
  where: eq("askedAtOnce", false),
  numerator: count(eq("hasRequest", true)),
  denominator: count(),
  events: ["human.requested", "bot.answered", "hot_question.clicked"],
});

export const containmentRate = metric({
  key: "bot.containment_rate",
  name: { zh: "独立接待率", en: "Containment rate" },
  formula: {
    zh: "没有要求人工的会话数 ÷ 会话数",
    en: "Conversations in which nobody asked for a person ÷ conversations",
  },
  unit: "ratio",
  good: "up",
  source: ["hx"],
  fact: "conversation",
  numerator: count(eq("hasRequest", false)),
  denominator: count(),
  events: ["human.requested"],
});

export const completionRate = metric({
  key: "bot.completion_rate",
  name: { zh: "会话完成率", en: "Completion rate" },
  formula: {
    zh: "在要求人工之前达成目标的会话数 ÷ 跟踪目标的会话数",
    en: "Conversations that reached their goal before any request for a person ÷ conversations with a tracked goal",
  },
  unit: "ratio",
  good: "up",
  source: ["bot"],
  fact: "conversation",
  where: eq("hasGoal", true),
  numerator: count(eq("isGoalDoneByBot", true)),
  denominator: count(),
  events: ["goal.tracked", "human.requested"],
});

export const completionRateWithPeople = metric({
  key: "bot.completion_rate.with_people",
  name: { zh: "会话完成率（含人工）", en: "Completion rate (with people's help)" },
  formula: {
    zh: "达成目标的会话数 ÷ 跟踪目标的会话数",
    en: "Conversations that reached their goal ÷ conversations with a tracked goal",
  },
  unit: "ratio",
  good: "up",
  source: ["bot"],
  fact: "conversation",
  where: eq("hasGoal", true),
  numerator: count(eq("isGoalDone", true)),
  denominator: count(),
  events: ["goal.tracked"],
});

export const bounceRate = metric({
  key: "bot.bounce_rate",
  name: { zh: "跳出率", en: "Bounce rate" },
  formula: {
    zh: "只输入一次、既无答案也未转人工的机器人会话数 ÷ 机器人会话数",
    en: "Bot conversations with one input, no answer and no request for a person ÷ bot conversations",
  },
  unit: "ratio",
  good: "down",
  source: ["bot"],
  fact: "conversation",
  where: all(eq("isBot", true), not(eq("interactions", 0))),
  numerator: count(eq("isBounced", true)),
  denominator: count(),
  events: ["message.sent", "bot.answered", "option.clicked", "human.requested"],
});
