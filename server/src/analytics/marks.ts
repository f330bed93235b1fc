import type { ConversationEvent, EventType } from "@yingda/contract/events";
import type { FactName } from "@yingda/measures/facts";
import type { Aggregate, Metric, Predicate } from "@yingda/measures/metric";

/** Which events of a conversation made its facts what they are, so that a reader's eye finds them in the transcript. */

type Events = readonly ConversationEvent[];

/** `keys` tell which of the conversation's facts are meant, see factKeys. Ascending, each number once. */
export function markEvents(metric: Metric, keys: readonly string[], events: Events): number[] {
  const marked =
    metric.fact === "conversation"
      ? columnsOf(metric).flatMap((column) => ofConversation[column]?.(events) ?? [])
      : keys.flatMap((key) => ofFact[metric.fact as Exclude<FactName, "conversation">](events, key, metric));
  return [...new Set(marked)].sort((a, b) => a - b);
}

const isReply = (event: ConversationEvent) => event.type === "message.sent" && event.actor.kind === "agent";
const isInput = (event: ConversationEvent) =>
  event.actor.kind === "customer" && ["message.sent", "hot_question.clicked", "option.clicked"].includes(event.type);
const seqsOf = (...found: (ConversationEvent | undefined)[]) => found.flatMap((event) => (event ? [event.seq] : []));
const allOf = (events: Events, ...types: EventType[]) =>
  seqsOf(...events.filter((event) => types.includes(event.type)));
const firstOf = (events: Events, ...types: EventType[]) => events.find((event) => types.includes(event.type));

/** Stars are the CSAT survey. */
const lastOf = (events: Events, survey: string, what: "answer" | "invitation") =>
  events.findLast((event) => {
    if (survey === "csat") return event.type === (what === "answer" ? "rating.given" : "rating.invited");
    return event.type === (what === "answer" ? "survey.answered" : "survey.invited") && event.body.survey === survey;
  });

const endsOfWaiting: EventType[] = ["agent.connected", "queue.left", "queue.rejected", "conversation.closed"];
const endsOfStints: EventType[] = [
  ...["agent.connected", "conversation.transferred", "conversation.closed", "conversation.reopened"],
  ...["human.requested", "queue.entered", "queue.rejected", "queue.left", "offline_message.left"],
] as EventType[];

const ofFact: Record<Exclude<FactName, "conversation">, (events: Events, key: string, metric: Metric) => number[]> = {
  question: (events, key) => {
    const answer = events.find((event) => event.seq === Number(key));
    return answer?.type === "bot.answered" ? [answer.body.inReplyTo, answer.seq] : [];
  },
  turn: (events, key) => {
    const reply = events.find((event) => event.seq > Number(key) && isReply(event));
    return [Number(key), ...seqsOf(reply)];
  },
  request: (events, key) => {
    const end = events.find((event) => event.seq > Number(key) && endsOfWaiting.includes(event.type));
    return [Number(key), ...seqsOf(end)];
  },
  stint: (events, key) => {
    const end = events.find((event) => event.seq > Number(key) && endsOfStints.includes(event.type));
    return [Number(key), ...seqsOf(end)];
  },
  rating: (events, key, metric) => {
    const given = events.filter((event) => event.type === "rating.given" && event.body.target === key);
    return seqsOf(columnsOf(metric).includes("isFirstImBad") ? given[0] : given.at(-1));
  },
  survey: (events, key) => seqsOf(lastOf(events, key, "answer") ?? lastOf(events, key, "invitation")),
  answerLabel: (_events, key) => [Number(key)],
};

const requests = (events: Events) => allOf(events, "human.requested");
const connect = (events: Events) => seqsOf(firstOf(events, "agent.connected"));
const firstReply = (events: Events) => {
  const connected = firstOf(events, "agent.connected");
  return seqsOf(connected && events.find((event) => event.seq > connected.seq && isReply(event)));
};
const offline = (events: Events) => allOf(events, "offline_message.left");
const lastRating = (target: "bot" | "human") => (events: Events) =>
  seqsOf(events.findLast((event) => event.type === "rating.given" && event.body.target === target));
const inputs = (events: Events) => {
  const end = firstOf(events, "human.requested", "agent.connected")?.seq ?? Number.POSITIVE_INFINITY;
  return seqsOf(...events.filter((event) => event.seq < end && isInput(event)));
};
const botPart = (events: Events) => {
  const end = firstOf(events, "human.requested", "agent.connected")?.seq ?? Number.POSITIVE_INFINITY;
  const last = events.findLast(
    (event) => event.seq < end && (event.type === "bot.answered" || event.type === "message.sent"),
  );
  return [...inputs(events).slice(0, 1), ...seqsOf(last)];
};
/** Everything the rule of the resolution rate holds against the bot; in a resolved conversation, nothing. */
const unresolved = (events: Events) => {
  const answers = events.filter((event) => event.type === "bot.answered");
  const last = answers.at(-1);
  const isClicked = events.some((event) => event.type === "option.clicked" && event.seq > (last?.seq ?? 0));
  return [
    ...seqsOf(...answers.filter((event) => event.body.outcome === "unknown")),
    ...seqsOf(last?.body.outcome === "guided" && !isClicked ? last : undefined),
    ...seqsOf(...events.filter((event) => event.type === "answer.rated" && event.body.thumb === "down")),
    ...requests(events),
  ];
};

/** By the columns that a metric's numerator is made of. A return is another conversation: nothing to mark here. */
const ofConversation: Record<string, (events: Events) => number[]> = {
  isResolved: unresolved,
  isResolvedUnlessEndsUnknown: unresolved,
  hasRequest: requests,
  isBounced: inputs,
  interactions: inputs,
  botSeconds: botPart,
  botFirstResponseSeconds: (events) => {
    const first = events.find(isInput);
    const answer = events.find((event) => event.type === "bot.answered" && event.seq > (first?.seq ?? 0));
    return seqsOf(first, answer);
  },
  isGoalDone: (events) => allOf(events, "goal.tracked"),
  isGoalDoneByBot: (events) => allOf(events, "goal.tracked"),
  botStars: lastRating("bot"),
  humanStars: lastRating("human"),
  isRatedBadly: (events) => allOf(events, "rating.given"),
  isRatedWell: (events) => allOf(events, "rating.given"),
  customerActs: (events) => seqsOf(...events.filter(isInput)),
  firstReplySeconds: (events) => {
    const first = events.find((event) => isInput(event) || event.type === "human.requested");
    const reply = events.find(
      (event) => event.seq > (first?.seq ?? 0) && (event.type === "bot.answered" || isReply(event)),
    );
    return seqsOf(first, reply);
  },
  isConnected: connect,
  isOffline: offline,
  isReplied: (events) => {
    const served = [...connect(events), ...firstReply(events)];
    return served.length > 0 ? served : [...requests(events), ...offline(events)];
  },
  isUnserved: (events) => [...connect(events), ...offline(events)],
  humanFirstResponseSeconds: (events) => [...connect(events), ...firstReply(events)],
  handleSeconds: (events) => [
    ...connect(events),
    ...seqsOf(events.findLast((event) => event.type === "conversation.closed")),
  ],
  isTransferred: (events) => allOf(events, "conversation.transferred"),
  isReopened: (events) => allOf(events, "conversation.reopened"),
  sentiment: (events) => seqsOf(events.findLast((event) => event.type === "conversation.classified")),
  sentimentPoint: (events) => seqsOf(events.findLast((event) => event.type === "conversation.classified")),
};

/** What the numerator looks at; a plain count says it in its condition. */
function columnsOf({ numerator, where }: Metric): string[] {
  const own = columnsOfAggregate(numerator);
  return own.length > 0 ? own : columnsOfPredicate(where);
}

function columnsOfAggregate(part: Aggregate): string[] {
  return [...("sum" in part ? [part.sum] : []), ...columnsOfPredicate(part.where)];
}

function columnsOfPredicate(predicate: Predicate | undefined): string[] {
  if (!predicate) return [];
  if ("and" in predicate) return predicate.and.flatMap(columnsOfPredicate);
  if ("not" in predicate) return columnsOfPredicate(predicate.not);
  const [comparison] = Object.values(predicate) as [readonly [string, unknown]];
  return [comparison[0]];
}
