import { all, count, eq, known, metric, sum } from "../metric.ts";

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
