import { all, count, eq, known, type Metric, type MetricOf, metric, sum } from "../metric.ts";

type Compared = Omit<MetricOf<"conversation">, "key" | "source" | "fact">;

/**
 * 人机对比: the same measures side by side for conversations handled by the bot only, by people only, by both, so each
 * means the same whoever answered. The net promoter score and the customer's effort are cut by handledBy as well.
 */
const measures: Record<string, Compared> = {
  conversations: {
    name: { zh: "会话量", en: "conversations" },
    formula: { zh: "会话数", en: "Conversations" },
    unit: "count",
    good: null,
    numerator: count(),
    denominator: null,
    events: ["bot.answered", "message.sent"],
  },
  satisfaction: {
    name: { zh: "满意度", en: "satisfaction" },
    formula: {
      zh: "评价都是 {satisfiedStars} 分的会话数 ÷ 有评价的会话数（无论评的是机器人还是人工）",
      en: "Conversations rated {satisfiedStars} throughout ÷ conversations rated, be it bot or person",
    },
    unit: "ratio",
    good: "up",
    where: eq("isRated", true),
    numerator: count(eq("isRatedWell", true)),
    denominator: count(),
    events: ["rating.given"],
  },
  rated: {
    name: { zh: "参评率", en: "rated" },
    formula: { zh: "有评价的会话数 ÷ 会话数", en: "Conversations rated ÷ conversations" },
    unit: "ratio",
    good: "up",
    numerator: count(eq("isRated", true)),
    denominator: count(),
    events: ["rating.given"],
  },
  bad_ratings: {
    name: { zh: "差评率", en: "badly rated" },
    formula: {
      zh: "打了 {dissatisfiedStars} 分的会话数 ÷ 会话数",
      en: "Conversations rated {dissatisfiedStars} ÷ conversations",
    },
    unit: "ratio",
    good: "down",
    numerator: count(eq("isRatedBadly", true)),
    denominator: count(),
    events: ["rating.given"],
  },
  settled: {
    name: { zh: "解决率", en: "settled" },
    formula: {
      zh: "客户 {returnHours} 小时内未就同一意图再来、且未打 {dissatisfiedStars} 分的会话数 ÷ 会话数。未满 {returnHours} 小时的会话暂不计入",
      en: "Conversations whose customer was not back about the same intent within {returnHours} h and did not rate {dissatisfiedStars} ÷ conversations. Conversations younger than {returnHours} h wait",
    },
    unit: "ratio",
    good: "up",
    where: known("isReturned"),
    numerator: count(all(eq("isReturned", false), eq("isRatedBadly", false))),
    denominator: count(),
    events: ["conversation.started", "rating.given"],
  },
  returned: {
    name: { zh: "再次来访率", en: "came back" },
    formula: {
      zh: "客户 {returnHours} 小时内就同一意图再来的会话数 ÷ 会话数。未满 {returnHours} 小时的会话暂不计入",
      en: "Conversations whose customer was back about the same intent within {returnHours} h ÷ conversations. Conversations younger than {returnHours} h wait",
    },
    unit: "ratio",
    good: "down",
    where: known("isReturned"),
    numerator: count(eq("isReturned", true)),
    denominator: count(),
    events: ["conversation.started"],
  },
  first_response: {
    name: { zh: "首次响应时间", en: "first response" },
    formula: {
      zh: "Σ（客户第一条消息、点击或转人工请求 → 机器人或客服的第一条回复）÷ 两者都有的会话数",
      en: "Σ (the customer's first message, click or request → the first reply, by bot or person) ÷ conversations with both",
    },
    unit: "seconds",
    good: "down",
    where: known("firstReplySeconds"),
    numerator: sum("firstReplySeconds"),
    denominator: count(),
    spread: true,
    events: ["message.sent", "bot.answered", "human.requested"],
  },
  interactions: {
    name: { zh: "客户交互次数", en: "customer's interactions" },
    formula: {
      zh: "客户消息与点击数 ÷ 会话数",
      en: "Messages and clicks of customers ÷ conversations",
    },
    unit: "count",
    good: null,
    numerator: sum("customerActs"),
    denominator: count(),
    events: ["message.sent", "option.clicked", "hot_question.clicked"],
  },
  negative: {
    name: { zh: "负面情感占比", en: "negative sentiment" },
    formula: {
      zh: "情感为负面的会话数 ÷ 有情感判断的会话数",
      en: "Conversations judged negative ÷ conversations judged",
    },
    unit: "ratio",
    good: "down",
    where: known("sentiment"),
    numerator: count(eq("sentiment", "negative")),
    denominator: count(),
    events: ["conversation.classified"],
  },
};

export const botVersusHuman: readonly Metric[] = Object.entries(measures).map(([key, { name, formula, ...measure }]) =>
  metric({
    ...measure,
    key: `compare.bot_vs_human.${key}`,
    name: { zh: `人机对比·${name.zh}`, en: `Bot and people: ${name.en}` },
    formula: { zh: `${formula.zh}，按接待方式分`, en: `${formula.en}, by who handled them` },
    source: ["bot"],
    fact: "conversation",
  }),
);
