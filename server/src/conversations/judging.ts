import type { ConversationSummary } from "@yingda/contract/conversation";
import type { EventBody } from "@yingda/contract/events";
import { type Ctx, may, type StaffCtx } from "../context.ts";
import { notFound } from "../platform/errors.ts";
import type { Appended } from "./append.ts";
import * as queries from "./queries.ts";
import { loadConversation, summaryOf } from "./reading.ts";
import type { ConversationState } from "./state.ts";

/** What is said about a conversation rather than in it: nobody's turn, no time passes by it. */

type Classification = EventBody<"conversation.classified">;

/** The engine's; nothing if more happened since what it has read (`upTo`): it will look again. */
export function recordClassification(
  ctx: Ctx,
  { conversationId, upTo, body }: { conversationId: string; upTo: number; body: Classification },
): Promise<Appended> {
  return ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    isJudgement: true,
    decide: (state) => {
      if (!state) throw notFound("conversation");
      if (state.lastSeq !== upTo) return [];
      return [{ type: "conversation.classified", actor: { kind: "system" }, body: { by: "engine", ...body } }];
    },
  });
}

/** At once and without the rest, while the customer waits for a person: nobody need read the log for it. */
export function recordUrgency(
  ctx: Ctx,
  { conversationId, urgentWords }: { conversationId: string; urgentWords: string },
): Promise<Appended> {
  return ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    isJudgement: true,
    decide: (state) => {
      if (!state || !isWaitingForPerson(state) || state.urgentWords !== null) return [];
      const body = { by: "engine", isUrgent: true, urgentWords } as const;
      return [{ type: "conversation.classified", actor: { kind: "system" }, body }];
    },
  });
}

export const isWaitingForPerson = ({ handling }: Pick<ConversationState, "handling">): boolean =>
  handling === "requested" || handling === "queue";

/** A person's, about a conversation they serve or served, or any for who oversees. */
export async function correctClassification(
  ctx: StaffCtx,
  { conversationId, body }: { conversationId: string; body: Classification },
): Promise<ConversationSummary> {
  const { state, customerName } = await loadConversation(ctx, conversationId);
  const isTheirs =
    may(ctx, "conversations.oversee") ||
    state.agentId === ctx.actor.id ||
    (await queries.hasServed(ctx.db, ctx.shopId, conversationId, ctx.actor.id));
  if (!isTheirs) throw notFound("conversation of yours");
  const appended = await ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    isJudgement: true,
    decide: () => [
      { type: "conversation.classified", actor: { kind: "agent", id: ctx.actor.id }, body: { by: "person", ...body } },
    ],
  });
  return summaryOf({ ...appended, customerName });
}
