import type { Metric } from "./metric.ts";
import { accuracy, answerTypes, clickRate, knowledgeCoverage, rejectionRate } from "./metrics/bot-answers.ts";
import * as experience from "./metrics/bot-experience.ts";
import * as outcomes from "./metrics/bot-outcomes.ts";
import { botVersusHuman } from "./metrics/comparison.ts";
import * as handling from "./metrics/handling.ts";
import * as ratings from "./metrics/rating.ts";
import * as replying from "./metrics/replying.ts";
import { ces, cesEasy, nps, npsShares, responseRates, sentimentNet, sentimentShares } from "./metrics/survey.ts";
import * as waiting from "./metrics/waiting.ts";

/** Every metric the product shows, once. SQL, API, tooltip and reference page are made from these entries. */
export const catalogue: readonly Metric[] = [
  outcomes.botConversations,
  outcomes.hotClicks,
  knowledgeCoverage,
  outcomes.resolutionRate,
  outcomes.resolutionRateLastUnknownOnly,
  outcomes.unresolvedRate,
  outcomes.verifiedResolutionRate,
  outcomes.escalationRate,
  outcomes.escalationRateWithoutImmediate,
  outcomes.containmentRate,
  rejectionRate,
  accuracy,
  experience.botFirstResponse,
  outcomes.completionRate,
  outcomes.completionRateWithPeople,
  experience.sessionDuration,
  experience.interactions,
  ...answerTypes,
  clickRate,
  outcomes.bounceRate,
  experience.botCsat,
  experience.botCsatMean,
  experience.botRatingResponse,

  waiting.requestCount,
  waiting.connectedCount,
  waiting.connectWithin20s,
  waiting.connectWithin20sWithoutRejected,
  waiting.averageWait,
  waiting.averageSpeedOfAnswer,
  waiting.averageWaitInServiceHours,
  waiting.abandonRate,
  ratings.satisfactionRate,
  ratings.satisfactionRateAllRated,
  ratings.satisfactionMean,
  ratings.ratingResponse,
  replying.replyRate,
  replying.replyRateByRequests,
  replying.averageResponse,
  replying.averageResponseCapped,
  replying.averageResponseWithoutCourtesy,
  replying.averageResponseInServiceHours,
  replying.humanFirstResponse,
  replying.sessions,
  replying.unserved,
  ratings.imDissatisfaction,
  ratings.imDissatisfactionFirstRating,
  ...ratings.dissatisfactionReasons,
  handling.handleTime,
  handling.handleTimePerConcurrency,
  handling.concurrency,
  handling.transferRate,
  handling.firstContactResolution,

  nps,
  ...npsShares,
  ces,
  cesEasy,
  ...responseRates,
  ...sentimentShares,
  sentimentNet,
  ...botVersusHuman,
];

const byKey = new Map(catalogue.map((one) => [one.key, one]));

export function findMetric(key: string): Metric | null {
  return byKey.get(key) ?? null;
}

/** Throws RangeError for a key the catalogue does not have. */
export function getMetric(key: string): Metric {
  const found = byKey.get(key);
  if (!found) throw new RangeError(`unknown metric: ${key}`);
  return found;
}
