import type { Thread } from "./log.ts";
import type { OutboxItem } from "./outbox.ts";

/** What the window asks of the customer beside the talk itself: a rating, or a message for later. Pure. */

export type RatingAsked = { conversationId: string; target: "bot" | "human" };

/** Asked when somebody invited to it, or when a talk with a person is over; once, until the next invitation. */
export function findRatingAsked(thread: Thread | undefined, outbox: OutboxItem[]): RatingAsked | null {
  const possible = findRatingPossible(thread, outbox);
  if (!thread || !possible) return null;
  const invitedSeq = lastSeq(thread, "rating.invited");
  const givenSeq = lastSeq(thread, "rating.given");
  const isOver = thread.view.handling === "closed" && possible.target === "human" && !givenSeq;
  return invitedSeq > givenSeq || isOver ? possible : null;
}

/** What the customer may rate when asking for it. */
export function findRatingPossible(thread: Thread | undefined, outbox: OutboxItem[]): RatingAsked | null {
  const target = thread?.view.canRate;
  if (!thread || !target || outbox.some(({ act }) => act.t === "rate")) return null;
  return { conversationId: thread.id, target };
}

/** A skipped card stays away until the next invitation. */
export function skipKeyOf(thread: Thread | undefined): string {
  return thread ? `${thread.id} ${lastSeq(thread, "rating.invited")}` : "";
}

/** Nobody could take the customer, and nothing has happened about it since. */
export function findMessageAsked(
  thread: Thread | undefined,
  outbox: OutboxItem[],
): { reason: "full" | "offline"; seq: number } | null {
  if (!thread || thread.view.handling === "closed") return null;
  if (outbox.some(({ act }) => act.t === "leaveMessage")) return null;
  const last = thread.events.findLast((event) =>
    ["queue.rejected", "queue.entered", "agent.connected", "offline_message.left"].includes(event.type),
  );
  return last?.type === "queue.rejected" ? { reason: last.body.reason, seq: last.seq } : null;
}

/** Whether asking for a person makes sense now. */
export function canAskForHuman(thread: Thread | undefined): boolean {
  const handling = thread?.view.handling;
  return !handling || handling === "bot" || handling === "closed" || handling === "message";
}

function lastSeq(thread: Thread, type: string): number {
  return thread.events.findLast((event) => event.type === type)?.seq ?? 0;
}
