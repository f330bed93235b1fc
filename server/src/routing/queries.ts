import type pg from "pg";
import type { ConversationRow } from "../conversations/rows.ts";
import { turnOf, turnText } from "../conversations/turn.ts";
import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

/** Seats and the queue. The statements of one assignment run on one connection, behind the shop's lock. */

export type FreeAgent = { staffId: string; load: number; capacity: number; assignedAt: Date | null };

/** One assignment at a time per shop: two nodes can't give the same seat. Does not hold up those who only refer to the shop. */
export const lockShop = (client: pg.ClientBase, shopId: string) =>
  client.query({
    name: "routing-lock",
    text: "select 1 from shop where shop_id = $1 for no key update",
    values: [shopId],
  });

const withLoad = `
  select s.staff_id as "staffId", s.capacity, s.status, s.assigned_at as "assignedAt",
         (select count(*) from conversation c where c.shop_id = s.shop_id and c.agent_id = s.staff_id::text and c.handling = 'agent') as load
    from staff s where s.shop_id = $1 and not s.is_disabled`;

export async function listFreeAgents(client: pg.ClientBase, shopId: string): Promise<FreeAgent[]> {
  const text = `select * from (${withLoad} and s.status = 'online') a where load < capacity`;
  return (await client.query<FreeAgent>({ name: "routing-free", text, values: [shopId] })).rows;
}

export async function findSeat(
  client: pg.ClientBase,
  shopId: string,
  staffId: string,
): Promise<(FreeAgent & { status: string }) | null> {
  const text = `${withLoad} and s.staff_id = $2`;
  return (await client.query({ name: "routing-seat", text, values: [shopId, staffId] })).rows[0] ?? null;
}

export async function countOnline(client: pg.ClientBase, shopId: string): Promise<number> {
  const text = "select count(*) as n from staff where shop_id = $1 and status = 'online' and not is_disabled";
  return (await client.query({ name: "routing-online", text, values: [shopId] })).rows[0].n;
}

export async function countQueue(client: pg.ClientBase, shopId: string): Promise<number> {
  const text = "select count(*) as n from conversation where shop_id = $1 and handling = 'queue'";
  return (await client.query({ name: "routing-queue-length", text, values: [shopId] })).rows[0].n;
}

export async function listQueue(
  client: pg.ClientBase,
  shopId: string,
  { isUrgentFirst, limit }: { isUrgentFirst: boolean; limit: number },
): Promise<{ conversationId: string; queuedAt: Date }[]> {
  const text = `
    select conversation_id as "conversationId", queued_at as "queuedAt" from conversation c
     where shop_id = $1 and handling = 'queue'
     order by priority desc, ${turnText("c", isUrgentFirst)}, conversation_id limit $2`;
  const name = isUrgentFirst ? "routing-queue-urgent" : "routing-queue";
  return (await client.query({ name, text, values: [shopId, limit] })).rows;
}

export const noteAssigned = (client: pg.ClientBase, shopId: string, staffIds: string[], at: Date) =>
  client.query({
    name: "routing-assigned",
    text: "update staff set assigned_at = $3 where shop_id = $1 and staff_id = any($2::uuid[])",
    values: [shopId, staffIds, at],
  });

export const listWaiting = (db: Db, shopId: string, isUrgentFirst: boolean) =>
  rows(
    db,
    sql<ConversationRow>`
    select c.* from conversation c where shop_id = ${shopId} and handling = 'queue'
     order by priority desc, ${turnOf("c", isUrgentFirst)}, conversation_id`,
  );

export const findPosition = async (db: Db, shopId: string, conversationId: string, isUrgentFirst: boolean) =>
  (
    await firstRow(
      db,
      sql<{ position: number }>`
    select count(*) as position from conversation c
      join conversation me on me.shop_id = c.shop_id and me.conversation_id = ${conversationId}
     where c.shop_id = ${shopId} and c.handling = 'queue' and me.handling = 'queue'
       and (-c.priority, ${turnOf("c", isUrgentFirst)}, c.conversation_id)
           <= (-me.priority, ${turnOf("me", isUrgentFirst)}, me.conversation_id)`,
    )
  )?.position || null;

/** When people were connected lately, newest first: how fast the queue moves. */
export const listRecentConnects = (db: Db, shopId: string, since: Date) =>
  rows(
    db,
    sql<{ at: Date }>`
    select connected_at as at from conversation
     where shop_id = ${shopId} and connected_at > ${since} and last_event_at > ${since} order by connected_at desc limit 20`,
  );

/** Shops where something waits for routing: asked-for people not yet queued, or a queue. For the sweep. */
export const listShopsWithWaiting = (db: Db) =>
  rows(
    db,
    sql<{ shop_id: string; conversation_id: string; handling: string }>`
    select shop_id, conversation_id, handling from conversation where handling = 'requested'
    union all
    select distinct on (shop_id) shop_id, conversation_id, handling from conversation where handling = 'queue'`,
  );
