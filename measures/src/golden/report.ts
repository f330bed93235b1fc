import { getMetric } from "../catalogue.ts";
import { decomposeChange } from "../change.ts";
import { judgeEffectiveness } from "../effectiveness.ts";
import type { Evaluation } from "../evaluate.ts";
import { type Group, type Impact, measureImpact } from "../impact.ts";
import type { Unit } from "../metric.ts";
import { scoreCapability } from "../score.ts";
import type { ScorePart } from "../settings.ts";
import { scoreMetrics } from "./config.ts";
import type { Figures, GivenReason } from "./figures.ts";
import { round6 } from "./round.ts";
import { reasonNames } from "./translate.ts";

/** Prints the figures of a golden set in the keys and shape of its expected.json; where they come from it does not know. */

/** The set's key and ours, for every figure printed as numerator, denominator, value, unit. */
const botFigures: Record<string, string> = {
  "bot.resolution_rate": "bot.resolution_rate",
  "bot.unresolved_rate_as_printed_in_seed0": "bot.resolution_rate.unresolved",
  "bot.resolution_rate_variant_last_unknown_only": "bot.resolution_rate.last_unknown_only",
  "bot.containment_rate": "bot.containment_rate",
  "bot.escalation_rate": "bot.escalation_rate",
  "bot.escalation_rate_excluding_immediate": "bot.escalation_rate.without_immediate",
  "bot.first_response_mean_s": "bot.first_response",
  "bot.session_duration_mean_s": "bot.session_duration",
  "bot.interactions_per_session": "bot.interactions",
  "bot.csat_top2": "bot.csat",
  "bot.csat_mean": "bot.csat.mean",
  "bot.completion_rate": "bot.completion_rate",
  "all.completion_rate": "bot.completion_rate.with_people",
  "bot.accuracy": "bot.accuracy",
};
const humanFigures: Record<string, string> = {
  "human.connect_within_20s_rate": "human.connect_within_20s",
  "human.connect_within_20s_rate_variant_excluding_rejects": "human.connect_within_20s.without_rejected",
  "human.average_wait_s": "human.average_wait",
  "human.asa_s": "human.average_wait.answered",
  "human.satisfaction_rate": "human.satisfaction_rate",
  "human.csat_top2_all": "human.satisfaction_rate.all_rated",
  "human.rating_response_rate": "human.rating_response_rate",
  "human.reply_rate": "human.reply_rate",
  "human.reply_rate_variant_by_requests": "human.reply_rate.by_requests",
  "human.average_response_s": "human.average_response",
  "human.average_response_s_variant_capped600": "human.average_response.capped",
  "human.average_response_s_variant_no_courtesy": "human.average_response.without_courtesy",
  "human.first_response_mean_s": "human.first_response",
  "human.im_dissatisfaction_rate": "human.im_dissatisfaction",
  "human.im_dissatisfaction_rate_variant_first_rating": "human.im_dissatisfaction.first_rating",
};
const units: Record<Unit, string> = {
  ratio: "ratio",
  seconds: "s",
  count: "count",
  stars: "1-5",
  effort: "1-7",
  points: "points",
};

/** Every figure of a golden set (without the side cases) from those of its two windows. */
export function reportFigures(now: Figures, before: Figures, score: readonly ScorePart[]): Record<string, unknown> {
  const average = "human.average_response";
  const change = subtract(measured(average, now).value, measured(average, before).value);
  return {
    sessions_current: conversations(now),
    sessions_previous: conversations(before),
    "bot.knowledge_coverage": figure("bot.knowledge_coverage", now),
    "bot.rejection_rate": figure("bot.rejection_rate", now),
    "bot.answer_types": countAnswers(now),
    ...listFigures(botFigures, now),
    "bot.first_response_median_s": median("bot.first_response", now),
    ...listFigures(humanFigures, now),
    "human.median_response_s": median(average, now),
    "human.first_response_median_s": median("human.first_response", now),
    [`previous.${average}_s`]: figure(average, before),
    [`delta.${average}_s`]: round6(change),
    "human.sessions": measured("human.sessions", now).value,
    "human.unserved_sessions": measured("human.unserved", now).value,
    "previous.human.im_dissatisfaction_rate": figure("human.im_dissatisfaction", before),
    "human.dissatisfaction_reasons": nameReasons(now.reasons),
    ...reportImpact(now, before),
    ...reportSurveys(now),
    effectiveness: reportEffectiveness(now),
    capability_score: reportScore(now, score),
  };
}

function measured(key: string, { measured }: Figures): Evaluation {
  const found = measured.get(key);
  if (!found) throw new RangeError(`not measured: ${key}`);
  return found;
}

const conversations = (figures: Figures) => measured("compare.bot_vs_human.conversations", figures).numerator;

function figure(key: string, figures: Figures): object {
  const { numerator, denominator, value } = measured(key, figures);
  return { numerator: round6(numerator), denominator, value: round6(value), unit: units[getMetric(key).unit] };
}

function listFigures(keys: Record<string, string>, figures: Figures): Record<string, object> {
  return Object.fromEntries(Object.entries(keys).map(([theirs, ours]) => [theirs, figure(ours, figures)]));
}

function median(key: string, figures: Figures): object {
  return { value: round6(measured(key, figures).median), unit: "s" };
}

/** Only the kinds that occur. */
function countAnswers(figures: Figures): Record<string, object> {
  const kinds = ["chitchat", "direct", "guided", "understood", "unknown"].flatMap((kind) => {
    const { numerator, value } = measured(`bot.answer_types.${kind}`, figures);
    return numerator === 0 ? [] : [[kind, { count: numerator, share: round6(value) }] as const];
  });
  return Object.fromEntries(kinds);
}

/** A reason the vocabulary lacks was kept in its own words. */
function nameReasons(reasons: readonly GivenReason[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason, comment, count } of reasons) {
    const known = reasonNames[reason as keyof typeof reasonNames];
    const name = reason === "other" ? (comment ?? known) : known;
    counts[name] = (counts[name] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(counts).sort(byKey));
}

function reportImpact(now: Figures, before: Figures): Record<string, unknown> {
  const { agentId: agent, intent, productId: product } = now.turns;
  const cuts = { agent, intent, product };
  const change = decomposeChange(before.turns.agentId, agent);
  return {
    impact: mapValues(cuts, (groups) =>
      mapGroups(groups, (one) => ({
        turns: one.n,
        sum_s: round6(one.sum),
        mean_s: round6(one.mean),
        impact_s: round6(one.impact),
      })),
    ),
    impact_leave_one_out: mapValues(cuts, (groups) => mapGroups(groups, (one) => round6(one.leaveOneOut))),
    impact_dissatisfaction_by_agent: mapGroups(now.badRatingsByAgent, (one) => round6(one.impact)),
    change_decomposition_by_agent: Object.fromEntries(
      [...change]
        .sort(byKey)
        .map(([agent, one]) => [
          agent,
          { rate_effect_s: round6(one.rateEffect), mix_effect_s: round6(one.mixEffect), total_s: round6(one.total) },
        ]),
    ),
  };
}

function reportSurveys(figures: Figures): Record<string, unknown> {
  const count = (key: string) => measured(key, figures).numerator;
  return {
    nps: {
      promoters: count("survey.nps.promoters"),
      passives: count("survey.nps.passives"),
      detractors: count("survey.nps.detractors"),
      n: measured("survey.nps", figures).denominator,
      value: round6(measured("survey.nps", figures).value),
    },
    "ces.mean_1_7": figure("survey.ces", figures),
    "ces.easy_5_7": figure("survey.ces.easy", figures),
    sentiment: {
      pos: count("sentiment.share.positive"),
      neu: count("sentiment.share.neutral"),
      neg: count("sentiment.share.negative"),
      net: round6(measured("sentiment.share.net", figures).value),
    },
  };
}

/** A set of events says nothing about entrances and presence, so rule C can't be met from it. */
function reportEffectiveness(figures: Figures): object {
  const count = (key: string) => measured(key, figures).numerator;
  const { a, b, c, isEffective } = judgeEffectiveness({
    requests: count("human.requests"),
    connected: count("human.requests.connected"),
    botConversations: count("bot.conversations"),
    hotClicks: count("bot.hot_clicks"),
    coveredQuestions: count("bot.knowledge_coverage"),
    isHumanEntranceOn: false,
    agentOnlineDays: 0,
    isBotEntranceOn: false,
    isHotQuestionsOn: false,
    knowledgeEntries: 0,
  });
  return { A: a, B: b, C: c, effective: isEffective };
}

function reportScore(figures: Figures, parts: readonly ScorePart[]): object {
  const values = Object.fromEntries(parts.map((one) => [one.metric, measured(one.metric, figures).value]));
  const { score, parts: scored } = scoreCapability(values, parts);
  const pick = (read: (part: (typeof scored)[number]) => number | null) =>
    mapValues(scoreMetrics, (metric) => read(scored.find((one) => one.metric === metric)!));
  return { sub: pick((one) => round6(one.points)), weights: pick((one) => one.weight), score: round6(score) };
}

function subtract(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}

function mapGroups<T>(groups: ReadonlyMap<string, Group>, print: (impact: Impact) => T): Record<string, T> {
  return Object.fromEntries([...measureImpact(groups)].sort(byKey).map(([key, impact]) => [key, print(impact)]));
}

function mapValues<K extends string, A, B>(record: Record<K, A>, change: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
