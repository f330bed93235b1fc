import type { WireEvent } from "@yingda/contract/conversation";
import type { CustomerCtx } from "../context.ts";
import * as queries from "./queries.ts";
import { type Loaded, listEvents, toLoaded } from "./reading.ts";
import { toMarks, toState } from "./rows.ts";

/** A customer's own conversations, and nobody else's. */

export async function loadLatest(ctx: CustomerCtx): Promise<Omit<Loaded, "customerName"> | null> {
  const [row] = await queries.listOfCustomer(ctx.db, ctx.shopId, ctx.actor.id, null, 1);
  return row ? { state: toState(row), marks: toMarks(row) } : null;
}

export async function listHistory(
  ctx: CustomerCtx,
  before: string | null,
  limit: number,
): Promise<{ items: (Omit<Loaded, "customerName"> & { events: WireEvent[] })[]; more: boolean }> {
  const found = await queries.listOfCustomer(ctx.db, ctx.shopId, ctx.actor.id, before, limit + 1);
  const items = await Promise.all(
    found.slice(0, limit).map(async (row) => ({
      state: toState(row),
      marks: toMarks(row),
      events: await listEvents(ctx, row.conversation_id as string),
    })),
  );
  return { items, more: found.length > limit };
}

export async function markReadByCustomer(
  ctx: CustomerCtx,
  seq: number,
  tell: (agentId: string, conversationId: string, seq: number) => void,
): Promise<void> {
  const current = await queries.findCurrent(ctx.db, ctx.shopId, ctx.actor.id);
  if (!current) return;
  const row = await queries.markReadByCustomer(ctx.db, ctx.shopId, current.conversation_id, ctx.actor.id, seq);
  if (!row) return;
  const { state, marks } = toLoaded(row);
  if (state.agentId) tell(state.agentId, state.conversationId, marks.customerReadSeq);
}
