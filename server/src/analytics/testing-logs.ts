import type { NewEvent, Outcome } from "@yingda/contract/events";
import type { Ctx } from "../context.ts";
import { backfill, type PastConversation } from "../conversations/backfill.ts";
import { newId } from "../platform/ids.ts";

/** For tests: logs told step by step. The person served is a customer, the one who serves is 阿明. */

export type Step = [second: number, event: NewEvent];

const bot = { kind: "bot" } as const;
const system = { kind: "system" } as const;
const customer = { kind: "customer", id: "c" } as const;
const content = { kind: "text", text: "我的包裹到哪了" } as const;
const agentId = "阿明";

export const started: NewEvent = { type: "conversation.started", actor: system, body: { channel: "web" } };
export const asked: NewEvent = { type: "message.sent", actor: customer, body: { content } };
export const answered = (outcome: Outcome, inReplyTo = 2): NewEvent => ({
  type: "bot.answered",
  actor: bot,
  body: { outcome, trigger: "words", inReplyTo, text: "答" },
});
export const requested: NewEvent = { type: "human.requested", actor: customer, body: { by: "button" } };
export const queued: NewEvent = { type: "queue.entered", actor: system, body: { priority: 0 } };
export const connected: NewEvent = { type: "agent.connected", actor: system, body: { agentId } };
export const replied: NewEvent = { type: "message.sent", actor: { kind: "agent", id: agentId }, body: { content } };
export const rated = (stars: number): NewEvent => ({
  type: "rating.given",
  actor: customer,
  body: { target: "human", stars },
});
export const leftMessage: NewEvent = { type: "offline_message.left", actor: customer, body: { text: "请回电" } };
export const closed: NewEvent = { type: "conversation.closed", actor: system, body: { by: "idle" } };

/** Writes a conversation that began at a local time of Shanghai, each step so many seconds after. */
export async function remember(
  ctx: Ctx,
  start: string,
  steps: Step[],
  { customerId = newId() }: { customerId?: string } = {},
): Promise<PastConversation> {
  const startMs = Date.parse(`${start}+08:00`);
  const at = (second: number) => new Date(startMs + second * 1000).toISOString();
  const conversation: PastConversation = {
    conversationId: newId(),
    customerId,
    channel: "web",
    origin: "import",
    events: steps.map(([second, event]) => ({ ...event, at: at(second) })),
  };
  await backfill(ctx, {
    customers: [{ customerId, name: "客户", locale: "zh-CN", firstSeenAt: at(0) }],
    conversations: [conversation],
  });
  return conversation;
}
