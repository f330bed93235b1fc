import type { CustomerView, WireEvent } from "@yingda/contract/conversation";
import type { EventBody, EventType } from "@yingda/contract/events";
import type { CustomerPush } from "@yingda/contract/frames";
import { applyReady, emptyLog, type Thread } from "./log.ts";

/** Conversations for the tests of this folder; not part of the window. */

export const conversationId = "01900000-0000-7000-8000-000000000001";
export const agentId = "01900000-0000-7000-8000-0000000000a1";

export function view(lastSeq: number, change: Partial<CustomerView> = {}): CustomerView {
  const base = { handling: "bot" as const, agentName: null, queue: null, agentReadSeq: 0, canRate: null };
  return { conversationId, lastSeq, ...base, ...change };
}

export function event<T extends EventType>(
  seq: number,
  by: "customer" | "agent" | "bot" | "system",
  type: T,
  body: EventBody<T>,
  atMs = seq * 1000,
): WireEvent {
  const actor = by === "customer" || by === "agent" ? { kind: by, id: agentId } : { kind: by };
  return { seq, type, actor, body, at: new Date(Date.UTC(2026, 0, 1) + atMs).toISOString() } as WireEvent;
}

export function said(seq: number, by: "customer" | "agent" | "bot", text = `words ${seq}`, atMs?: number): WireEvent {
  return event(seq, by, "message.sent", { content: { kind: "text", text } }, atMs);
}

export function events(list: WireEvent[], change: Partial<CustomerView> = {}): Extract<CustomerPush, { t: "events" }> {
  const upTo = list.at(-1)?.seq ?? 0;
  return { t: "events", conversationId, events: list, upTo, view: view(upTo, change) };
}

export function thread(list: WireEvent[], change: Partial<CustomerView> = {}): Thread {
  const ready = { t: "ready" as const, view: view(list.at(-1)?.seq ?? 0, change), events: list };
  return applyReady(emptyLog, ready).threads[0]!;
}
