import type { Home } from "@yingda/contract/routes/analytics";
import { getMetric } from "@yingda/measures/catalogue";
import { judgeEffectiveness } from "@yingda/measures/effectiveness";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { firstRow, sql } from "../platform/db/database.ts";
import { addDays as daysAfter } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import { countOnlineDays } from "../staff/presence.ts";

/** 有效配置: what the rules look at, and what they say. */

const requests = getMetric("human.requests");
const connected = getMetric("human.requests.connected");
const coverage = getMetric("bot.knowledge_coverage");
const botConversations = getMetric("bot.conversations");
const hotClicks = getMetric("bot.hot_clicks");

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
