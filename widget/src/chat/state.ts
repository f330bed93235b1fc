import type { WireEvent } from "@yingda/contract/conversation";
import type { ErrorCode } from "@yingda/contract/errors";
import type { CustomerPush } from "@yingda/contract/frames";
import {
  applyEvents,
  applyHistory,
  applyReady,
  applyView,
  emptyLog,
  findCurrent,
  findThread,
  isFromOthers,
  type Log,
} from "./log.ts";
import { acknowledge, fail, type OutboxItem, settle } from "./outbox.ts";
import { learnAgentName } from "./rows.ts";

/** Everything a push can change, and how. Pure: sending, storing and sounding is the session's. */
export type Chat = {
  log: Log;
  outbox: OutboxItem[];
  agentNames: Record<string, string>;
  /** Whether there may be conversations before the oldest known. */
  hasEarlier: boolean;
  isLoadingEarlier: boolean;
  typing: "bot" | "agent" | null;
  /** What the bot has written so far of an answer that is not stored yet, and may never be. */
  draft: string | null;
  /** Words about something that did not work; the connection stays. */
  notice: ErrorCode | null;
};

export const emptyChat: Chat = {
  log: emptyLog,
  outbox: [],
  agentNames: {},
  hasEarlier: true,
  isLoadingEarlier: false,
  typing: null,
  draft: null,
  notice: null,
};

export type Consequence = {
  chat: Chat;
  /** Ask again with hello. */
  hasGap: boolean;
  /** The conversation that went on elsewhere while this tab was away: its end is in the history. */
  leftBehind: boolean;
  /** New words of others, as they came. */
  arrived: WireEvent[];
};

export function applyPush(chat: Chat, push: CustomerPush): Consequence {
  const nothing: Consequence = { chat, hasGap: false, leftBehind: false, arrived: [] };
  switch (push.t) {
    case "ready": {
      const before = findCurrent(chat.log);
      const isOther = Boolean(before && push.view && before.id !== push.view.conversationId);
      const log = applyReady(chat.log, push);
      return {
        ...nothing,
        chat: withLog({ ...chat, typing: null, draft: null }, log),
        leftBehind: isOther && before?.view.handling !== "closed",
        arrived: before ? news(chat, push.view?.conversationId, push.events) : [],
      };
    }
    case "events": {
      const { log, hasGap } = applyEvents(chat.log, push);
      const arrived = news(chat, push.conversationId, push.events);
      // Whatever comes but the customer's own words ends it: the answer itself, a person asked for, the end.
      const goesOn = push.events.every(
        ({ type, actor }) => type === "conversation.started" || (type === "message.sent" && actor.kind === "customer"),
      );
      return {
        ...nothing,
        chat: withLog({ ...chat, typing: arrived.length ? null : chat.typing, draft: goesOn ? chat.draft : null }, log),
        hasGap,
        arrived,
      };
    }
    case "view":
      return { ...nothing, chat: withLog(chat, applyView(chat.log, push.view)) };
    case "history":
      return {
        ...nothing,
        chat: withLog({ ...chat, hasEarlier: push.more, isLoadingEarlier: false }, applyHistory(chat.log, push)),
      };
    case "ack":
      return {
        ...nothing,
        chat: withLog(
          { ...chat, outbox: acknowledge(chat.outbox, push.clientId, push.conversationId, push.seq) },
          chat.log,
        ),
      };
    case "typing":
      return { ...nothing, chat: { ...chat, typing: push.by } };
    case "draft":
      return { ...nothing, chat: { ...chat, typing: push.text ? null : "bot", draft: push.text || null } };
    case "error": {
      const outbox = push.clientId ? fail(chat.outbox, push.clientId, push.code) : chat.outbox;
      // Words that failed say so themselves; a click that is no longer possible (already in the queue) shows in the view.
      const isTold = push.code === "conflict" || outbox.some(({ act }) => act.clientId === push.clientId);
      return {
        ...nothing,
        chat: { ...chat, outbox, isLoadingEarlier: false, notice: isTold ? chat.notice : push.code },
      };
    }
    default:
      return nothing;
  }
}

function withLog(chat: Chat, log: Log): Chat {
  return {
    ...chat,
    log,
    outbox: settle(chat.outbox, log),
    agentNames: log.threads.reduce(learnAgentName, chat.agentNames),
  };
}

function news(chat: Chat, conversationId: string | undefined, events: WireEvent[]): WireEvent[] {
  const known = new Set(findThread(chat.log, conversationId ?? null)?.events.map((event) => event.seq));
  return events.filter((event) => isFromOthers(event) && !known.has(event.seq));
}
