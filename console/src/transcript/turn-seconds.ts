import type { WireEvent } from "@yingda/contract/conversation";

/**
 * How long each reply took, for the marks in a transcript. As in the measure: a turn opens at connect and at the first
 * customer message after a real reply, and the next real agent message closes it; greetings and the bot never do.
 * What is marked tells what the figure is about: beside a marked reply, the wait before it is another figure's. A turn
 * that nobody answered has null, at the event that opened it.
 */
export function turnSeconds(events: readonly WireEvent[], marks: ReadonlySet<number>): Map<number, number | null> {
  const waits = new Map<number, number>();
  const replies = new Map<number, number | null>();
  let isConnected = false;
  let isAboutWaiting = false;
  let opened: WireEvent | null = null;
  let requestedAt: string | null = null;
  for (const event of events) {
    if (event.type === "human.requested") {
      requestedAt = event.at;
      isAboutWaiting ||= marks.has(event.seq);
    }
    if (event.type === "offline_message.left" && !isConnected) opened ??= event;
    if (event.type === "agent.connected") {
      const waited = event.body.waitedSeconds ?? (requestedAt === null ? null : between(requestedAt, event.at));
      if (waited !== null) waits.set(event.seq, waited);
      opened = isConnected ? (opened ?? event) : event;
      isConnected = true;
    }
    if (event.type !== "message.sent" || !isConnected) continue;
    if (event.actor.kind === "customer") opened ??= event;
    if (event.actor.kind === "agent" && opened !== null) {
      replies.set(event.seq, between(opened.at, event.at));
      opened = null;
    }
  }
  if (opened !== null && !isAboutWaiting) replies.set(opened.seq, null);
  return [...replies.keys()].some((seq) => marks.has(seq)) ? replies : new Map([...waits, ...replies]);
}

const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;
