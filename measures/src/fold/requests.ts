import type { ConversationEvent, EventOf } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import { isInServiceHours } from "../hours.ts";
import { readLocalTime } from "../local-time.ts";
import { findInstant, instantMs, type OpenLog, openSecondsBetween, secondsBetween } from "./log.ts";

/**
 * One row per request for a person. Its wait runs from the request to being connected, leaving or being turned away.
 * Asking again while still waiting is the same request; a conversation closed over a waiting customer was left.
 */
export function foldRequests(log: OpenLog): Row<"request">[] {
  const rows: Row<"request">[] = [];
  let waiting: Row<"request"> | null = null;
  let request: EventOf<"human.requested"> | null = null;
  for (const event of log.events) {
    if (event.type === "human.requested" && !waiting) {
      request = event;
      waiting = openRequest(log, event);
      rows.push(waiting);
    }
    if (!waiting || !request) continue;
    if (event.type === "queue.entered") waiting.enteredQueue = true;
    const outcome = findOutcome(event);
    if (!outcome) continue;
    waiting.outcome = outcome;
    waiting.waitSeconds = secondsBetween(log, request, event);
    waiting.openWaitSeconds = openSecondsBetween(log, request, event);
    if (event.type === "agent.connected") {
      waiting.agentId = event.body.agentId;
      waiting.isInTime = waiting.waitSeconds !== null && waiting.waitSeconds <= log.settings.connectSeconds;
    }
    waiting = null;
  }
  return rows;
}

function openRequest(log: OpenLog, event: EventOf<"human.requested">): Row<"request"> {
  return {
    ...log.shared,
    seq: event.seq,
    at: findInstant(log, event),
    by: event.body.by,
    agentId: null,
    outcome: "waiting",
    enteredQueue: false,
    waitSeconds: null,
    openWaitSeconds: null,
    isInTime: false,
    inServiceHours: log.isTimed
      ? isInServiceHours(readLocalTime(instantMs(event), log.settings.timeZone), log.settings.serviceHours)
      : null,
  };
}

function findOutcome(event: ConversationEvent): string | null {
  if (event.type === "agent.connected") return "connected";
  if (event.type === "queue.left" || event.type === "conversation.closed") return "left";
  if (event.type === "queue.rejected") return `rejected_${event.body.reason}`;
  return null;
}
