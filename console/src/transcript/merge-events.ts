import type { ConversationSummary, WireEvent } from "@yingda/contract/conversation";

/**
 * Staff see every event of a conversation, numbered 1…n without a gap. So what is known is a prefix, what arrives twice
 * is recognised by its number, and a number that is skipped means that a push was lost.
 */
export function mergeEvents(known: readonly WireEvent[], incoming: readonly WireEvent[]) {
  const events = [...known];
  let lastSeq = events.at(-1)?.seq ?? 0;
  for (const event of [...incoming].sort((a, b) => a.seq - b.seq)) {
    if (event.seq <= lastSeq) continue;
    if (event.seq > lastSeq + 1) return { events, hasGap: true };
    events.push(event);
    lastSeq = event.seq;
  }
  return { events, hasGap: false };
}

/** Pushes and replies overtake each other: the row that knows more events wins, and reading never goes back. */
export function newerSummary(one: ConversationSummary, other: ConversationSummary): ConversationSummary {
  const newer = other.lastSeq >= one.lastSeq ? other : one;
  const customerReadSeq = Math.max(one.customerReadSeq, other.customerReadSeq);
  return newer.customerReadSeq === customerReadSeq ? newer : { ...newer, customerReadSeq };
}
