import type { EventType } from "@yingda/contract/events";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import type { ConversationRow } from "./rows.ts";
import { turnOf } from "./turn.ts";

export const findCurrent = (db: Db, shopId: string, customerId: string) =>
  firstRow(
    db,
    sql<{ conversation_id: string }>`
    select conversation_id from conversation where shop_id = ${shopId} and customer_id = ${customerId}
     order by started_at desc, conversation_id desc limit 1`,
  );

export const findConversation = (db: Db | Tx, shopId: string, conversationId: string) =>
  firstRow(
    db,
    sql<ConversationRow & { customer_name: string }>`
    select c.*, u.name as customer_name from conversation c join customer u using (shop_id, customer_id)
     where c.shop_id = ${shopId} and c.conversation_id = ${conversationId}`,
  );

export const listOfCustomer = (db: Db, shopId: string, customerId: string, before: string | null, limit: number) =>
  rows(
    db,
    sql<ConversationRow>`
    select * from conversation
     where shop_id = ${shopId} and customer_id = ${customerId}
       and (${before}::uuid is null or (started_at, conversation_id) <
            (select started_at, conversation_id from conversation where shop_id = ${shopId} and conversation_id = ${before}::uuid))
     order by started_at desc, conversation_id desc limit ${limit}`,
  );

export type EventRow = {
  conversation_id: string;
  seq: number;
  type: EventType;
  actor_kind: string;
  actor_id: string | null;
  at: Date;
  client_id: string | null;
  body: unknown;
};

export const listEvents = (db: Db, shopId: string, conversationId: string, after: number) =>
  rows(
    db,
    sql<EventRow>`
    select conversation_id, seq, type, actor_kind, actor_id, at, client_id, body from event
     where shop_id = ${shopId} and conversation_id = ${conversationId} and seq > ${after} order by seq`,
  );

export const findEvent = (db: Db, shopId: string, conversationId: string, seq: number) =>
  firstRow(
    db,
    sql<EventRow>`
    select conversation_id, seq, type, actor_kind, actor_id, at, client_id, body from event
     where shop_id = ${shopId} and conversation_id = ${conversationId} and seq = ${seq}`,
  );

export const findEventType = async (db: Db, shopId: string, conversationId: string, seq: number) =>
  (await findEvent(db, shopId, conversationId, seq))?.type ?? null;

export const listIdle = (db: Db, shopId: string, before: Date) =>
  rows(
    db,
    sql<{ conversation_id: string }>`
    select conversation_id from conversation
     where shop_id = ${shopId} and handling in ('bot', 'agent') and last_customer_at < ${before}
       and not (handling = 'agent' and waiting_since is not null)
     order by last_customer_at limit 200`,
  );

export const markReadByCustomer = (db: Db, shopId: string, conversationId: string, customerId: string, seq: number) =>
  firstRow(
    db,
    sql<ConversationRow & { customer_name: string }>`
    update conversation c set customer_read_seq = least(${seq}, c.last_seq) from customer u
     where c.shop_id = ${shopId} and c.conversation_id = ${conversationId} and c.customer_id = ${customerId} and c.customer_read_seq < ${seq}
       and u.shop_id = c.shop_id and u.customer_id = c.customer_id
    returning c.*, u.name as customer_name`,
  );

/** Also counts the customer's messages up to there, so that "unread" is one subtraction. */
export const markReadByAgent = (db: Db, shopId: string, conversationId: string, seq: number) =>
  firstRow(
    db,
    sql<ConversationRow & { customer_name: string }>`
    update conversation c
       set agent_read_seq = least(${seq}, c.last_seq),
           agent_read_messages = (
             select count(*) from event e
              where e.shop_id = ${shopId} and e.conversation_id = ${conversationId} and e.seq <= ${seq}
                and e.actor_kind = 'customer' and e.type in ('message.sent', 'offline_message.left'))
      from customer u
     where c.shop_id = ${shopId} and c.conversation_id = ${conversationId} and c.agent_read_seq < ${seq}
       and u.shop_id = c.shop_id and u.customer_id = c.customer_id
    returning c.*, u.name as customer_name`,
  );

export type ListFilter = {
  scope: "mine" | "queue" | "open" | "all";
  staffId: string;
  mayOversee: boolean;
  search?: string;
  handling?: string;
  agentId?: string;
  channel?: string;
  customerId?: string;
  from?: string;
  to?: string;
  cursor?: { at: string; id: string };
  /** Who can't wait stands before those who came little earlier. */
  isUrgentFirst: boolean;
  limit: number;
};

export function listConversations(db: Db, shopId: string, filter: ListFilter) {
  const conditions = [sql`c.shop_id = ${shopId}`];
  if (filter.scope === "mine") conditions.push(sql`c.agent_id = ${filter.staffId} and c.handling = 'agent'`);
  if (filter.scope === "queue") conditions.push(sql`c.handling in ('queue', 'message')`);
  if (filter.scope === "open") conditions.push(sql`c.handling in ('bot', 'requested', 'queue', 'agent', 'message')`);
  // What an agent can't see is not there.
  if (!filter.mayOversee) {
    // Who serves a customer now may read what was before.
    const isTheirCustomer = filter.customerId
      ? sql`exists (select 1 from conversation now where now.shop_id = ${shopId} and now.customer_id = ${filter.customerId}
                       and now.handling = 'agent' and now.agent_id = ${filter.staffId})`
      : sql`false`;
    conditions.push(sql`(c.agent_id = ${filter.staffId} or c.handling in ('queue', 'message') or ${isTheirCustomer})`);
  }
  if (filter.handling) conditions.push(sql`c.handling = ${filter.handling}`);
  if (filter.agentId) conditions.push(sql`c.agent_id = ${filter.agentId}`);
  if (filter.channel) conditions.push(sql`c.channel = ${filter.channel}`);
  if (filter.customerId) conditions.push(sql`c.customer_id = ${filter.customerId}`);
  if (filter.from) conditions.push(sql`c.started_at >= ${filter.from}`);
  if (filter.to) conditions.push(sql`c.started_at < ${filter.to}`);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(sql`(u.name ilike ${like} or c.preview_text ilike ${like})`);
  }
  const turn = turnOf("c", filter.isUrgentFirst);
  if (filter.cursor) {
    conditions.push(
      filter.scope === "queue"
        ? sql`(${turn}, c.conversation_id) > (${filter.cursor.at}::timestamptz, ${filter.cursor.id}::uuid)`
        : sql`(c.last_event_at, c.conversation_id) < (${filter.cursor.at}::timestamptz, ${filter.cursor.id}::uuid)`,
    );
  }
  const order =
    filter.scope === "queue" ? sql`${turn}, c.conversation_id` : sql`c.last_event_at desc, c.conversation_id desc`;
  return rows(
    db,
    sql<ConversationRow & { customer_name: string; turn_at: Date | null }>`
    select c.*, ${turn} as turn_at, u.name as customer_name from conversation c join customer u using (shop_id, customer_id)
     where ${sql.join(conditions, sql` and `)} order by ${order} limit ${filter.limit}`,
  );
}

export const countScopes = async (db: Db, shopId: string, staffId: string) =>
  (await firstRow(
    db,
    sql<{ mine: number; queue: number; open: number }>`
    select (select count(*) from conversation where shop_id = ${shopId} and handling = 'agent' and agent_id = ${staffId}) as mine,
           (select count(*) from conversation where shop_id = ${shopId} and handling in ('queue', 'message')) as queue,
           (select count(*) from conversation where shop_id = ${shopId} and handling <> 'closed') as open`,
  ))!;

export const listRatingsOfCustomer = (db: Db, shopId: string, customerId: string) =>
  rows(
    db,
    sql<{ stars: number; at: Date }>`
    select rating as stars, last_event_at as at from conversation
     where shop_id = ${shopId} and customer_id = ${customerId} and rating is not null order by started_at desc limit 10`,
  );

export const countOfCustomer = async (db: Db, shopId: string, customerId: string) =>
  (await firstRow(
    db,
    sql<{
      n: number;
    }>`select count(*) as n from conversation where shop_id = ${shopId} and customer_id = ${customerId}`,
  ))!.n;

export const isServingCustomer = async (db: Db, shopId: string, customerId: string, staffId: string) =>
  (await firstRow(
    db,
    sql`
    select 1 from conversation where shop_id = ${shopId} and customer_id = ${customerId}
       and handling = 'agent' and agent_id = ${staffId} limit 1`,
  )) !== null;

export const hasServed = async (db: Db, shopId: string, conversationId: string, staffId: string) =>
  (await firstRow(
    db,
    sql`
    select 1 from event where shop_id = ${shopId} and conversation_id = ${conversationId}
       and actor_kind = 'agent' and actor_id = ${staffId} limit 1`,
  )) !== null;
