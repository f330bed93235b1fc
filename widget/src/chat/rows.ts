import type { WireEvent } from "@yingda/contract/conversation";
import type { ErrorCode } from "@yingda/contract/errors";
import type { Content, EventBody } from "@yingda/contract/events";
import type { Word } from "../words/dictionary.ts";
import * as words from "../words/dictionary.ts";
import type { Values } from "../words/words.ts";
import type { Thread } from "./log.ts";
import type { OutboxItem } from "./outbox.ts";

/** The log as the customer reads it, top to bottom: events and what is still on its way become rows. Pure. */
type Delivery = "sending" | "sent" | "read" | "failed";
export type Speaker = "customer" | "bot" | "agent";

export type Row =
  | { kind: "time"; key: string; at: string }
  | { kind: "line"; key: string; word: Word; values?: Values }
  | { kind: "rated"; key: string; stars: number }
  | {
      kind: "bubble";
      key: string;
      by: Speaker;
      name: string | null;
      startsGroup: boolean;
      content: Content;
      quote?: Content;
      /** Above the words: what kind of words these are. */
      label?: Word;
      /** The customer's own alone. */
      delivery?: Delivery;
      error?: ErrorCode;
    }
  | {
      kind: "answer";
      key: string;
      seq: number;
      startsGroup: boolean;
      body: EventBody<"bot.answered">;
      thumb: "up" | "down" | null;
      isClickable: boolean;
    };

export type RowsOf = {
  thread: Thread | undefined;
  /** Only for the current conversation. */
  outbox: OutboxItem[];
  isCurrent: boolean;
  /** As far as they have been seen; the events themselves carry only ids. */
  agentNames: Record<string, string>;
};

/** A silence longer than this gets a time in between. */
const silenceMs = 5 * 60_000;

export function listRows({ thread, outbox, isCurrent, agentNames }: RowsOf): Row[] {
  const events = thread?.events ?? [];
  const recalled = new Set(events.flatMap((event) => (event.type === "message.recalled" ? [event.body.seq] : [])));
  const thumbs = thumbsOf(events, outbox);
  const rows: Row[] = [];
  let lastAt = 0;
  let lastSpeaker = "";

  for (const event of events) {
    const row = rowOf(event);
    if (!row) continue;
    const at = Date.parse(event.at);
    if (at - lastAt > silenceMs) {
      rows.push({ kind: "time", key: `time-${thread?.id}-${event.seq}`, at: event.at });
      lastSpeaker = "";
    }
    lastAt = at;
    push(row);
  }
  for (const item of outbox) {
    const row = rowOfItem(item);
    if (row) push(row);
  }
  return rows;

  function push(row: Row) {
    const speaker = row.kind === "bubble" ? `${row.by} ${row.name}` : row.kind === "answer" ? "bot null" : "";
    if (row.kind === "bubble" || row.kind === "answer") row.startsGroup = speaker !== lastSpeaker;
    lastSpeaker = speaker;
    rows.push(row);
  }

  function rowOf(event: WireEvent): Row | null {
    // The optimistic copy and the event share a key, so that one becomes the other without a flash.
    const key = event.clientId ?? `${thread?.id}-${event.seq}`;
    switch (event.type) {
      case "message.sent":
        if (recalled.has(event.seq)) return line(key, words.recalled);
        return bubble(key, event, event.body.content, { quote: quoteOf(event.body.quoteSeq) });
      case "greeting.sent":
        return {
          ...bubble(key, event, { kind: "text", text: event.body.text }),
          by: "agent",
          name: agentNames[event.body.agentId] ?? null,
        };
      case "hot_question.clicked":
      case "option.clicked":
        return bubble(key, event, { kind: "text", text: event.body.question });
      case "offline_message.left":
        return bubble(key, event, { kind: "text", text: event.body.text }, { label: words.leftMessage });
      case "bot.answered":
        return {
          kind: "answer",
          key,
          seq: event.seq,
          startsGroup: true,
          body: event.body,
          thumb: thumbs.get(event.seq) ?? null,
          isClickable: isCurrent,
        };
      case "human.requested":
        return line(key, words.lineRequested);
      case "queue.rejected":
        return line(key, event.body.reason === "full" ? words.lineRejectedFull : words.lineRejectedOffline);
      case "queue.left":
        return line(key, words.lineQueueLeft);
      case "agent.connected":
        return lineNaming(key, words.lineConnected, event.body.agentId);
      case "conversation.transferred":
        return lineNaming(key, words.lineTransferred, event.body.toAgentId);
      case "conversation.reopened":
        return lineNaming(key, words.lineReopened, event.body.agentId ?? "");
      case "conversation.closed":
        return line(key, words.lineClosed);
      case "rating.given":
        return { kind: "rated", key, stars: event.body.stars };
      case "survey.answered":
        return line(key, words.surveyThanks);
      default:
        return null;
    }
  }

  function bubble(key: string, event: WireEvent, content: Content, more: { quote?: Content; label?: Word } = {}) {
    const by: Speaker = event.actor.kind === "customer" || event.actor.kind === "agent" ? event.actor.kind : "bot";
    const name = event.actor.kind === "agent" ? (agentNames[event.actor.id] ?? null) : null;
    const isRead = event.seq <= (thread?.view.agentReadSeq ?? 0);
    const delivery: Delivery | undefined = by === "customer" ? (isRead ? "read" : "sent") : undefined;
    return { kind: "bubble" as const, key, by, name, startsGroup: true, content, delivery, ...more };
  }

  function quoteOf(seq: number | undefined): Content | undefined {
    const quoted = events.find((event) => event.seq === seq);
    if (quoted?.type === "message.sent" && !recalled.has(quoted.seq)) return quoted.body.content;
    return quoted?.type === "bot.answered" ? { kind: "text", text: quoted.body.text } : undefined;
  }

  function lineNaming(key: string, word: Word, agentId: string): Row {
    return { kind: "line", key, word, values: { name: agentNames[agentId] ?? "" } };
  }
}

/** Who serves now is named by the view, by whom it was said only by id: together they are the names we can show. */
export function learnAgentName(names: Record<string, string>, thread: Thread | undefined): Record<string, string> {
  const name = thread?.view.agentName;
  const last = thread?.events.findLast(
    (event) => event.type === "agent.connected" || event.type === "conversation.transferred",
  );
  if (!name || !last) return names;
  const agentId = last.type === "agent.connected" ? last.body.agentId : (last.body as { toAgentId: string }).toAgentId;
  return names[agentId] === name ? names : { ...names, [agentId]: name };
}

function line(key: string, word: Word): Row {
  return { kind: "line", key, word };
}

/** The last choice wins, also one that is still on its way. */
function thumbsOf(events: WireEvent[], outbox: OutboxItem[]): Map<number, "up" | "down"> {
  const thumbs = new Map<number, "up" | "down">();
  for (const event of events) {
    if (event.type === "answer.rated" && event.body.answerSeq) thumbs.set(event.body.answerSeq, event.body.thumb);
  }
  for (const { act } of outbox) if (act.t === "thumb") thumbs.set(act.answerSeq, act.thumb);
  return thumbs;
}

function rowOfItem({ act, label, state, error }: OutboxItem): Row | null {
  const delivery: Delivery = state === "waiting" ? "sending" : state;
  const own = { kind: "bubble" as const, key: act.clientId, by: "customer" as const, name: null, startsGroup: true };
  switch (act.t) {
    case "send":
      return { ...own, content: act.content, delivery, error };
    case "hot":
    case "option":
      return { ...own, content: { kind: "text", text: label ?? "…" }, delivery };
    case "leaveMessage":
      return { ...own, content: { kind: "text", text: act.text }, label: words.leftMessage, delivery, error };
    case "rate":
      return { kind: "rated", key: act.clientId, stars: act.stars };
    case "survey":
      return line(act.clientId, words.surveyThanks);
    default:
      return null;
  }
}
