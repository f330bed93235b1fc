import type { ErrorCode } from "@yingda/contract/errors";
import type { CustomerFrame } from "@yingda/contract/frames";
import { findThread, type Log } from "./log.ts";

/**
 * What the customer did and the server has not stored yet. An item stays until its event is seen in the log, so the
 * window shows it at once and nothing is lost by a reload; its clientId makes any number of resends harmless.
 */
export type Act = Extract<CustomerFrame, { clientId: string }>;

export type OutboxItem = {
  act: Act;
  /** Milliseconds since 1970, on this device's clock. */
  createdAt: number;
  /** `sent`: stored by the server, its event is on the way. */
  state: "waiting" | "sent" | "failed";
  /** The words of a clicked question, which the frame names by id only. */
  label?: string;
  /** Of the last try, once it has failed. */
  error?: ErrorCode;
  stored?: { conversationId: string; seq: number };
};

/** A click on 转人工 or a thumb means "now": after a while away it is no longer wanted. Words are wanted always. */
const clickLifeMs = 10 * 60_000;

export function addItem(outbox: OutboxItem[], item: OutboxItem): OutboxItem[] {
  if (outbox.some((known) => known.act.clientId === item.act.clientId)) return outbox;
  return [...outbox, item].sort((a, b) => a.createdAt - b.createdAt);
}

export function removeItem(outbox: OutboxItem[], clientId: string): OutboxItem[] {
  return outbox.filter((item) => item.act.clientId !== clientId);
}

export function acknowledge(outbox: OutboxItem[], clientId: string, conversationId: string, seq: number): OutboxItem[] {
  return change(outbox, clientId, { state: "sent", stored: { conversationId, seq } });
}

/** Words wait for the customer's decision (resend, remove); a click that failed is simply undone. */
export function fail(outbox: OutboxItem[], clientId: string, error: ErrorCode): OutboxItem[] {
  const item = outbox.find((known) => known.act.clientId === clientId);
  if (!item || item.state === "sent") return outbox;
  return holdsWords(item) ? change(outbox, clientId, { state: "failed", error }) : removeItem(outbox, clientId);
}

export function retry(outbox: OutboxItem[], clientId: string): OutboxItem[] {
  return change(outbox, clientId, { state: "waiting" });
}

/** Drops what the log has: by clientId, or by the number that the acknowledgement named. */
export function settle(outbox: OutboxItem[], log: Log): OutboxItem[] {
  const seen = new Set(log.threads.flatMap((thread) => thread.events.map((event) => event.clientId)));
  return outbox.filter(({ act, stored }) => {
    if (seen.has(act.clientId)) return false;
    return !stored || (findThread(log, stored.conversationId)?.upTo ?? 0) < stored.seq;
  });
}

/**
 * What became of an item in another tab: `there`, or null once it is gone from the record they share. Words that were on
 * their way are stored then, and stay here until their event is.
 */
export function follow(outbox: OutboxItem[], clientId: string, there: OutboxItem | null, log: Log): OutboxItem[] {
  const item = outbox.find((known) => known.act.clientId === clientId);
  if (item?.stored) return outbox;
  if (!there && item?.state === "waiting" && holdsWords(item)) return change(outbox, clientId, { state: "sent" });
  const others = removeItem(outbox, clientId);
  return there ? settle(addItem(others, there), log) : others;
}

/** What an earlier page load or a crash left behind. */
export function isWorthSending(item: OutboxItem, nowMs: number): boolean {
  return holdsWords(item) || nowMs - item.createdAt < clickLifeMs;
}

/** To be sent over a fresh connection, in the order they were made. */
export function listUnsent(outbox: OutboxItem[]): Act[] {
  return outbox.filter((item) => item.state === "waiting").map((item) => item.act);
}

function holdsWords({ act }: OutboxItem): boolean {
  return act.t === "send" || act.t === "leaveMessage";
}

function change(outbox: OutboxItem[], clientId: string, patch: Partial<OutboxItem>): OutboxItem[] {
  return outbox.map((item) => (item.act.clientId === clientId ? { ...item, ...patch } : item));
}
