import type { CustomerView, WireEvent } from "@yingda/contract/conversation";
import type { CustomerPush } from "@yingda/contract/frames";

/**
 * What this tab knows of the customer's conversations: merges whatever the server pushes, in any order and any
 * number of times, into events 1…n once each. It never talks to the server; it only says when something is missing.
 */
export type Thread = {
  id: string;
  view: CustomerView;
  /** By sequence number, each once. Staff-only events are missing here by design. */
  events: WireEvent[];
  /** Everything the customer may see up to this number is in `events`. */
  upTo: number;
};

export type Log = {
  /** Oldest first. */
  threads: Thread[];
  /** The open or just closed conversation; null before the first word. */
  currentId: string | null;
};

type Push<T extends CustomerPush["t"]> = Extract<CustomerPush, { t: T }>;

export const emptyLog: Log = { threads: [], currentId: null };

/** The answer to a hello is complete from what we said we had, so it closes every gap. */
export function applyReady(log: Log, push: Push<"ready">): Log {
  const { view } = push;
  if (!view) return { ...log, currentId: null };
  return {
    threads: putThread(log.threads, view, push.events, view.lastSeq),
    currentId: view.conversationId,
  };
}

/**
 * `hasGap`: the first event is not the next one. It may be only staff's events that were left out, which cannot be
 * told from a loss, so the caller asks again with hello; the events are kept meanwhile.
 */
export function applyEvents(log: Log, push: Push<"events">): { log: Log; hasGap: boolean } {
  const known = findThread(log, push.conversationId);
  const upTo = known?.upTo ?? 0;
  const first = push.events[0]?.seq ?? push.upTo;
  // Something late about a conversation of long ago: the history has it, when the customer looks there.
  if (!known && first > 1 && push.view.handling === "closed" && log.currentId) return { log, hasGap: false };
  const hasGap = first > upTo + 1;
  const isCurrent = !known || push.view.handling !== "closed";
  return {
    log: {
      threads: putThread(log.threads, push.view, push.events, hasGap ? upTo : push.upTo),
      currentId: isCurrent ? push.conversationId : log.currentId,
    },
    hasGap,
  };
}

export function applyView(log: Log, view: CustomerView): Log {
  if (!findThread(log, view.conversationId)) return log;
  return { ...log, threads: putThread(log.threads, view, [], 0) };
}

export function applyHistory(log: Log, push: Push<"history">): Log {
  let { threads } = log;
  for (const past of push.conversations) threads = putThread(threads, past.view, past.events, past.view.lastSeq);
  return { ...log, threads };
}

export function findThread(log: Log, conversationId: string | null): Thread | undefined {
  return log.threads.find((thread) => thread.id === conversationId);
}

export function findCurrent(log: Log): Thread | undefined {
  return findThread(log, log.currentId);
}

/** What hello says this tab has already. */
export function resumePoint(log: Log): { conversationId: string; seq: number } | undefined {
  const current = findCurrent(log);
  return current && { conversationId: current.id, seq: current.upTo };
}

/** The words, answers and greetings of others, which count as unread and are marked as read. */
export function isFromOthers(event: WireEvent): boolean {
  if (event.type === "message.sent") return event.actor.kind !== "customer";
  return event.type === "bot.answered" || event.type === "greeting.sent";
}

export function lastSeqFromOthers(thread: Thread | undefined): number {
  return thread?.events.findLast(isFromOthers)?.seq ?? 0;
}

export function countUnread(thread: Thread | undefined, readSeq: number): number {
  return thread?.events.filter((event) => event.seq > readSeq && isFromOthers(event)).length ?? 0;
}

function putThread(threads: Thread[], view: CustomerView, events: WireEvent[], upTo: number): Thread[] {
  const known = threads.find((thread) => thread.id === view.conversationId);
  const merged: Thread = {
    id: view.conversationId,
    // A view that was computed earlier may arrive later.
    view: known && known.view.lastSeq > view.lastSeq ? known.view : view,
    events: mergeEvents(known?.events ?? [], events),
    upTo: Math.max(known?.upTo ?? 0, upTo),
  };
  const others = threads.filter((thread) => thread !== known);
  return [...others, merged].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function mergeEvents(have: WireEvent[], incoming: WireEvent[]): WireEvent[] {
  const bySeq = new Map(have.map((event) => [event.seq, event]));
  for (const event of incoming) if (!bySeq.has(event.seq)) bySeq.set(event.seq, event);
  return bySeq.size === have.length ? have : [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** By when it began; a thread without events yet is the newest. Ids decide between equals. */
function orderOf(thread: Thread): string {
  return (thread.events[0]?.at ?? "9") + thread.id;
}
