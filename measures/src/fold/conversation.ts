import type { ConversationEvent } from "@yingda/contract/events";
import type { Facts, Row } from "../facts.ts";
import { measureBotPart } from "./bot-part.ts";
import { measureHumanPart } from "./human-part.ts";
import { findHolder, findInstant, isAgentReply, isCustomerAct, type OpenLog, secondsBetween } from "./log.ts";

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
    endedAt: findInstant(log, log.events.findLast((event) => !isAfterthought(event)) ?? last),
    agentId: findHolder(log, last.seq),
    reason: rating?.isImBad ? rating.reason : null,
    sentimentPoint: sentiment === null ? null : (sentimentPoints[sentiment] ?? null),
    ...bot,
    ...human,
    isRatedBadly: facts.rating.some((one) => one.isDissatisfied),
    isRated: facts.rating.length > 0,
    isRatedWell: facts.rating.length > 0 && facts.rating.every((one) => one.isSatisfied),
    customerActs: log.events.filter(isCustomerAct).length,
    firstReplySeconds: measureFirstReply(log),
    isReturned: null,
  };
}

/** Whoever answers first, and however the customer began: comparable between bot and people. */
function measureFirstReply(log: OpenLog): number | null {
  const first = log.events.find((event) => isCustomerAct(event) || event.type === "human.requested");
  const reply = first && log.events.find((event) => event.seq > first.seq && isReply(event));
  return first && reply ? secondsBetween(log, first, reply) : null;
}

const isReply = (event: ConversationEvent): boolean => event.type === "bot.answered" || isAgentReply(event);

/** Asking what it was like, and an answer given elsewhere days later, do not make the contact longer. */
function isAfterthought(event: ConversationEvent): boolean {
  if (event.type === "survey.invited") return true;
  if (event.type === "rating.invited") return event.actor.kind === "system";
  return (event.type === "survey.answered" || event.type === "rating.given") && event.body.via === "link";
}
