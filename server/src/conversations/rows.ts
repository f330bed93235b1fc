import type { ConversationSummary, WireEvent } from "@yingda/contract/conversation";
import type { ConversationState } from "./state.ts";

/** Between a row of the database and the words of the program. Columns are the state's names in snake_case. */

export const stateColumns = [
  "shop_id",
  "conversation_id",
  "customer_id",
  "channel",
  "origin",
  "handling",
  "agent_id",
  "had_agent",
  "human_requested",
  "priority",
  "started_at",
  "last_event_at",
  "last_customer_at",
  "closed_at",
  "queued_at",
  "message_at",
  "connected_at",
  "waiting_since",
  "last_seq",
  "last_customer_seq",
  "answered_seq",
  "customer_messages",
  "preview_by",
  "preview_text",
  "rating",
  "rating_target",
  "rating_invited",
  "intent",
  "urgent_words",
  "product_id",
  "locale",
] as const;

const names = stateColumns.map(
  (column) => [column, column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())] as const,
);

export type ReadMarks = { customerReadSeq: number; agentReadSeq: number; agentReadMessages: number };
export type ConversationRow = Record<string, unknown>;

export function toRow(state: ConversationState): ConversationRow {
  const row: ConversationRow = {};
  for (const [column, name] of names) row[column] = state[name as keyof ConversationState];
  return row;
}

export function toState(row: ConversationRow): ConversationState {
  const state: Record<string, unknown> = {};
  for (const [column, name] of names) {
    const value = row[column];
    state[name] = value instanceof Date ? value.toISOString() : value;
  }
  return state as ConversationState;
}

export function toMarks(row: ConversationRow): ReadMarks {
  return {
    customerReadSeq: row.customer_read_seq as number,
    agentReadSeq: row.agent_read_seq as number,
    agentReadMessages: row.agent_read_messages as number,
  };
}

export function toSummary(state: ConversationState, marks: ReadMarks, customerName: string): ConversationSummary {
  return {
    id: state.conversationId,
    customer: { id: state.customerId, name: customerName },
    channel: state.channel,
    handling: state.handling,
    agentId: state.agentId,
    startedAt: state.startedAt,
    lastEventAt: state.lastEventAt,
    closedAt: state.closedAt,
    lastSeq: state.lastSeq,
    queuedAt: state.queuedAt,
    waitingSince: state.waitingSince,
    preview: state.previewBy ? { by: state.previewBy, text: state.previewText ?? "" } : null,
    unread: Math.max(0, state.customerMessages - marks.agentReadMessages),
    customerReadSeq: marks.customerReadSeq,
    humanRequested: state.humanRequested,
    urgentWords: state.urgentWords,
    rating: state.rating,
    intent: state.intent,
    origin: state.origin,
  };
}

type EventRow = {
  seq: number;
  type: string;
  actor_kind: string;
  actor_id: string | null;
  at: Date;
  client_id: string | null;
  body: unknown;
};

export function toEvent(row: EventRow): WireEvent {
  return {
    seq: row.seq,
    type: row.type,
    actor: row.actor_id ? { kind: row.actor_kind, id: row.actor_id } : { kind: row.actor_kind },
    at: row.at.toISOString(),
    body: row.body,
    ...(row.client_id ? { clientId: row.client_id } : {}),
  } as WireEvent;
}
