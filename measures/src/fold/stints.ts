import type { ConversationEvent } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import { findInstant, instantMs, type OpenLog, secondsBetween } from "./log.ts";

type Held = { event: ConversationEvent; agentId: string };

/**
 * One row for each time an agent held the conversation: from being given it, by connect, transfer or reopening, until
 * somebody else or nobody holds it. While it lasts its length is not known. The agent's share of it needs the agent's
 * other conversations: see shareStints.
 */
export function foldStints(log: OpenLog): Row<"stint">[] {
  const rows: Row<"stint">[] = [];
  let held = null as Held | null;
  for (const event of log.events) {
    const agentId = findAgentAfter(event, held);
    if (agentId === (held?.agentId ?? null)) continue;
    if (held) rows.push(describe(log, held, event));
    held = agentId === null ? null : { event, agentId };
  }
  if (held) rows.push(describe(log, held, null));
  return rows;
}

/** As the conversation's state has it: who asks for a person again, or leaves a message, has no agent any more. */
function findAgentAfter(event: ConversationEvent, held: Held | null): string | null {
  switch (event.type) {
    case "agent.connected":
      return event.body.agentId;
    case "conversation.transferred":
      return held && event.body.toAgentId;
    case "conversation.reopened":
      return event.body.agentId ?? null;
    case "conversation.closed":
    case "human.requested":
    case "queue.entered":
    case "queue.rejected":
    case "queue.left":
    case "offline_message.left":
      return null;
    default:
      return held?.agentId ?? null;
  }
}

function describe(log: OpenLog, { event, agentId }: Held, end: ConversationEvent | null): Row<"stint"> {
  // A clock that ran backwards gives no time, not less.
  const until = end && instantMs(end) < instantMs(event) ? event : end;
  return {
    ...log.shared,
    seq: event.seq,
    agentId,
    connectedAt: findInstant(log, event),
    endedAt: until && findInstant(log, until),
    seconds: until && secondsBetween(log, event, until),
    shareSeconds: null,
  };
}
