import type { Words } from "./metric.ts";

/** One thing that can be done about a figure, and the console's page (a path without the leading slash) to do it on. */
export type Improvement = { key: string; name: Words; page: string };

const way = (key: string, zh: string, en: string, page: string): Improvement => ({ key, name: { zh, en }, page });

const addKnowledge = way("add_knowledge", "补充知识点", "Add knowledge", "knowledge");
const importKnowledge = way("import_knowledge", "批量导入知识", "Import knowledge in bulk", "knowledge/import");
const improveAnswers = way("improve_answers", "改进答案与相似问法", "Improve answers and wordings", "knowledge");
const hotQuestions = way("hot_questions", "设置热门问题", "Set hot questions", "settings?section=window");
const staff = way("add_staff", "增加客服或调高接待量", "Add people or raise their capacity", "staff");
const hours = way("service_hours", "调整服务时间", "Adjust service hours", "settings?section=service");
const useBot = way("use_bot", "让机器人多答一些", "Let the bot answer more", "knowledge");
const alarm = way("reply_alarm", "设置回复提醒", "Set the reply alarm", "settings?section=service");
const phrases = way("quick_phrases", "准备快捷短语", "Prepare quick phrases", "settings?section=phrases");

/** By metric, most telling first; a metric's variants share its ways. Source: the capability score's list, as far as the pages exist. */
const improvements: Readonly<Record<string, readonly Improvement[]>> = {
  "bot.knowledge_coverage": [addKnowledge, importKnowledge],
  "bot.rejection_rate": [addKnowledge, importKnowledge],
  "bot.resolution_rate": [improveAnswers, hotQuestions],
  "bot.verified_resolution_rate": [improveAnswers],
  "bot.escalation_rate": [improveAnswers, addKnowledge],
  "bot.containment_rate": [improveAnswers, addKnowledge],
  "bot.accuracy": [improveAnswers],
  "bot.click_rate": [improveAnswers],
  "bot.bounce_rate": [hotQuestions, improveAnswers],
  "bot.csat": [improveAnswers],
  "human.connect_within_20s": [staff, hours, useBot],
  "human.average_wait": [staff, useBot],
  "human.abandon_rate": [staff, useBot],
  "human.satisfaction_rate": [phrases, improveAnswers],
  "human.reply_rate": [alarm, staff],
  "human.average_response": [phrases, alarm, staff],
  "human.first_response": [alarm, staff],
  "human.im_dissatisfaction": [phrases, improveAnswers],
  "human.first_contact_resolution": [phrases, improveAnswers],
};

export const improvedMetrics = Object.keys(improvements);

export function improvementsOf(metricKey: string): readonly Improvement[] {
  return improvements[metricKey] ?? improvements[metricKey.split(".").slice(0, 2).join(".")] ?? [];
}
