import type { Facts, Row } from "../facts.ts";
import { measureBotPart } from "./bot-part.ts";
import { measureHumanPart } from "./human-part.ts";
import { findHolder, findInstant, type OpenLog } from "./log.ts";

const sentimentPoints: Record<string, number> = { positive: 1, neutral: 0, negative: -1 };

/** The conversation's own row: what the bot did, what people did, and what became of it. */
export function foldConversation(log: OpenLog, facts: Facts): Row<"conversation"> {
  const last = log.events.at(-1)!;
  const bot = measureBotPart(log, facts);
  const human = measureHumanPart(log, facts);
  const rating = facts.rating.find((one) => one.target === "human");
  const { sentiment } = log.shared;
  return {
    ...log.shared,
    endedAt: findInstant(log, last),
    agentId: findHolder(log, last.seq),
    reason: rating?.isImBad ? rating.reason : null,
    sentimentPoint: sentiment === null ? null : (sentimentPoints[sentiment] ?? null),
    ...bot,
    ...human,
    isRatedBadly: facts.rating.some((one) => one.isDissatisfied),
    isReturned: null,
  };
}
