import type { ConversationEvent } from "@yingda/contract/events";
import type { Facts, Row } from "../facts.ts";
import { isCustomerAct, type OpenLog, secondsBetween } from "./log.ts";

type BotColumns = Pick<
  Row<"conversation">,
  | "isBot"
  | "hotClicks"
  | "interactions"
  | "botFirstResponseSeconds"
  | "botSeconds"
  | "askedAtOnce"
  | "isEligible"
  | "isThumbedDown"
  | "hasUnknown"
  | "endsUnknown"
  | "endsUnclicked"
  | "isResolved"
  | "isResolvedUnlessEndsUnknown"
  | "isBounced"
  | "hasGoal"
  | "isGoalDone"
  | "isGoalDoneByBot"
  | "botStars"
>;

/** What the bot did, and whether it was enough. Source of the resolution rule: the Alipay capability score. */
export function measureBotPart(log: OpenLog, facts: Facts): BotColumns {
  const { events, firstRequestSeq } = log;
  const inputs = events.filter((event) => isCustomerAct(event) && event.seq < log.botEndsBeforeSeq);
  const hotClicks = events.filter((event) => event.type === "hot_question.clicked");
  const hasRequest = firstRequestSeq !== Number.POSITIVE_INFINITY;
  const isBot = facts.question.length > 0 || hotClicks.length > 0;

  // A bare greeting is no question: who greets and then asks for a person has asked for one at once.
  const askedSomething =
    facts.question.some((one) => !one.isChitchat && one.questionSeq < firstRequestSeq) ||
    hotClicks.some((click) => click.seq < firstRequestSeq);
  const askedAtOnce = hasRequest && !askedSomething;

  const lastReply = facts.question.at(-1);
  const isThumbedDown = events.some((event) => event.type === "answer.rated" && event.body.thumb === "down");
  const hasUnknown = facts.question.some((one) => one.outcome === "unknown");
  const endsUnknown = lastReply?.outcome === "unknown";
  const endsUnclicked = lastReply?.outcome === "guided" && !lastReply.isClicked;
  const isEligible = isBot && !askedAtOnce;
  const isOtherwiseResolved = isEligible && !isThumbedDown && !endsUnclicked && !hasRequest;

  return {
    isBot,
    hotClicks: hotClicks.length,
    interactions: inputs.length,
    ...measureTimes(log, inputs),
    askedAtOnce,
    isEligible,
    isThumbedDown,
    hasUnknown,
    endsUnknown,
    endsUnclicked,
    isResolved: isOtherwiseResolved && !hasUnknown,
    isResolvedUnlessEndsUnknown: isOtherwiseResolved && !endsUnknown,
    isBounced: isBot && !hasRequest && inputs.length === 1 && !facts.question.some((one) => one.isCovered),
    ...measureGoal(log),
    botStars: facts.rating.find((one) => one.target === "bot")?.stars ?? null,
  };
}

function measureTimes(
  log: OpenLog,
  inputs: ConversationEvent[],
): Pick<BotColumns, "botFirstResponseSeconds" | "botSeconds"> {
  const first = inputs[0];
  const reply = first && log.events.find((event) => event.type === "bot.answered" && event.seq > first.seq);
  if (!first || !reply) return { botFirstResponseSeconds: null, botSeconds: null };
  const last = log.events.findLast(
    (event) =>
      event.seq < log.botEndsBeforeSeq &&
      (event.type === "bot.answered" || (event.type === "message.sent" && event.actor.kind !== "agent")),
  );
  return {
    botFirstResponseSeconds: secondsBetween(log, first, reply),
    botSeconds: secondsBetween(log, first, last ?? first),
  };
}

function measureGoal(log: OpenLog): Pick<BotColumns, "hasGoal" | "isGoalDone" | "isGoalDoneByBot"> {
  const goals = log.events.filter((event) => event.type === "goal.tracked");
  const done = goals.filter((goal) => goal.body.result === "done");
  return {
    hasGoal: goals.length > 0,
    isGoalDone: done.length > 0,
    isGoalDoneByBot: done.some((goal) => goal.seq < log.firstRequestSeq),
  };
}
