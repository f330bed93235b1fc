import type { Handling } from "@yingda/contract/conversation";
import type { ConversationEvent, EventBody } from "@yingda/contract/events";
import { previewOf } from "./preview.ts";

/**
 * The current state of a conversation, folded from its events. Pure: the row in the database is this and nothing
 * else, so that "old state + new events = state read fresh" holds by construction.
 */
export type ConversationState = {
  shopId: string;
  conversationId: string;
  customerId: string;
  channel: string;
  origin: "live" | "import" | "demo";
  handling: Handling;
  agentId: string | null;
  hadAgent: boolean;
  humanRequested: boolean;
  priority: number;
  startedAt: string;
  lastEventAt: string;
  lastCustomerAt: string | null;
  closedAt: string | null;
  /** When the customer entered the queue or left a message. */
  queuedAt: string | null;
  /** When the customer left a message that nobody has taken up. */
  messageAt: string | null;
  connectedAt: string | null;
  /** Since when the customer waits for the agent's words. */
  waitingSince: string | null;
  lastSeq: number;
  /** The last customer event that wants a bot answer. */
  lastCustomerSeq: number;
  /** The bot has dealt with everything up to here. */
  answeredSeq: number;
  customerMessages: number;
  previewBy: "customer" | "bot" | "agent" | "system" | null;
  previewText: string | null;
  rating: number | null;
  ratingTarget: "bot" | "human" | null;
  ratingInvited: "bot" | "human" | null;
  intent: string | null;
  /** In which sentence the customer says that it can't wait; empty: nobody noted which. */
  urgentWords: string | null;
  productId: string | null;
  /** The language of the customer's window. */
  locale: string | null;
};

export type Beginning = Pick<ConversationState, "shopId" | "conversationId" | "customerId" | "channel" | "origin">;

export function emptyState(beginning: Beginning, at: string): ConversationState {
  return {
    ...beginning,
    handling: "bot",
    agentId: null,
    hadAgent: false,
    humanRequested: false,
    priority: 0,
    startedAt: at,
    lastEventAt: at,
    lastCustomerAt: null,
    closedAt: null,
    queuedAt: null,
    messageAt: null,
    connectedAt: null,
    waitingSince: null,
    lastSeq: 0,
    lastCustomerSeq: 0,
    answeredSeq: 0,
    customerMessages: 0,
    previewBy: null,
    previewText: null,
    rating: null,
    ratingTarget: null,
    ratingInvited: null,
    intent: null,
    urgentWords: null,
    productId: null,
    locale: null,
  };
}

export function applyEvent(before: ConversationState, event: ConversationEvent): ConversationState {
  const state: ConversationState = { ...before, lastSeq: event.seq, lastEventAt: event.at };
  if (event.actor.kind === "customer") state.lastCustomerAt = event.at;
  const preview = previewOf(event);
  if (preview) {
    state.previewBy = preview.by;
    state.previewText = preview.text;
  }
  switch (event.type) {
    case "conversation.started":
      state.startedAt = event.at;
      state.intent = event.body.intent ?? null;
      state.productId = event.body.productId ?? null;
      state.locale = event.body.locale ?? null;
      break;
    case "message.sent":
      applyMessage(state, event.actor.kind, event);
      break;
    case "hot_question.clicked":
    case "option.clicked":
      state.lastCustomerSeq = event.seq;
      break;
    case "bot.answered":
      state.answeredSeq = Math.max(state.answeredSeq, event.body.inReplyTo);
      break;
    case "human.requested":
      state.handling = "requested";
      state.humanRequested = true;
      break;
    case "queue.entered":
      state.handling = "queue";
      state.queuedAt = event.at;
      state.priority = event.body.priority;
      break;
    case "queue.rejected":
    case "queue.left":
      returnToBot(state);
      break;
    case "agent.connected":
      seat(state, event.body, event.at);
      break;
    case "conversation.transferred":
      state.agentId = event.body.toAgentId;
      break;
    case "offline_message.left":
      state.handling = "message";
      state.messageAt ??= event.at;
      state.queuedAt = state.messageAt;
      state.waitingSince ??= event.at;
      state.customerMessages += 1;
      break;
    case "rating.invited":
      state.ratingInvited = event.body.target;
      break;
    case "rating.given":
      state.rating = event.body.stars;
      state.ratingTarget = event.body.target;
      break;
    case "conversation.classified":
      if (event.body.intent !== undefined) state.intent = event.body.intent;
      if (event.body.productId !== undefined) state.productId = event.body.productId;
      if (event.body.isUrgent !== undefined)
        state.urgentWords = event.body.isUrgent ? (event.body.urgentWords ?? "") : null;
      break;
    case "conversation.closed":
      state.handling = "closed";
      state.closedAt = event.at;
      state.queuedAt = null;
      state.messageAt = null;
      state.waitingSince = null;
      state.urgentWords = null;
      break;
    case "conversation.reopened":
      state.handling = event.body.agentId ? "agent" : "bot";
      state.agentId = event.body.agentId ?? null;
      state.closedAt = null;
      break;
    // Said or labelled, without changing who is in charge.
    case "message.recalled":
    case "answer.rated":
    case "greeting.sent":
    case "note.added":
    case "survey.invited":
    case "survey.answered":
    case "goal.tracked":
    case "answer.labelled":
      break;
    default:
      event satisfies never;
  }
  return state;
}

function applyMessage(state: ConversationState, by: string, event: ConversationEvent) {
  if (by === "customer") {
    state.customerMessages += 1;
    state.lastCustomerSeq = event.seq;
    // Where the bot isn't in charge, nothing waits for its answer.
    if (!isBotInCharge(state.handling)) state.answeredSeq = event.seq;
    if (state.handling === "agent") state.waitingSince ??= event.at;
  } else if (by === "agent") {
    state.waitingSince = null;
  }
}

function seat(state: ConversationState, body: EventBody<"agent.connected">, at: string) {
  state.handling = "agent";
  state.agentId = body.agentId;
  state.hadAgent = true;
  state.queuedAt = null;
  state.messageAt = null;
  state.connectedAt = at;
  // The request itself is the first question.
  state.waitingSince ??= at;
}

/** Also while a message waits to be taken up: the customer may go on asking. */
export const isBotInCharge = (handling: Handling): boolean => handling === "bot" || handling === "message";

function returnToBot(state: ConversationState) {
  state.handling = state.messageAt ? "message" : "bot";
  state.queuedAt = state.messageAt;
  // What was typed to the queue is not answered after the fact.
  state.answeredSeq = state.lastCustomerSeq;
}
