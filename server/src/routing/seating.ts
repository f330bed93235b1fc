import type { ConversationSummary } from "@yingda/contract/conversation";
import type { NewEvent } from "@yingda/contract/events";
import { may, type StaffCtx } from "../context.ts";
import { loadConversation, summaryOf } from "../conversations/reading.ts";
import type { ConversationState } from "../conversations/state.ts";
import { isUniqueViolation } from "../platform/db/database.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { getShop } from "../shops/shops.ts";
import * as queries from "./queries.ts";
import { connectEvents, greetingFor } from "./routing.ts";

/** Seats that people give or take by hand. The same lock and the same limit as for the queue. */

const reopenWithinMs = 24 * 3600_000;

async function takeSeat(
  ctx: StaffCtx,
  { conversationId, staffId, mustBeOnline }: { conversationId: string; staffId: string; mustBeOnline: boolean },
  decide: (state: ConversationState) => NewEvent[],
): Promise<ConversationSummary> {
  const { customerName } = await loadConversation(ctx, conversationId);
  return ctx.eventLog.appendTogether(async (client, append) => {
    await queries.lockShop(client, ctx.shopId);
    const seat = await queries.findSeat(client, ctx.shopId, staffId);
    if (!seat) throw notFound("colleague");
    const [appended] = await append([
      {
        shopId: ctx.shopId,
        target: { conversationId },
        decide: (state) => {
          if (!state) throw notFound("conversation");
          if (state.handling === "agent" && state.agentId === staffId) return [];
          if (mustBeOnline && seat.status !== "online")
            throw new AppError("agent_offline", "This colleague is not online now.");
          if (seat.load >= seat.capacity)
            throw new AppError("capacity_full", "All seats are taken. Close a conversation first.", {
              capacity: seat.capacity,
            });
          return decide(state);
        },
      },
    ]);
    if (appended!.events.length > 0) await queries.noteAssigned(client, ctx.shopId, [staffId], ctx.clock.now());
    return summaryOf({ ...appended!, customerName });
  });
}

export function transferConversation(
  ctx: StaffCtx,
  { conversationId, toAgentId, note }: { conversationId: string; toAgentId: string; note?: string },
): Promise<ConversationSummary> {
  return takeSeat(ctx, { conversationId, staffId: toAgentId, mustBeOnline: true }, (state) => {
    const isTheirs =
      state.handling === "agent" && (state.agentId === ctx.actor.id || may(ctx, "conversations.oversee"));
    if (!isTheirs) throw new AppError("conflict", "Only a conversation that somebody serves can be handed over.");
    return [
      {
        type: "conversation.transferred",
        actor: { kind: "agent", id: ctx.actor.id },
        body: { fromAgentId: state.agentId ?? undefined, toAgentId, note: note || undefined },
      },
    ];
  });
}

/** Anybody may take a message that was left; only overseers reach past the queue or into another's conversation. */
export async function takeConversation(
  ctx: StaffCtx,
  { conversationId }: { conversationId: string },
): Promise<ConversationSummary> {
  const { settings } = await getShop(ctx);
  return takeSeat(ctx, { conversationId, staffId: ctx.actor.id, mustBeOnline: false }, (state) => {
    if (state.handling === "closed")
      throw new AppError("conversation_closed", "This conversation has ended. Reopen it instead.");
    if (state.handling !== "message" && !may(ctx, "conversations.oversee")) {
      throw new AppError("not_allowed", "The queue gives conversations out in order; only messages left can be taken.");
    }
    return connectEvents({
      agentId: ctx.actor.id,
      agentName: ctx.actor.name,
      greeting: state.handling === "agent" ? "" : greetingFor(state, settings),
      because: state.handling === "message" ? "taken" : "taken_over",
    });
  });
}

export async function reopenConversation(
  ctx: StaffCtx,
  { conversationId }: { conversationId: string },
): Promise<ConversationSummary> {
  const reopened = takeSeat(ctx, { conversationId, staffId: ctx.actor.id, mustBeOnline: false }, (state) => {
    if (state.handling !== "closed") throw new AppError("conflict", "This conversation is open.");
    if (!state.closedAt || ctx.clock.now().getTime() - Date.parse(state.closedAt) > reopenWithinMs) {
      throw new AppError("too_late", "A conversation can be reopened for 24 hours after its end.");
    }
    return [
      { type: "conversation.reopened", actor: { kind: "agent", id: ctx.actor.id }, body: { agentId: ctx.actor.id } },
    ];
  });
  return reopened.catch((error) => {
    if (isUniqueViolation(error))
      throw new AppError("conflict", "The customer has begun a new conversation since. Take that one.");
    throw error;
  });
}
