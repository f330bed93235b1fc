import type { ConversationEvent, EventOf, EventType } from "@yingda/contract/events";
import type { SharedColumns } from "../facts.ts";
import type { ConversationLog } from "../fold.ts";
import { isInPeriod, measureOpenMs } from "../hours.ts";
import { readLocalTime } from "../local-time.ts";
import type { MeasureSettings } from "../settings.ts";

/** A log made ready for folding: in order, each number once, with what every row carries. */
export type OpenLog = {
  events: readonly ConversationEvent[];
  settings: MeasureSettings;
  shared: SharedColumns;
  /** False: the log was imported without times, so no instant in it means anything. */
  isTimed: boolean;
  asOfMs: number;
  /** Number of the first human request; Infinity without one. */
  firstRequestSeq: number;
  /** Until here the bot is in charge: first request or first agent, whichever comes first. */
  botEndsBeforeSeq: number;
};

/** Null for a log without events. */
export function openLog(log: ConversationLog, settings: MeasureSettings, asOf: string): OpenLog | null {
  const events = [...new Map(log.events.map((event) => [event.seq, event])).values()].sort((a, b) => a.seq - b.seq);
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) return null;
  const isTimed = !events.some((event) => event.type === "conversation.started" && event.body.untimed);
  const request = findFirst(events, "human.requested");
  const connect = findFirst(events, "agent.connected");
  const firstRequestSeq = request?.seq ?? Number.POSITIVE_INFINITY;
  return {
    events,
    settings,
    shared: describe(log, events, first, request, settings, isTimed),
    isTimed,
    asOfMs: Math.max(Date.parse(asOf), instantMs(last)),
    firstRequestSeq,
    botEndsBeforeSeq: Math.min(firstRequestSeq, connect?.seq ?? Number.POSITIVE_INFINITY),
  };
}

export function findFirst<T extends EventType>(events: readonly ConversationEvent[], type: T): EventOf<T> | null {
  return (events.find((event) => event.type === type) as EventOf<T> | undefined) ?? null;
}

export function instantMs(event: ConversationEvent): number {
  return Date.parse(event.at);
}

/** Seconds from one event to a later one; null without times. A clock that ran backwards gives 0, not less. */
export function secondsBetween(log: OpenLog, from: ConversationEvent, to: ConversationEvent): number | null {
  return log.isTimed ? Math.max(0, instantMs(to) - instantMs(from)) / 1000 : null;
}

/** An event's instant in UTC; null without times. */
export function findInstant(log: OpenLog, event: ConversationEvent): string | null {
  return log.isTimed ? new Date(instantMs(event)).toISOString() : null;
}

/** A message a person in the shop wrote. Greetings are events of their own and never one of these. */
export function isAgentReply(
  event: ConversationEvent,
): event is EventOf<"message.sent"> & { actor: { kind: "agent" } } {
  return event.type === "message.sent" && event.actor.kind === "agent";
}

export function isCustomerMessage(event: ConversationEvent): event is EventOf<"message.sent"> {
  return event.type === "message.sent" && event.actor.kind === "customer";
}

/** What the customer typed, sent or clicked as a question; thumbs and ratings are none. */
export function isCustomerAct(event: ConversationEvent): boolean {
  return isCustomerMessage(event) || event.type === "hot_question.clicked" || event.type === "option.clicked";
}

/** Seconds between two events in which the shop was open; null without times. */
export function openSecondsBetween(log: OpenLog, from: ConversationEvent, to: ConversationEvent): number | null {
  const { timeZone, serviceHours } = log.settings;
  return log.isTimed ? measureOpenMs(instantMs(from), instantMs(to), timeZone, serviceHours) / 1000 : null;
}

/** Who holds the conversation after this event; undefined when the event changes nothing. */
export function findNewHolder(event: ConversationEvent): string | undefined {
  if (event.type === "agent.connected") return event.body.agentId;
  if (event.type === "conversation.transferred") return event.body.toAgentId;
  if (event.type === "conversation.reopened") return event.body.agentId;
  return undefined;
}

/** Who held the conversation at this number; null = nobody yet. */
export function findHolder(log: OpenLog, seq: number): string | null {
  let holder: string | null = null;
  for (const event of log.events) {
    if (event.seq > seq) break;
    holder = findNewHolder(event) ?? holder;
  }
  return holder;
}

function describe(
  log: ConversationLog,
  events: readonly ConversationEvent[],
  first: ConversationEvent,
  request: ConversationEvent | null,
  settings: MeasureSettings,
  isTimed: boolean,
): SharedColumns {
  const started = readLocalTime(instantMs(first), settings.timeZone);
  const requested = request && isTimed ? readLocalTime(instantMs(request), settings.timeZone) : null;
  // A person who came without being asked for (an imported log, an overseer stepping in) was asked for by coming.
  const connected = request ? null : events.find((event) => event.type === "agent.connected");
  const asked = requested ?? (connected && isTimed ? readLocalTime(instantMs(connected), settings.timeZone) : null);
  return {
    conversationId: log.conversationId,
    customerId: log.customerId,
    startedAt: new Date(instantMs(first)).toISOString(),
    localDay: started.day,
    startHour: isTimed ? started.hour : null,
    requestHour: requested?.hour ?? null,
    ...describeAbout(events),
    inExamHours: asked && isInPeriod(asked.second, settings.examHours),
  };
}

type About = Pick<
  SharedColumns,
  "channel" | "intent" | "productId" | "category" | "region" | "questionId" | "handledBy" | "sentiment"
>;

/** What the conversation is about and who was in it; of several statements the last counts. */
function describeAbout(events: readonly ConversationEvent[]): About {
  const about: About = {
    channel: "unknown",
    intent: null,
    productId: null,
    category: null,
    region: null,
    questionId: findQuestion(events),
    handledBy: describeHandling(events),
    sentiment: null,
  };
  for (const { type, body } of events) {
    if (type === "conversation.started") {
      about.channel = body.channel;
      about.region = body.region ?? null;
    }
    if (type === "conversation.classified") about.sentiment = body.sentiment ?? about.sentiment;
    if (type !== "conversation.started" && type !== "conversation.classified") continue;
    // Null is said: it is about none.
    if (body.intent !== undefined) about.intent = body.intent;
    if (body.productId !== undefined) about.productId = body.productId;
    if (body.category !== undefined) about.category = body.category;
  }
  return about;
}

/** The first thing asked or clicked that the bot had an entry for; of a list, the entry clicked. */
function findQuestion(events: readonly ConversationEvent[]): string | null {
  for (const { type, body } of events) {
    if (type === "hot_question.clicked" || type === "option.clicked") return body.entryId;
    if (type === "bot.answered" && (body.outcome === "direct" || body.outcome === "understood")) {
      if (body.entryId) return body.entryId;
    }
  }
  return null;
}

function describeHandling(events: readonly ConversationEvent[]): string {
  const byBot = events.some((event) => event.type === "bot.answered" || event.type === "hot_question.clicked");
  const connect = findFirst(events, "agent.connected");
  const byPerson = connect !== null && events.some((event) => event.seq > connect.seq && isAgentReply(event));
  if (byBot && byPerson) return "both";
  if (byBot) return "bot";
  return byPerson ? "human" : "none";
}
