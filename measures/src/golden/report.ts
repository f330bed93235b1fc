import { getMetric } from "../catalogue.ts";
import { decomposeChange } from "../change.ts";
import { judgeEffectiveness } from "../effectiveness.ts";
import { evaluate, fits } from "../evaluate.ts";
import { emptyFacts, type FactName, type Facts, type Row } from "../facts.ts";
import { type ConversationLog, fold } from "../fold.ts";
import { type Group, groupBy, type Impact, measureImpact } from "../impact.ts";
import type { Unit } from "../metric.ts";
import { scoreCapability } from "../score.ts";
import { type GoldenConfig, readSettings, scoreMetrics } from "./config.ts";
import { round6 } from "./round.ts";
import { reasonNames } from "./translate.ts";

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

/** A golden set is a finished log: what is open in it stays unanswered. */
const endOfTime = "9999-12-31T00:00:00Z";

/** Every figure of a golden set, in the keys and shape of its expected.json (without the side cases). */
export function reportFigures(config: GoldenConfig, logs: readonly ConversationLog[]): Record<string, unknown> {
  const settings = readSettings(config);
  const facts = logs.map((log) => fold(log, settings, endOfTime));
  const now = selectWindow(facts, config.window);
  const before = selectWindow(facts, config.previous_window);
  const average = "human.average_response";
  const change = subtract(evaluate(getMetric(average), now).value, evaluate(getMetric(average), before).value);
  return {
    sessions_current: now.conversation.length,
    sessions_previous: before.conversation.length,
    "bot.knowledge_coverage": figure("bot.knowledge_coverage", now),
    "bot.rejection_rate": figure("bot.rejection_rate", now),
    "bot.answer_types": countAnswers(now.question),
    ...listFigures(botFigures, now),
    "bot.first_response_median_s": median("bot.first_response", now),
    ...listFigures(humanFigures, now),
    "human.median_response_s": median(average, now),
    "human.first_response_median_s": median("human.first_response", now),
    [`previous.${average}_s`]: figure(average, before),
    [`delta.${average}_s`]: round6(change),
    "human.sessions": evaluate(getMetric("human.sessions"), now).value,
    "human.unserved_sessions": evaluate(getMetric("human.unserved"), now).value,
    "previous.human.im_dissatisfaction_rate": figure("human.im_dissatisfaction", before),
    "human.dissatisfaction_reasons": countReasons(now),
    ...reportImpact(now, before),
    ...reportSurveys(now),
    effectiveness: reportEffectiveness(now),
    capability_score: reportScore(now, config),
  };
}

function selectWindow(facts: readonly Facts[], span: GoldenConfig["window"] | undefined): Facts {
  const selected = emptyFacts();
  if (!span) return selected;
  const start = Date.parse(span.start);
  const end = Date.parse(span.end_exclusive);
  for (const one of facts) {
    const startedMs = Date.parse(one.conversation[0]?.startedAt ?? "");
    if (!(startedMs >= start && startedMs < end)) continue;
    for (const name of Object.keys(selected) as FactName[]) (selected[name] as unknown[]).push(...one[name]);
  }
  return selected;
}

function figure(key: string, facts: Facts): object {
  const metric = getMetric(key);
  const { numerator, denominator, value } = evaluate(metric, facts);
  return { numerator: round6(numerator), denominator, value: round6(value), unit: units[metric.unit] };
}

function listFigures(keys: Record<string, string>, facts: Facts): Record<string, object> {
  return Object.fromEntries(Object.entries(keys).map(([theirs, ours]) => [theirs, figure(ours, facts)]));
}

function median(key: string, facts: Facts): object {
  return { value: round6(evaluate(getMetric(key), facts).median), unit: "s" };
}

/** Only the kinds that occur. */
function countAnswers(questions: readonly Row<"question">[]): Record<string, object> {
  const typed = questions.filter((one) => one.trigger === "words");
  const groups = Map.groupBy(typed, (one) => one.outcome);
  return Object.fromEntries(
    [...groups].map(([kind, { length }]) => [kind, { count: length, share: round6(length / typed.length) }]),
  );
}

function countReasons(facts: Facts): Record<string, number> {
  const valid = getMetric("human.im_dissatisfaction").where;
  const counts: Record<string, number> = {};
  for (const rating of facts.rating) {
    if (!rating.isImBad || !fits(rating, valid) || rating.reason === null) continue;
    const known = reasonNames[rating.reason as keyof typeof reasonNames];
    const name = rating.reason === "other" ? (rating.comment ?? known) : known;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function reportImpact(now: Facts, before: Facts): Record<string, unknown> {
  const isJudged = (row: Row<"turn">) => fits(row, getMetric("human.average_response").where);
  const turns = now.turn.filter(isJudged);
  const cut = (rows: Row<"turn">[], column: "agentId" | "intent" | "productId") =>
    groupBy(
      rows,
      (row) => row[column],
      (row) => row.replySeconds ?? 0,
    );
  const cuts = { agent: cut(turns, "agentId"), intent: cut(turns, "intent"), product: cut(turns, "productId") };
  const ratings = now.rating.filter((row) => fits(row, getMetric("human.im_dissatisfaction").where));
  const badByAgent = groupBy(
    ratings,
    (row) => row.agentId,
    (row) => Number(row.isImBad),
  );
  const change = decomposeChange(cut(before.turn.filter(isJudged), "agentId"), cuts.agent);
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
    impact_dissatisfaction_by_agent: mapGroups(badByAgent, (one) => round6(one.impact)),
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

function reportSurveys(facts: Facts): Record<string, unknown> {
  const answers = facts.survey.filter((one) => one.survey === "nps");
  const promoters = answers.filter((one) => one.npsPoint === 1).length;
  const detractors = answers.filter((one) => one.npsPoint === -1).length;
  const withSentiment = (mood: string) => facts.conversation.filter((one) => one.sentiment === mood).length;
  return {
    nps: {
      promoters,
      passives: answers.length - promoters - detractors,
      detractors,
      n: answers.length,
      value: round6(evaluate(getMetric("survey.nps"), facts).value),
    },
    "ces.mean_1_7": figure("survey.ces", facts),
    "ces.easy_5_7": figure("survey.ces.easy", facts),
    sentiment: {
      pos: withSentiment("positive"),
      neu: withSentiment("neutral"),
      neg: withSentiment("negative"),
      net: round6(evaluate(getMetric("sentiment.share.net"), facts).value),
    },
  };
}

/** A set of events says nothing about entrances and presence, so rule C can't be met from it. */
function reportEffectiveness(facts: Facts): object {
  const { a, b, c, isEffective } = judgeEffectiveness({
    requests: facts.request.length,
    connected: evaluate(getMetric("human.requests.connected"), facts).numerator,
    botConversations: facts.conversation.filter((one) => one.isBot).length,
    hotClicks: facts.conversation.reduce((total, one) => total + one.hotClicks, 0),
    coveredQuestions: evaluate(getMetric("bot.knowledge_coverage"), facts).numerator,
    isHumanEntranceOn: false,
    agentOnlineDays: 0,
    isBotEntranceOn: false,
    isHotQuestionsOn: false,
    knowledgeEntries: 0,
  });
  return { A: a, B: b, C: c, effective: isEffective };
}

function reportScore(facts: Facts, config: GoldenConfig): object {
  const { score: parts } = readSettings(config);
  const values = Object.fromEntries(parts.map((one) => [one.metric, evaluate(getMetric(one.metric), facts).value]));
  const { score, parts: scored } = scoreCapability(values, parts);
  const pick = (read: (part: (typeof scored)[number]) => number | null) =>
    mapValues(scoreMetrics, (metric) => read(scored.find((one) => one.metric === metric)!));
  return { sub: pick((one) => round6(one.points)), weights: pick((one) => one.weight), score: round6(score) };
}

function subtract(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}

function mapGroups<T>(groups: Map<string, Group>, print: (impact: Impact) => T): Record<string, T> {
  return Object.fromEntries([...measureImpact(groups)].sort(byKey).map(([key, impact]) => [key, print(impact)]));
}

function mapValues<K extends string, A, B>(record: Record<K, A>, change: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
