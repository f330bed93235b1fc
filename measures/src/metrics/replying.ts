import { all, count, eq, known, metric, not, sum } from "../metric.ts";

const inHours = eq("inExamHours", true);
const timed = all(inHours, known("replySeconds"));
const turnEvents = ["human.requested", "agent.connected", "message.sent", "offline_message.left"] as const;

export const averageResponse = metric({
  key: "human.average_response",
  name: { zh: "平均响应时长", en: "Average response" },
  formula: {
    zh: "Σ 每轮首问到首答的时长 ÷ 轮数，限首次转人工在 {examHours} 的会话。无人回复的一轮计 {unansweredSeconds} 秒，迟到的回复按实际时长",
    en: "Σ reply time of each turn ÷ turns, for conversations whose first human request falls in {examHours}. A turn nobody answers counts {unansweredSeconds} s; a late reply keeps its true time",
  },
  unit: "seconds",
  good: "down",
  source: ["douyin"],
  fact: "turn",
  where: timed,
  numerator: sum("replySeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: turnEvents,
});

export const averageResponseCapped = metric({
  key: "human.average_response.capped",
  name: { zh: "平均响应时长（{unansweredSeconds}秒封顶）", en: "Average response (capped at {unansweredSeconds} s)" },
  formula: {
    zh: "同平均响应时长，每轮最多计 {unansweredSeconds} 秒",
    en: "As average response, no turn counting more than {unansweredSeconds} s",
  },
  unit: "seconds",
  good: "down",
  source: ["ours"],
  fact: "turn",
  where: timed,
  numerator: sum("cappedSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: turnEvents,
});

export const averageResponseWithoutCourtesy = metric({
  key: "human.average_response.without_courtesy",
  name: { zh: "平均响应时长（不含结束语）", en: "Average response (without closing courtesies)" },
  formula: {
    zh: "同平均响应时长，不含客户最后的“谢谢”等未回复的结束语",
    en: "As average response, without a customer's closing “thanks” that got no reply",
  },
  unit: "seconds",
  good: "down",
  source: ["ours"],
  fact: "turn",
  where: all(timed, eq("isCourtesy", false)),
  numerator: sum("replySeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: turnEvents,
});

export const averageResponseInServiceHours = metric({
  key: "human.average_response.in_service_hours",
  name: { zh: "平均响应时长（扣除非服务时间）", en: "Average response (service hours only)" },
  formula: {
    zh: "同平均响应时长，每轮扣除店铺服务时间以外的部分；无人回复的一轮仍计 {unansweredSeconds} 秒",
    en: "As average response, each reply less the time in which the shop was closed; a turn nobody answers still counts {unansweredSeconds} s",
  },
  unit: "seconds",
  good: "down",
  source: ["ours"],
  fact: "turn",
  where: all(inHours, known("openReplySeconds")),
  numerator: sum("openReplySeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: turnEvents,
});

export const humanFirstResponse = metric({
  key: "human.first_response",
  name: { zh: "首次响应时长", en: "First response" },
  formula: {
    zh: "Σ（接通 → 客服第一条真实消息）÷ 有真实回复的会话数，限首次转人工在 {examHours}",
    en: "Σ (connect → first real agent message) ÷ conversations with one, first human request in {examHours}",
  },
  unit: "seconds",
  good: "down",
  source: ["douyin", "bot"],
  fact: "conversation",
  where: all(inHours, known("humanFirstResponseSeconds")),
  numerator: sum("humanFirstResponseSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId"],
  events: ["agent.connected", "message.sent"],
});

export const replyRate = metric({
  key: "human.reply_rate",
  name: { zh: "人工客服回复率", en: "Reply rate" },
  formula: {
    zh: "有真实回复的接通会话数 ÷ 接通会话数。自动欢迎语不算回复",
    en: "Connected conversations with a real reply ÷ connected conversations. Automatic greetings are no reply",
  },
  unit: "ratio",
  good: "up",
  source: ["ant"],
  fact: "conversation",
  where: eq("isConnected", true),
  numerator: count(eq("isReplied", true)),
  denominator: count(),
  dimensions: ["agentId"],
  events: ["agent.connected", "message.sent"],
});

export const replyRateByRequests = metric({
  key: "human.reply_rate.by_requests",
  name: { zh: "人工客服回复率（按请求）", en: "Reply rate (by requests)" },
  formula: { zh: "有真实回复的会话数 ÷ 人工请求数", en: "Conversations with a real reply ÷ requests for a person" },
  unit: "ratio",
  good: "up",
  source: ["ant"],
  fact: "conversation",
  numerator: count(eq("isReplied", true)),
  denominator: sum("requests"),
  events: ["human.requested", "message.sent"],
});

export const sessions = metric({
  key: "human.sessions",
  name: { zh: "人工会话量", en: "Conversations with people" },
  formula: {
    zh: "接通或留言的会话数，限首次转人工在 {examHours}",
    en: "Conversations connected or left as an offline message, first human request in {examHours}",
  },
  unit: "count",
  good: null,
  source: ["douyin"],
  fact: "conversation",
  where: all(inHours, not(all(eq("isConnected", false), eq("isOffline", false)))),
  numerator: count(),
  denominator: null,
  dimensions: ["agentId"],
  events: ["human.requested", "agent.connected", "offline_message.left"],
});

export const unserved = metric({
  key: "human.unserved",
  name: { zh: "不服务会话量", en: "Unserved conversations" },
  formula: {
    zh: "以留言告终、或接通后客服从未真实回复的会话数，限首次转人工在 {examHours}",
    en: "Conversations that ended as an offline message or whose agent never really replied, first human request in {examHours}",
  },
  unit: "count",
  good: "down",
  source: ["douyin"],
  fact: "conversation",
  where: inHours,
  numerator: count(eq("isUnserved", true)),
  denominator: null,
  dimensions: ["agentId"],
  events: ["human.requested", "agent.connected", "message.sent", "offline_message.left"],
});
