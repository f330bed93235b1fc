import type { ConversationSummary } from "@yingda/contract/conversation";
import type { Content, NewEvent } from "@yingda/contract/events";
import type { InputOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import { may, type StaffCtx } from "../context.ts";
import { getEntry } from "../knowledge/knowledge.ts";
import { AppError, notFound } from "../platform/errors.ts";
import type { Appended } from "./append.ts";
import { mustBeOpen } from "./conversations.ts";
import * as queries from "./queries.ts";
import { loadConversation, summaryOf } from "./reading.ts";
import type { ConversationState } from "./state.ts";

/** What staff do inside a conversation. It never gives or takes a seat; that is routing's. */

const recallWithinMs = 2 * 60_000;

const agentActor = (ctx: StaffCtx) => ({ kind: "agent", id: ctx.actor.id }) as const;

/** Loads with the right to see, then appends under the lock. */
async function actAsStaff(
  ctx: StaffCtx,
  conversationId: string,
  decide: (state: ConversationState) => NewEvent[],
  clientId?: string,
): Promise<{ appended: Appended; summary: ConversationSummary }> {
  const { customerName } = await loadConversation(ctx, conversationId);
  const appended = await ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    clientId,
    decide: (state) => {
      if (!state) throw notFound("conversation");
      return decide(state);
    },
  });
  return { appended, summary: summaryOf({ ...appended, customerName }) };
}

export async function sendMessage(
  ctx: StaffCtx,
  {
    conversationId,
    clientId,
    ...said
  }: {
    conversationId: string;
    clientId: string;
    content: Content;
    quoteSeq?: number;
    fromEntryId?: string;
    edited?: boolean;
  },
): Promise<{ seq: number; at: string }> {
  const { appended } = await actAsStaff(
    ctx,
    conversationId,
    (state) => {
      mustBeOpen(state);
      mustServe(ctx, state);
      return [{ type: "message.sent", actor: agentActor(ctx), body: said }];
    },
    clientId,
  );
  return { seq: appended.seq, at: appended.at };
}

export async function addNote(
  ctx: StaffCtx,
  { conversationId, clientId, text }: { conversationId: string; clientId: string; text: string },
): Promise<ConversationSummary> {
  return (
    await actAsStaff(
      ctx,
      conversationId,
      () => [{ type: "note.added", actor: agentActor(ctx), body: { text } }],
      clientId,
    )
  ).summary;
}

export async function recallMessage(
  ctx: StaffCtx,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<ConversationSummary> {
  await loadConversation(ctx, conversationId);
  const message = await queries.findEvent(ctx.db, ctx.shopId, conversationId, seq);
  if (message?.type !== "message.sent" || message.actor_id !== ctx.actor.id) throw notFound("message of yours");
  if (ctx.clock.now().getTime() - message.at.getTime() > recallWithinMs) {
    throw new AppError("too_late", "A message can be taken back within two minutes.");
  }
  return (
    await actAsStaff(
      ctx,
      conversationId,
      () => [{ type: "message.recalled", actor: agentActor(ctx), body: { seq } }],
      `recall-${seq}-${conversationId.slice(-12)}`,
    )
  ).summary;
}

export async function closeConversation(
  ctx: StaffCtx,
  { conversationId }: { conversationId: string },
): Promise<ConversationSummary> {
  const { summary } = await actAsStaff(ctx, conversationId, (state) => {
    if (state.handling === "closed") return [];
    mustServe(ctx, state, "message");
    return [{ type: "conversation.closed", actor: agentActor(ctx), body: { by: "agent" } }];
  });
  return summary;
}

/** Once per stretch of service: the customer is not asked again while the first invitation stands. */
export async function inviteRating(
  ctx: StaffCtx,
  { conversationId }: { conversationId: string },
): Promise<ConversationSummary> {
  const { summary } = await actAsStaff(ctx, conversationId, (state) => {
    mustServe(ctx, state);
    return state.ratingInvited === "human" && state.rating === null
      ? []
      : [{ type: "rating.invited", actor: agentActor(ctx), body: { target: "human", via: "popup" } }];
  });
  return summary;
}

export async function labelAnswer(
  ctx: StaffCtx,
  { conversationId, ...body }: { conversationId: string } & InputOf<typeof routes.labelAnswer>,
): Promise<ConversationSummary> {
  await loadConversation(ctx, conversationId);
  if ((await queries.findEventType(ctx.db, ctx.shopId, conversationId, body.answerSeq)) !== "bot.answered")
    throw notFound("bot answer");
  if (body.entryId) await getEntry(ctx, body.entryId);
  return (await actAsStaff(ctx, conversationId, () => [{ type: "answer.labelled", actor: agentActor(ctx), body }]))
    .summary;
}

/** Only the agent in charge speaks; overseers take over first. */
function mustServe(ctx: StaffCtx, state: ConversationState, ...also: ConversationState["handling"][]): void {
  if (state.handling === "agent" && state.agentId === ctx.actor.id) return;
  if (also.includes(state.handling)) return;
  if (may(ctx, "conversations.oversee")) throw new AppError("conflict", "Take this conversation over first.");
  throw new AppError("conflict", "This conversation is with somebody else now.");
}
