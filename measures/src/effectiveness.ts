/** What the rules look at, over the window; `agentOnlineDays` of its last seven days. */
export type EffectivenessInput = {
  requests: number;
  connected: number;
  botConversations: number;
  hotClicks: number;
  coveredQuestions: number;
  isHumanEntranceOn: boolean;
  agentOnlineDays: number;
  isBotEntranceOn: boolean;
  isHotQuestionsOn: boolean;
  knowledgeEntries: number;
};

export type Effectiveness = { a: boolean; b: boolean; c: boolean; isEffective: boolean };

/**
 * 有效配置: does the shop really offer service? A: people were asked for and came. B: the bot was used and knew
 * something. C: nobody came at all, but a person or the bot or hot questions stood ready. Source: the Alipay
 * capability score.
 */
export function judgeEffectiveness(input: EffectivenessInput): Effectiveness {
  const isBotUsed = input.botConversations > 0 || input.hotClicks > 0;
  const a = input.requests > 0 && input.connected > 0;
  const b = isBotUsed && input.coveredQuestions > 0;
  const stoodReady =
    (input.isHumanEntranceOn && input.agentOnlineDays >= 7) ||
    ((input.isBotEntranceOn || input.isHotQuestionsOn) && input.knowledgeEntries > 0);
  const c = input.requests === 0 && !isBotUsed && stoodReady;
  return { a, b, c, isEffective: a || b || c };
}
