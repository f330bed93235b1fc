import type { EventOf } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import { findHolder, findInstant, isAgentReply, type OpenLog } from "./log.ts";

/** One row per target that was rated: the last rating counts (a setting), the first is kept for the variant. */
export function foldRatings(log: OpenLog): Row<"rating">[] {
  const byTarget = new Map<string, EventOf<"rating.given">[]>();
  for (const event of log.events) {
    if (event.type !== "rating.given") continue;
    byTarget.set(event.body.target, [...(byTarget.get(event.body.target) ?? []), event]);
  }
  const isValid = log.events.some(isAgentReply);
  return [...byTarget].map(([target, ratings]) => describeRating(log, target, ratings, isValid));
}

function describeRating(
  log: OpenLog,
  target: string,
  ratings: EventOf<"rating.given">[],
  isValid: boolean,
): Row<"rating"> {
  const { settings } = log;
  const first = ratings[0]!;
  const counted = settings.lastRatingWins ? ratings.at(-1)! : first;
  const { stars, comment, reasons = [] } = counted.body;
  return {
    ...log.shared,
    target,
    at: findInstant(log, counted),
    agentId: target === "human" ? findHolder(log, counted.seq) : null,
    stars,
    firstStars: first.body.stars,
    isSatisfied: settings.satisfiedStars.includes(stars),
    isDissatisfied: settings.dissatisfiedStars.includes(stars),
    isImBad: settings.imBadStars.includes(stars),
    isFirstImBad: settings.imBadStars.includes(first.body.stars),
    isValid,
    reason: reasons[0] ?? null,
    isReasonAttitude: reasons.includes("attitude"),
    isReasonUnsolved: reasons.includes("unsolved"),
    isReasonSlow: reasons.includes("slow"),
    isReasonRepeat: reasons.includes("repeat"),
    isReasonOther: reasons.includes("other"),
    comment: comment ?? null,
  };
}
