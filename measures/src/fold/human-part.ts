import type { ConversationEvent } from "@yingda/contract/events";
import type { Facts, Row } from "../facts.ts";
import { findFirst, isAgentReply, type OpenLog, secondsBetween } from "./log.ts";

type HumanColumns = Pick<
  Row<"conversation">,
  | "requests"
  | "hasRequest"
  | "isConnected"
  | "isReplied"
  | "isOffline"
  | "isUnserved"
  | "humanFirstResponseSeconds"
  | "turns"
  | "averageReplySeconds"
  | "slowestReplySeconds"
  | "waitSeconds"
  | "handleSeconds"
  | "isTransferred"
  | "isReopened"
  | "humanStars"
>;

/** What people did. A connected agent who only greeted automatically has not served. */
export function measureHumanPart(log: OpenLog, facts: Facts): HumanColumns {
  const connect = findFirst(log.events, "agent.connected");
  const reply = connect && log.events.find((event) => event.seq > connect.seq && isAgentReply(event));
  const isConnected = connect !== null;
  const isReplied = Boolean(reply);
  const isOffline = facts.turn.some((one) => one.isOffline);
  const replies = facts.turn.flatMap((one) => one.replySeconds ?? []);
  const waits = facts.request.flatMap((one) => one.waitSeconds ?? []);
  return {
    requests: facts.request.length,
    hasRequest: facts.request.length > 0,
    isConnected,
    isReplied,
    isOffline,
    isUnserved: isOffline || (isConnected && !isReplied),
    humanFirstResponseSeconds: connect && reply ? secondsBetween(log, connect, reply) : null,
    turns: facts.turn.length,
    averageReplySeconds: replies.length > 0 ? replies.reduce((sum, one) => sum + one, 0) / replies.length : null,
    slowestReplySeconds: replies.length > 0 ? Math.max(...replies) : null,
    waitSeconds: waits.length > 0 ? Math.max(...waits) : null,
    handleSeconds: measureHandling(log),
    isTransferred: log.events.some((event) => event.type === "conversation.transferred"),
    isReopened: log.events.some((event) => event.type === "conversation.reopened"),
    humanStars: facts.rating.find((one) => one.target === "human")?.stars ?? null,
  };
}

/** Connect → close, and again from a reopening by an agent to the next close; null while it is still going on. */
function measureHandling(log: OpenLog): number | null {
  let since: ConversationEvent | null = null;
  let seconds: number | null = null;
  for (const event of log.events) {
    if (event.type === "agent.connected" || (event.type === "conversation.reopened" && event.body.agentId)) {
      since ??= event;
    }
    if (event.type === "conversation.closed" && since) {
      const part = secondsBetween(log, since, event);
      seconds = part === null ? null : (seconds ?? 0) + part;
      since = null;
    }
  }
  return since ? null : seconds;
}
