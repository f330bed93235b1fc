import type { ConversationEvent } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import { isCourtesy } from "./courtesy.ts";
import {
  findInstant,
  findNewHolder,
  instantMs,
  isAgentReply,
  isCustomerMessage,
  type OpenLog,
  openSecondsBetween,
  secondsBetween,
} from "./log.ts";

type Open = { event: ConversationEvent; isCourtesy: boolean };

/**
 * Turns 首问首答: one row per question put to a person. Source: the Douyin shop Compass rules (see READINGS.md).
 * A turn opens at connect (the request is the first question) and at the first customer message after a real reply; it
 * closes at the next real agent message. Greetings, bot messages, transfers, closing and reopening never close it and
 * never restart its clock. Who replies owns it; the holder owns an unanswered one; nobody owns an offline message.
 */
export function foldTurns(log: OpenLog): Row<"turn">[] {
  const answeredByBot = new Set(log.events.flatMap((one) => (one.type === "bot.answered" ? [one.body.inReplyTo] : [])));
  const rows: Row<"turn">[] = [];
  let open: Open | null = null;
  let offline: ConversationEvent | null = null;
  let holder: string | null = null;
  let state: "nobody" | "waiting" | "served" = "nobody";
  let isClosed = false;

  for (const event of log.events) {
    holder = findNewHolder(event) ?? holder;
    if (event.type === "conversation.closed") isClosed = true;
    if (event.type === "conversation.reopened") isClosed = false;
    // In the queue again after an earlier service: what is said now is heard at the next connect.
    if ((event.type === "queue.entered" || event.type === "queue.rejected") && !open) state = "waiting";
    if (event.type === "offline_message.left") offline ??= event;
    if (event.type === "agent.connected") {
      // Taken over from a colleague with nothing left to answer: no new question.
      if (state !== "served") open ??= { event, isCourtesy: false };
      state = "served";
      offline = null;
    }
    if (isCustomerMessage(event) && state === "served" && !answeredByBot.has(event.seq)) {
      const thanks = isCourtesy(event);
      if (!open) open = { event, isCourtesy: thanks };
      else if (!thanks) open.isCourtesy = false;
    }
    if (isAgentReply(event) && open) {
      rows.push(answeredTurn(log, open, event));
      open = null;
    }
  }
  if (open && (isClosed || isOverdue(log, open.event))) rows.push(unansweredTurn(log, open, holder, false));
  if (offline) rows.push(unansweredTurn(log, { event: offline, isCourtesy: false }, null, true));
  return rows;
}

/** A customer still looking at "typing…" has not been left unanswered yet. */
function isOverdue(log: OpenLog, opened: ConversationEvent): boolean {
  return !log.isTimed || log.asOfMs - instantMs(opened) >= log.settings.unansweredSeconds * 1000;
}

function answeredTurn(log: OpenLog, open: Open, reply: ConversationEvent & { actor: { kind: "agent" } }): Row<"turn"> {
  const replySeconds = secondsBetween(log, open.event, reply);
  return {
    ...log.shared,
    seq: open.event.seq,
    replySeq: reply.seq,
    agentId: reply.actor.id,
    openedAt: findInstant(log, open.event),
    closedAt: findInstant(log, reply),
    replySeconds,
    cappedSeconds: replySeconds === null ? null : Math.min(replySeconds, log.settings.unansweredSeconds),
    openReplySeconds: openSecondsBetween(log, open.event, reply),
    isAnswered: true,
    isCourtesy: false,
    isOffline: false,
  };
}

function unansweredTurn(log: OpenLog, open: Open, holder: string | null, isOffline: boolean): Row<"turn"> {
  const seconds = log.isTimed ? log.settings.unansweredSeconds : null;
  return {
    ...log.shared,
    seq: open.event.seq,
    replySeq: null,
    agentId: holder,
    openedAt: findInstant(log, open.event),
    closedAt: null,
    replySeconds: seconds,
    cappedSeconds: seconds,
    openReplySeconds: seconds,
    isAnswered: false,
    isCourtesy: open.isCourtesy,
    isOffline,
  };
}
