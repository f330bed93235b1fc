import type { WireEvent } from "@yingda/contract/conversation";
import type { EventBody } from "@yingda/contract/events";
import type { Thread } from "./log.ts";
import type { OutboxItem } from "./outbox.ts";

/** What the window asks of the customer beside the talk itself: a rating, or a message for later. Pure. */

export type RatingAsked = Omit<EventBody<"rating.invited">, "via"> & { conversationId: string };
export type SurveyAsked = Omit<EventBody<"survey.invited">, "via"> & { conversationId: string; seq: number };

/** Whoever comes back much later has other things in mind. */
const surveyLifeMs = 7 * 86_400_000;

/** Asked when somebody invited to it; once, until the next invitation. */
export function findRatingAsked(thread: Thread | undefined, outbox: OutboxItem[]): RatingAsked | null {
  const possible = findRatingPossible(thread, outbox);
  if (!thread || !possible) return null;
  return lastSeq(thread, "rating.invited") > lastSeq(thread, "rating.given") ? possible : null;
}

/** What the customer may rate when asking for it. */
export function findRatingPossible(thread: Thread | undefined, outbox: OutboxItem[]): RatingAsked | null {
  const target = thread?.view.canRate;
  if (!thread || !target || outbox.some(({ act }) => act.t === "rate")) return null;
  const { question, asksComment } = thread.events.findLast(isInvitation)?.body ?? {};
  return { conversationId: thread.id, target, question, asksComment };
}

/** A skipped card stays away until the next invitation. */
export function skipKeyOf(thread: Thread | undefined): string {
  return thread ? `${thread.id} ${lastSeq(thread, "rating.invited")}` : "";
}

/** The first invitation after the end that has no answer yet; each is asked for in turn, none twice. */
export function findSurveyAsked(
  thread: Thread | undefined,
  outbox: OutboxItem[],
  /** See skipKeyOfSurvey. */
  skipped: string,
  nowMs: number,
): SurveyAsked | null {
  if (thread?.view.handling !== "closed") return null;
  const answered = [
    ...thread.events.map((event) => event.type === "survey.answered" && event.body.survey),
    ...outbox.map(({ act }) => act.t === "survey" && act.answer.survey),
  ];
  for (const { type, body, seq, at } of thread.events) {
    if (type !== "survey.invited" || body.via === "link" || answered.includes(body.survey)) continue;
    if (nowMs - Date.parse(at) > surveyLifeMs || isSkipped(thread.id, seq, skipped)) continue;
    return { ...body, conversationId: thread.id, seq };
  }
  return null;
}

/** Asked in the order of their numbers: the last one skipped tells about those before it. */
export function skipKeyOfSurvey(asked: SurveyAsked): string {
  return `${asked.conversationId} ${asked.seq}`;
}

function isSkipped(conversationId: string, seq: number, skipped: string): boolean {
  const [id, upTo] = skipped.split(" ");
  return id === conversationId && seq <= Number(upTo);
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

const isInvitation = (event: WireEvent): event is WireEvent & { type: "rating.invited" } =>
  event.type === "rating.invited";

function lastSeq(thread: Thread, type: string): number {
  return thread.events.findLast((event) => event.type === type)?.seq ?? 0;
}
