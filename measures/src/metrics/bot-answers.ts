import { all, count, eq, type Metric, metric, not, type Words } from "../metric.ts";

const typed = eq("trigger", "words");
const typedQuestion = all(typed, not(eq("isChitchat", true)));

export const knowledgeCoverage = metric({
  key: "bot.knowledge_coverage",
  name: { zh: "机器人知识点覆盖率", en: "Knowledge coverage" },
  formula: {
    zh: "得到答案的问题数 ÷ 客户输入的问题数。寒暄不算问题；引导列表只有被点击才算答上",
    en: "Questions that got an answer ÷ questions typed by customers. Small talk is no question; a list of suggestions counts only when one was clicked",
  },
  unit: "ratio",
  good: "up",
  source: ["ant"],
  fact: "question",
  where: typedQuestion,
  numerator: count(eq("isCovered", true)),
  denominator: count(),
  dimensions: ["entryId"],
  events: ["message.sent", "bot.answered", "option.clicked"],
});

export const rejectionRate = metric({
  key: "bot.rejection_rate",
  name: { zh: "拒识率", en: "Rejection rate" },
  formula: {
    zh: "回答为“未知”的问题数 ÷ 客户输入的问题数",
    en: "Questions answered “unknown” ÷ questions typed by customers",
  },
  unit: "ratio",
  good: "down",
  source: ["std"],
  fact: "question",
  where: typedQuestion,
  numerator: count(eq("outcome", "unknown")),
  denominator: count(),
  events: ["message.sent", "bot.answered"],
});

export const accuracy = metric({
  key: "bot.accuracy",
  name: { zh: "正确率", en: "Accuracy" },
  formula: {
    zh: "人工标注为正确的回答数 ÷ 人工标注的回答数（机器人从不自评）",
    en: "Answers people labelled correct ÷ answers people labelled (the bot never judges itself)",
  },
  unit: "ratio",
  good: "up",
  source: ["std", "hx"],
  fact: "answerLabel",
  numerator: count(eq("isCorrect", true)),
  denominator: count(),
  dimensions: ["entryId", "outcome"],
  events: ["answer.labelled"],
});

export const clickRate = metric({
  key: "bot.click_rate",
  name: { zh: "推荐点击率", en: "Suggestion click rate" },
  formula: { zh: "被点击的推荐列表数 ÷ 展示的推荐列表数", en: "Suggestion lists clicked ÷ suggestion lists shown" },
  unit: "ratio",
  good: "up",
  source: ["bot"],
  fact: "question",
  where: eq("hasList", true),
  numerator: count(eq("isClicked", true)),
  denominator: count(),
  dimensions: ["outcome", "trigger"],
  events: ["bot.answered", "option.clicked"],
});

const kinds: Record<string, Words> = {
  chitchat: { zh: "寒暄", en: "small talk" },
  direct: { zh: "直接回答", en: "direct" },
  understood: { zh: "理解回答", en: "understood" },
  guided: { zh: "引导", en: "guided" },
  unknown: { zh: "未知", en: "unknown" },
};

/** 回答构成: one share per kind of reply, adding up to 1. */
export const answerTypes: readonly Metric[] = Object.entries(kinds).map(([kind, name]) =>
  metric({
    key: `bot.answer_types.${kind}`,
    name: { zh: `回答构成·${name.zh}`, en: `Answer mix: ${name.en}` },
    formula: {
      zh: `${name.zh}的回复数 ÷ 机器人对客户输入的全部回复数`,
      en: `Bot replies of the kind “${name.en}” ÷ all bot replies to typed messages`,
    },
    unit: "ratio",
    good: null,
    source: ["std"],
    fact: "question",
    where: typed,
    numerator: count(eq("outcome", kind)),
    denominator: count(),
    events: ["bot.answered"],
  }),
);
