import { all, count, eq, known, metric, sum } from "../metric.ts";

const stintEvents = ["agent.connected", "conversation.transferred", "conversation.closed"] as const;
const timedStint = known("shareSeconds");

export const handleTime = metric({
  key: "human.handle_time",
  name: { zh: "处理时长", en: "Handle time" },
  formula: {
    zh: "Σ（接通 → 结束）÷ 已结束的接通会话数",
    en: "Σ (connect → close) ÷ connected conversations that are closed",
  },
  unit: "seconds",
  good: null,
  source: ["field"],
  fact: "conversation",
  where: known("handleSeconds"),
  numerator: sum("handleSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: ["agent.connected", "conversation.closed"],
});

export const handleTimePerConcurrency = metric({
  key: "human.handle_time.per_concurrency",
  name: { zh: "处理时长（按并发均摊）", en: "Handle time (÷ concurrency)" },
  formula: {
    zh: "处理时长 ÷ 并发接待：同时接待 k 个会话时，每个会话各计 1/k 的时间。Σ 分摊后的接待时长 ÷ 已结束的接待次数（转接后另计一次）",
    en: "Handle time ÷ concurrency: while an agent holds k conversations, each counts 1/k of the time. Σ shared time held ÷ times an agent held a conversation to its end or passed it on",
  },
  unit: "seconds",
  good: null,
  source: ["field"],
  fact: "stint",
  where: timedStint,
  numerator: sum("shareSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: stintEvents,
});

export const concurrency = metric({
  key: "human.concurrency",
  name: { zh: "并发接待", en: "Concurrency" },
  formula: {
    zh: "Σ 每个会话的接待时长 ÷ Σ 客服手上至少有一个会话的时长：客服在接待时平均同时接待几个会话",
    en: "Σ time each conversation was held ÷ Σ time an agent held at least one: how many an agent serves at once while serving any",
  },
  unit: "count",
  good: null,
  source: ["field"],
  fact: "stint",
  where: timedStint,
  numerator: sum("seconds"),
  denominator: sum("shareSeconds"),
  dimensions: ["agentId"],
  events: stintEvents,
});

export const transferRate = metric({
  key: "human.transfer_rate",
  name: { zh: "转接率", en: "Transfer rate" },
  formula: {
    zh: "在客服之间转接过的会话数 ÷ 接通会话数",
    en: "Conversations passed from agent to agent ÷ connected conversations",
  },
  unit: "ratio",
  good: "down",
  source: ["field"],
  fact: "conversation",
  where: eq("isConnected", true),
  numerator: count(eq("isTransferred", true)),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["conversation.transferred", "agent.connected"],
});

export const firstContactResolution = metric({
  key: "human.first_contact_resolution",
  name: { zh: "一次解决率", en: "First contact resolution" },
  formula: {
    zh: "有真实回复、未重新打开、且客户 {returnHours} 小时内未就同一意图再来的会话数 ÷ 有真实回复的会话数。未满 {returnHours} 小时的会话暂不计入",
    en: "Answered conversations not reopened whose customer was not back about the same intent within {returnHours} h ÷ answered conversations. Conversations younger than {returnHours} h wait",
  },
  unit: "ratio",
  good: "up",
  source: ["field"],
  fact: "conversation",
  where: all(eq("isReplied", true), known("isReturned")),
  numerator: count(all(eq("isReturned", false), eq("isReopened", false))),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["message.sent", "conversation.started", "conversation.reopened"],
});
