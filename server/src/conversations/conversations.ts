import type { Content, EventBody, NewEvent } from "@yingda/contract/events";
import type { CustomerFrame } from "@yingda/contract/frames";
import type { Ctx, CustomerCtx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import type { Appended } from "./append.ts";
import * as queries from "./queries.ts";
import { type ConversationState, isBotInCharge } from "./state.ts";

/**
 * What a customer can do in a conversation, each as one append. It says what happened and who is in charge; it never
 * calls the bot or routing, which react to the events.
 */

export type Visit = { channel: string; locale: string; pageUrl?: string; productId?: string; region?: string };

const customerActor = (ctx: CustomerCtx) => ({ kind: "customer", id: ctx.actor.id }) as const;

/** Appends to the customer's open conversation, or begins one: only an act of theirs begins a conversation. */
function actOfCustomer(
  ctx: CustomerCtx,
  visit: Visit,
  clientId: string,
  decide: (state: ConversationState | null) => NewEvent[],
): Promise<Appended> {
  const target = { customerId: ctx.actor.id, channel: visit.channel };
  return ctx.eventLog.append({
    shopId: ctx.shopId,
    target,
    clientId,
    decide: (state) => {
      const events = decide(state);
      if (state) return events;
      return [{ type: "conversation.started", actor: { kind: "system" }, body: visit }, ...events];
    },
  });
}

export function receiveMessage(
  ctx: CustomerCtx,
  visit: Visit,
  { clientId, content }: { clientId: string; content: Content },
): Promise<Appended> {
  return actOfCustomer(ctx, visit, clientId, () => [
    { type: "message.sent", actor: customerActor(ctx), body: { content } },
  ]);
}

export function receiveClick(
  ctx: CustomerCtx,
  visit: Visit,
  {
    clientId,
    entryId,
    question,
    answerSeq,
  }: { clientId: string; entryId: string; question: string; answerSeq?: number },
): Promise<Appended> {
  return actOfCustomer(ctx, visit, clientId, () => [
    answerSeq
      ? { type: "option.clicked", actor: customerActor(ctx), body: { entryId, question, answerSeq } }
      : { type: "hot_question.clicked", actor: customerActor(ctx), body: { entryId, question } },
  ]);
}

/** Asking twice is asking once: where a person is already in charge or awaited, nothing happens. */
export function receiveHumanRequest(
  ctx: CustomerCtx,
  visit: Visit,
  { clientId }: { clientId: string },
): Promise<Appended> {
  return actOfCustomer(ctx, visit, clientId, (state) =>
    state && !isBotInCharge(state.handling)
      ? []
      : [{ type: "human.requested", actor: customerActor(ctx), body: { by: "button" } }],
  );
}

export async function receiveOfflineMessage(
  ctx: CustomerCtx,
  visit: Visit,
  { clientId, ...body }: { clientId: string } & EventBody<"offline_message.left">,
): Promise<Appended> {
  return actOfCustomer(ctx, visit, clientId, (state) => {
    if (state?.handling === "agent")
      return [
        { type: "message.sent", actor: customerActor(ctx), body: { content: { kind: "text", text: body.text } } },
      ];
    return [{ type: "offline_message.left", actor: customerActor(ctx), body }];
  });
}

async function actInOpen(
  ctx: CustomerCtx,
  clientId: string,
  decide: (state: ConversationState) => NewEvent[],
  conversationId?: string,
): Promise<Appended> {
  const id = conversationId ?? (await queries.findCurrent(ctx.db, ctx.shopId, ctx.actor.id))?.conversation_id;
  if (!id) throw notFound("conversation");
  return ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId: id },
    clientId,
    decide: (state) => {
      if (!state || state.customerId !== ctx.actor.id) throw notFound("conversation");
      return decide(state);
    },
  });
}

export const leaveQueue = (ctx: CustomerCtx, { clientId }: { clientId: string }): Promise<Appended> =>
  actInOpen(ctx, clientId, (state) =>
    state.handling === "queue" ? [{ type: "queue.left", actor: customerActor(ctx), body: {} }] : [],
  );

export async function rateAnswer(
  ctx: CustomerCtx,
  { clientId, ...body }: { clientId: string; answerSeq: number; thumb: "up" | "down" },
): Promise<Appended> {
  const current = await queries.findCurrent(ctx.db, ctx.shopId, ctx.actor.id);
  const isAnswer =
    current &&
    (await queries.findEventType(ctx.db, ctx.shopId, current.conversation_id, body.answerSeq)) === "bot.answered";
  if (!isAnswer) throw notFound("answer");
  return actInOpen(
    ctx,
    clientId,
    () => [{ type: "answer.rated", actor: customerActor(ctx), body }],
    current.conversation_id,
  );
}

/** Who served decides what is rated; the last rating wins. */
export function receiveRating(
  ctx: CustomerCtx,
  { clientId, conversationId, stars, reasons, comment }: Extract<CustomerFrame, { t: "rate" }>,
): Promise<Appended> {
  return actInOpen(
    ctx,
    clientId,
    (state) => [
      {
        type: "rating.given",
        actor: customerActor(ctx),
        body: { target: state.hadAgent ? "human" : "bot", stars, reasons, comment, via: "popup" },
      },
    ],
    conversationId,
  );
}

/** The bot's or the system's own act; `decide` sees the state under the lock. */
export function actAsSystem(
  ctx: Ctx,
  conversationId: string,
  decide: (state: ConversationState) => NewEvent[],
): Promise<Appended> {
  return ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    decide: (state) => {
      if (!state) throw notFound("conversation");
      return decide(state);
    },
  });
}

export async function closeIdle(ctx: Ctx, { idleMinutes }: { idleMinutes: number }): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - idleMinutes * 60_000);
  const idle = await queries.listIdle(ctx.db, ctx.shopId, before);
  for (const { conversation_id } of idle) {
    await actAsSystem(ctx, conversation_id, (state) => {
      const isStillIdle = state.lastCustomerAt !== null && new Date(state.lastCustomerAt) < before;
      const isOurTurn = state.handling === "agent" && state.waitingSince !== null;
      if (state.handling === "closed" || !isStillIdle || isOurTurn) return [];
      return [{ type: "conversation.closed", actor: { kind: "system" }, body: { by: "idle" } }];
    });
  }
  return idle.length;
}

export function mustBeOpen(state: ConversationState): void {
  if (state.handling === "closed")
    throw new AppError(
      "conversation_closed",
      "This conversation has ended. Reopen it, or wait for the customer to write.",
    );
}
