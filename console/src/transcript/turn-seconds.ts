import type { WireEvent } from "@yingda/contract/conversation";

/**
 * How long each reply took, for the marks in a transcript. As in the measure: a turn opens at connect and at the first
 * customer message after a real reply, and the next real agent message closes it; greetings and the bot never do.
 */
export function turnSeconds(events: readonly WireEvent[]): Map<number, number> {
  const seconds = new Map<number, number>();
  let isConnected = false;
  let openedAt: string | null = null;
  let requestedAt: string | null = null;
  for (const event of events) {
    if (event.type === "human.requested") requestedAt = event.at;
    if (event.type === "agent.connected") {
      const waited = event.body.waitedSeconds ?? (requestedAt === null ? null : between(requestedAt, event.at));
      if (waited !== null) seconds.set(event.seq, waited);
      isConnected = true;
      openedAt ??= event.at;
    }
    if (event.type !== "message.sent" || !isConnected) continue;
    if (event.actor.kind === "customer") openedAt ??= event.at;
    if (event.actor.kind === "agent" && openedAt !== null) {
      seconds.set(event.seq, between(openedAt, event.at));
      openedAt = null;
    }
  }
  return seconds;
}

const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;
