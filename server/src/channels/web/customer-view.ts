import type { CustomerView } from "@yingda/contract/conversation";
import type { Ctx } from "../../context.ts";
import type { ReadMarks } from "../../conversations/rows.ts";
import type { ConversationState } from "../../conversations/state.ts";
import { describeQueue, type Place } from "../../routing/routing.ts";
import { findNameOf } from "../../staff/staff.ts";

/** What the customer's window shows beside the events: who is in charge, the place in the queue, whether to rate. */
export async function describeForCustomer(
  ctx: Ctx,
  state: ConversationState,
  marks: ReadMarks,
  /** Where it is known already. */
  place?: Place,
): Promise<CustomerView> {
  const [agentName, queue] = await Promise.all([
    state.agentId && state.handling !== "bot" ? findNameOf(ctx, state.agentId) : null,
    state.handling === "queue" ? (place ?? describeQueue(ctx, state.conversationId)) : null,
  ]);
  return {
    conversationId: state.conversationId,
    handling: state.handling,
    lastSeq: state.lastSeq,
    agentName,
    queue,
    agentReadSeq: marks.agentReadSeq,
    canRate: canRate(state),
  };
}

/** Once invited, or after the end where a person or an answer was there to rate; not again after a rating. */
function canRate(state: ConversationState): "bot" | "human" | null {
  if (state.rating !== null && state.ratingTarget === (state.hadAgent ? "human" : "bot")) return null;
  if (state.hadAgent && (state.ratingInvited === "human" || state.handling === "closed" || state.handling === "agent"))
    return "human";
  if (!state.hadAgent && state.answeredSeq > 0 && (state.handling === "closed" || state.handling === "bot"))
    return "bot";
  return null;
}
