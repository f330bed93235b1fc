import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { type ConversationRow, stateColumns, toRow } from "./rows.ts";
import { applyEvent, emptyState } from "./state.ts";

/**
 * Conversations that happened elsewhere or earlier, written whole: the same events and the same folded state as live
 * ones, without pushes and reactions. What is already here (same id) stays as it is, so a repeat changes nothing.
 */
export type PastConversation = {
  conversationId: string;
  customerId: string;
  channel: string;
  origin: "import" | "demo";
  events: (NewEvent & { at: string })[];
};

export type PastCustomer = { customerId: string; name: string; locale: string; firstSeenAt: string };

const columns = sql.raw(stateColumns.join(", "));

/** Returns how many conversations were new. */
export async function backfill(
  ctx: Ctx,
  { customers, conversations }: { customers: PastCustomer[]; conversations: PastConversation[] },
): Promise<number> {
  const states: ConversationRow[] = [];
  const events: Record<string, unknown>[] = [];
  for (const past of conversations) {
    const { shopId } = ctx;
    const { conversationId, customerId, channel, origin } = past;
    let state = emptyState({ shopId, conversationId, customerId, channel, origin }, past.events[0]!.at);
    past.events.forEach((event, i) => {
      const numbered = { ...event, seq: i + 1 } as ConversationEvent;
      state = applyEvent(state, numbered);
      const { actor } = numbered;
      events.push({
        conversation_id: conversationId,
        seq: numbered.seq,
        type: numbered.type,
        actor_kind: actor.kind,
        actor_id: "id" in actor ? actor.id : null,
        at: numbered.at,
        body: numbered.body,
      });
    });
    states.push(toRow(state));
  }
  const origin = conversations[0]?.origin ?? "import";
  const added = await ctx.db.transaction().execute(async (tx) => {
    await rows(
      tx,
      sql`
      insert into customer (shop_id, customer_id, name, locale, origin, first_seen_at)
      select ${ctx.shopId}::uuid, c."customerId", c.name, c.locale, ${origin}, c."firstSeenAt"
        from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) as c ("customerId" uuid, name text, locale text, "firstSeenAt" timestamptz)
      on conflict (shop_id, customer_id) do nothing`,
    );
    const fresh = await rows(
      tx,
      sql<{ conversation_id: string }>`
      insert into conversation (${columns}, agent_read_messages, classified_seq)
      select ${columns}, customer_messages, case origin when 'demo' then last_seq else 0 end from jsonb_populate_recordset(null::conversation, ${JSON.stringify(states)}::jsonb)
      on conflict (shop_id, conversation_id) do nothing returning conversation_id`,
    );
    const isFresh = new Set(fresh.map((row) => row.conversation_id));
    const written = events.filter((event) => isFresh.has(event.conversation_id as string));
    await rows(
      tx,
      sql`
      insert into event (shop_id, conversation_id, seq, type, actor_kind, actor_id, at, body)
      select ${ctx.shopId}::uuid, e.conversation_id, e.seq, e.type, e.actor_kind, e.actor_id, e.at, e.body
        from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
          as e (conversation_id uuid, seq int, type text, actor_kind text, actor_id text, at timestamptz, body jsonb)`,
    );
    return isFresh.size;
  });
  if (added > 0) ctx.bus.tell("history.changed", { shopId: ctx.shopId });
  return added;
}
