import type { Words } from "./metric.ts";

/** One thing that can be done about a figure, and the console's page (a path without the leading slash) to do it on. */
export type Improvement = { key: string; name: Words; page: string };

const addKnowledge = { key: "add_knowledge", name: { zh: "补充知识点", en: "Add knowledge" }, page: "knowledge" };
const packs = {
  key: "industry_packs",
  name: { zh: "订阅行业知识库", en: "Use an industry pack" },
  page: "knowledge/packs",
};
const mining = {
  key: "mine_knowledge",
  name: { zh: "从会话中挖掘知识", en: "Mine knowledge from conversations" },
  page: "knowledge/mining",
};
const effect = {
  key: "optimise_effect",
  name: { zh: "效果优化：处理答不上和答不好的问题", en: "Repair unanswered and badly answered questions" },
  page: "knowledge/effect",
};
const annotate = {
  key: "annotate",
  name: { zh: "标注机器人会话", en: "Annotate bot conversations" },
  page: "bot/annotation",
};
const hotQuestions = {
  key: "hot_questions",
  name: { zh: "设置热门问题", en: "Set hot questions" },
  page: "bot/hot-questions",
};
const directServices = {
  key: "direct_services",
  name: { zh: "设置直接服务", en: "Set direct services" },
  page: "bot/direct-services",
};
const bubbles = { key: "smart_bubbles", name: { zh: "设置智能气泡", en: "Set smart bubbles" }, page: "bot/bubbles" };
const staff = { key: "add_staff", name: { zh: "增加客服与排班", en: "Add staff and shifts" }, page: "staff" };
const capacity = { key: "raise_capacity", name: { zh: "提高最大接待量", en: "Raise agents' capacity" }, page: "staff" };
const useBot = { key: "use_bot", name: { zh: "让机器人先接待", en: "Let the bot go first" }, page: "settings" };
const badConversations = {
  key: "dissatisfied",
  name: { zh: "分析不满意会话", en: "Read the dissatisfied conversations" },
  page: "conversations?rated=bad",
};
const voice = { key: "voice", name: { zh: "查看客户声音", en: "Listen to the voice of the customer" }, page: "voice" };
const alerts = {
  key: "alerts",
  name: { zh: "打开声音与弹窗提醒", en: "Turn on sound and pop-up alerts" },
  page: "settings/notifications",
};

/** What the source of the capability score lists for each of its six metrics, most telling first. */
export const improvements: Readonly<Record<string, readonly Improvement[]>> = {
  "bot.knowledge_coverage": [addKnowledge, packs, mining, effect],
  "bot.resolution_rate": [annotate, effect, hotQuestions, directServices, bubbles],
  "human.connect_within_20s": [staff, capacity, useBot],
  "human.average_wait": [staff, capacity, useBot],
  "human.satisfaction_rate": [badConversations, voice],
  "human.reply_rate": [alerts, staff],
};
