import { all, count, eq, known, metric, not, oneOf, sum } from "../metric.ts";

const open = eq("inServiceHours", true);
const inTime = eq("isInTime", true);

export const connectWithin20s = metric({
  key: "human.connect_within_20s",
  name: { zh: "{connectSeconds}秒接通率", en: "Connected within {connectSeconds} s" },
  formula: {
    zh: "{connectSeconds} 秒内（含）接通的请求数 ÷ 请求数，均限服务时间内。放弃、排队已满、客服不在线的请求都留在分母",
    en: "Requests connected in {connectSeconds} s or less ÷ requests, both in service hours. Abandoned, queue-full and offline requests stay in the denominator",
  },
  unit: "ratio",
  good: "up",
  source: ["ant"],
  fact: "request",
  where: open,
  numerator: count(inTime),
  denominator: count(),
  dimensions: ["agentId", "by"],
  events: ["human.requested", "queue.rejected", "queue.left", "agent.connected"],
});

export const connectWithin20sWithoutRejected = metric({
  key: "human.connect_within_20s.without_rejected",
  name: { zh: "{connectSeconds}秒接通率（不含被拒）", en: "Connected within {connectSeconds} s (without rejected)" },
  formula: {
    zh: "同{connectSeconds}秒接通率，不含排队已满与客服不在线的请求",
    en: "As connected within {connectSeconds} s, without queue-full and offline requests",
  },
  unit: "ratio",
  good: "up",
  source: ["ours"],
  fact: "request",
  where: all(open, not(oneOf("outcome", ["rejected_full", "rejected_offline"]))),
  numerator: count(inTime),
  denominator: count(),
  dimensions: ["agentId", "by"],
  events: connectWithin20s.events,
});

export const averageWait = metric({
  key: "human.average_wait",
  name: { zh: "平均等待时间", en: "Average wait" },
  formula: {
    zh: "Σ 等待时间 ÷ 进入排队的请求数（含放弃的）。排队已满与客服不在线的请求不计",
    en: "Σ wait ÷ requests that entered the queue (abandoned ones included). Queue-full and offline requests are not counted",
  },
  unit: "seconds",
  good: "down",
  source: ["ant"],
  fact: "request",
  where: all(eq("enteredQueue", true), oneOf("outcome", ["connected", "left"]), known("waitSeconds")),
  numerator: sum("waitSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId", "by"],
  events: ["human.requested", "queue.entered", "queue.left", "agent.connected"],
});

export const averageSpeedOfAnswer = metric({
  key: "human.average_wait.answered",
  name: { zh: "平均应答速度", en: "Average speed of answer" },
  formula: { zh: "Σ 接通请求的等待时间 ÷ 接通的请求数", en: "Σ wait of connected requests ÷ connected requests" },
  unit: "seconds",
  good: "down",
  source: ["field"],
  fact: "request",
  where: all(eq("outcome", "connected"), known("waitSeconds")),
  numerator: sum("waitSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId", "by"],
  events: ["human.requested", "agent.connected"],
});

export const averageWaitInServiceHours = metric({
  key: "human.average_wait.in_service_hours",
  name: { zh: "平均等待时间（扣除非服务时间）", en: "Average wait (service hours only)" },
  formula: {
    zh: "同平均等待时间，每次等待扣除店铺服务时间以外的部分",
    en: "As average wait, each wait less the time in which the shop was closed",
  },
  unit: "seconds",
  good: "down",
  source: ["ours"],
  fact: "request",
  where: all(eq("enteredQueue", true), oneOf("outcome", ["connected", "left"]), known("openWaitSeconds")),
  numerator: sum("openWaitSeconds"),
  denominator: count(),
  spread: true,
  dimensions: ["agentId", "by"],
  events: averageWait.events,
});

export const abandonRate = metric({
  key: "human.abandon_rate",
  name: { zh: "排队放弃率", en: "Abandon rate" },
  formula: {
    zh: "接通前离开的请求数 ÷ 进入排队的请求数",
    en: "Requests that left before being connected ÷ requests that entered the queue",
  },
  unit: "ratio",
  good: "down",
  source: ["field"],
  fact: "request",
  where: eq("enteredQueue", true),
  numerator: count(eq("outcome", "left")),
  denominator: count(),
  events: ["queue.entered", "queue.left"],
});

export const requestCount = metric({
  key: "human.requests",
  name: { zh: "人工请求量", en: "Requests for a person" },
  formula: { zh: "要求人工的请求数", en: "Requests for a person" },
  unit: "count",
  good: null,
  source: ["ant"],
  fact: "request",
  numerator: count(),
  denominator: null,
  dimensions: ["by", "outcome"],
  events: ["human.requested"],
});

export const connectedCount = metric({
  key: "human.requests.connected",
  name: { zh: "人工接通量", en: "Connected requests" },
  formula: { zh: "接通的人工请求数", en: "Requests for a person that were connected" },
  unit: "count",
  good: null,
  source: ["ant"],
  fact: "request",
  numerator: count(eq("outcome", "connected")),
  denominator: null,
  dimensions: ["agentId", "by"],
  events: ["human.requested", "agent.connected"],
});
