import type { CardChoice } from "../../figures/card-deck.tsx";

/** Which figures stand on which page: the pages draw them, the reference says where they are. */
export const cardsOf = {
  efficiency: [
    ["human.connect_within_20s", "human.connect_within_20s.without_rejected"],
    ["human.average_wait", "human.average_wait.answered", "human.average_wait.in_service_hours"],
    "human.abandon_rate",
    "human.first_response",
    [
      "human.average_response",
      "human.average_response.capped",
      "human.average_response.without_courtesy",
      "human.average_response.in_service_hours",
    ],
    ["human.handle_time", "human.handle_time.per_concurrency"],
    ["human.requests", "human.requests.connected"],
    "human.concurrency",
  ],
  quality: [
    ["human.im_dissatisfaction", "human.im_dissatisfaction.first_rating"],
    ["human.satisfaction_rate", "human.satisfaction_rate.all_rated", "human.satisfaction_rate.mean"],
    "human.first_contact_resolution",
    ["human.reply_rate", "human.reply_rate.by_requests"],
    "human.unserved",
    "human.transfer_rate",
    "human.rating_response_rate",
    "sentiment.share.net",
  ],
  bot: [
    "bot.knowledge_coverage",
    ["bot.resolution_rate", "bot.resolution_rate.last_unknown_only", "bot.resolution_rate.unresolved"],
    "bot.verified_resolution_rate",
    ["bot.containment_rate", "bot.escalation_rate", "bot.escalation_rate.without_immediate"],
    "bot.rejection_rate",
    "bot.accuracy",
    "bot.click_rate",
    "bot.bounce_rate",
    ["bot.csat", "bot.csat.mean", "bot.csat.response_rate"],
    ["bot.first_response", "bot.session_duration"],
    ["bot.conversations", "bot.hot_clicks", "bot.interactions"],
    ["bot.completion_rate", "bot.completion_rate.with_people"],
  ],
  people: ["human.sessions", "human.average_response", "human.satisfaction_rate", "human.im_dissatisfaction"],
  surveys: [
    "survey.nps",
    ["survey.ces", "survey.ces.easy"],
    ["human.satisfaction_rate", "human.satisfaction_rate.all_rated", "human.satisfaction_rate.mean"],
    ["bot.csat", "bot.csat.mean"],
    "human.im_dissatisfaction",
    ["survey.csat.response_rate", "human.rating_response_rate", "bot.csat.response_rate"],
    "survey.nps.response_rate",
    "survey.ces.response_rate",
  ],
} as const satisfies Record<string, readonly CardChoice[]>;

export const reasons = ["attitude", "unsolved", "slow", "repeat", "other"] as const;
const reasonMetrics = reasons.map((reason) => `human.im_dissatisfaction.reason_${reason}`);
const moods = ["positive", "neutral", "negative"].map((mood) => `sentiment.share.${mood}`);
const answerTypes = ["direct", "understood", "guided", "chitchat", "unknown"].map((one) => `bot.answer_types.${one}`);

export const comparedMetrics = [
  "compare.bot_vs_human.settled",
  "compare.bot_vs_human.satisfaction",
  "compare.bot_vs_human.bad_ratings",
  "compare.bot_vs_human.rated",
  "compare.bot_vs_human.returned",
  "compare.bot_vs_human.first_response",
  "compare.bot_vs_human.interactions",
  "compare.bot_vs_human.negative",
  "survey.nps",
  "survey.ces",
] as const;

/** Besides its cards. */
const furtherOf: Record<string, readonly string[]> = {
  quality: [...reasonMetrics, ...moods],
  bot: answerTypes,
  people: ["human.first_response", "human.transfer_rate", "human.handle_time"],
  surveys: [...reasonMetrics, "survey.nps.promoters", "survey.nps.passives", "survey.nps.detractors"],
  comparison: ["compare.bot_vs_human.conversations", ...comparedMetrics],
};

export type FigurePageName = keyof typeof cardsOf | "comparison";
const pageNames = [...(Object.keys(cardsOf) as (keyof typeof cardsOf)[]), "comparison"] as const;

export function pagesOf(metric: string): FigurePageName[] {
  return pageNames.filter((page) => {
    const cards: readonly CardChoice[] = page === "comparison" ? [] : cardsOf[page];
    return cards.flat().includes(metric) || furtherOf[page]?.includes(metric);
  });
}
