import type { WireEvent } from "@yingda/contract/conversation";

/**
 * How long each reply took, for the marks in a transcript. As in the measure: a turn opens at connect and at the first
 * customer message after a real reply, and the next real agent message closes it; greetings and the bot never do.
 * What is marked tells what the figure is about: beside a marked reply, the wait before it is another figure's.
 */
export function turnSeconds(events: readonly WireEvent[], marks: ReadonlySet<number>): Map<number, number> {
  const waits = new Map<number, number>();
  const replies = new Map<number, number>();
  let isConnected = false;
  let openedAt: string | null = null;
  let requestedAt: string | null = null;
  for (const event of events) {
    if (event.type === "human.requested") requestedAt = event.at;
    if (event.type === "agent.connected") {
      const waited = event.body.waitedSeconds ?? (requestedAt === null ? null : between(requestedAt, event.at));
      if (waited !== null) waits.set(event.seq, waited);
      isConnected = true;
      openedAt ??= event.at;
    }
    if (event.type !== "message.sent" || !isConnected) continue;
    if (event.actor.kind === "customer") openedAt ??= event.at;
    if (event.actor.kind === "agent" && openedAt !== null) {
      replies.set(event.seq, between(openedAt, event.at));
      openedAt = null;
    }
  }
  return [...replies.keys()].some((seq) => marks.has(seq)) ? replies : new Map([...waits, ...replies]);
}

const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;
