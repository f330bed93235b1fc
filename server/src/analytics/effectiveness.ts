import type { Home } from "@yingda/contract/routes/analytics";
import { findMetric } from "@yingda/measures/catalogue";
import { judgeEffectiveness } from "@yingda/measures/effectiveness";
import { count, eq, type Metric, metric, sum } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { firstRow, sql } from "../platform/db/database.ts";
import { addDays as daysAfter } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import { countOnlineDays } from "../staff/presence.ts";

/** 有效配置: what the rules look at, and what they say. */

const own = { unit: "count", good: null, source: ["ours"], denominator: null } as const;
const requests = findMetric("human.requests")!;
const connected = findMetric("human.requests.connected")!;
const coverage = findMetric("bot.knowledge_coverage")!;
const botConversations = metric({
  ...own,
  key: "effectiveness.bot_conversations",
  name: { zh: "机器人会话量", en: "Bot conversations" },
  formula: { zh: "机器人接待过的会话数", en: "Conversations the bot took part in" },
  fact: "conversation",
  numerator: count(eq("isBot", true)),
  events: ["bot.answered", "hot_question.clicked"],
});
const hotClicks = metric({
  ...own,
  key: "effectiveness.hot_clicks",
  name: { zh: "热门问题点击量", en: "Hot question clicks" },
  formula: { zh: "热门问题被点击的次数", en: "Clicks on hot questions" },
  fact: "conversation",
  numerator: sum("hotClicks"),
  events: ["hot_question.clicked"],
});

/** To be measured over the window, for the judgement below. */
export const effectivenessMetrics: readonly Metric[] = [requests, connected, coverage, botConversations, hotClicks];

export async function describeEffectiveness(
  ctx: Ctx,
  measured: (metric: Metric) => number,
  today: string,
): Promise<Home["effectiveness"]> {
  const { settings } = await getShop(ctx);
  const [knowledge, agentOnlineDays] = await Promise.all([
    countKnowledge(ctx, settings.hotQuestionIds),
    countDaysOnline(ctx, today),
  ]);
  const facts = {
    requests: measured(requests),
    connected: measured(connected),
    botConversations: measured(botConversations),
    covered: measured(coverage),
    agentOnlineDays,
    ...knowledge,
  };
  const judged = judgeEffectiveness({
    requests: facts.requests,
    connected: facts.connected,
    botConversations: facts.botConversations,
    hotClicks: measured(hotClicks),
    coveredQuestions: facts.covered,
    agentOnlineDays,
    knowledgeEntries: facts.entries,
    isHotQuestionsOn: facts.hotQuestions > 0,
    // The window always has both doors; neither can be switched off.
    isHumanEntranceOn: true,
    isBotEntranceOn: true,
  });
  return { ...judged, facts };
}

/** Of the last seven: today counts when somebody was there already, else the seven before it are looked at. */
async function countDaysOnline(ctx: Ctx, today: string): Promise<number> {
  const [withToday, before] = await Promise.all([
    countOnlineDays(ctx, daysAfter(today, -6), today),
    countOnlineDays(ctx, daysAfter(today, -7), daysAfter(today, -1)),
  ]);
  return Math.max(withToday, before);
}

const countKnowledge = async (ctx: Ctx, hotQuestionIds: string[]) =>
  (await firstRow(
    ctx.db,
    sql<{ entries: number; hotQuestions: number }>`
    select count(*) as entries, count(*) filter (where entry_id = any(${hotQuestionIds}::uuid[])) as "hotQuestions"
      from knowledge_entry where shop_id = ${ctx.shopId} and is_enabled`,
  ))!;
