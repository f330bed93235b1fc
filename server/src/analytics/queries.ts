import type { FactName } from "@yingda/measures/facts";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import { columnNames, tableName } from "./fact-tables.ts";

/** What the fold reads and writes. */

/** Holds the shop until the transaction ends and says what its facts were folded with. */
export async function lockFacts(tx: Tx, shopId: string): Promise<{ number: number; settings: string }> {
  await rows(
    tx,
    sql`insert into fact_settings (shop_id, number, settings) values (${shopId}, 0, '') on conflict do nothing`,
  );
  return (await firstRow(
    tx,
    sql<{ number: number; settings: string }>`
    select number, settings from fact_settings where shop_id = ${shopId} for update`,
  ))!;
}

export const writeSettings = (
  tx: Tx,
  shopId: string,
  { number, fingerprint, returnHours }: { number: number; fingerprint: string; returnHours: number },
) =>
  rows(
    tx,
    sql`
    update fact_settings set number = ${number}, settings = ${fingerprint}, return_hours = ${returnHours}
     where shop_id = ${shopId}`,
  );

export type Unfolded = { conversation_id: string; customer_id: string; handling: string; last_seq: number };

type Quiet = { asOf: Date; quietMs: number };
type Staleness = Quiet & { returnHours: number };

/** Grown logs first, the latest before all: an import must not keep today's figures waiting. */
export const listUnfolded = (
  tx: Tx,
  shopId: string,
  { asOf, quietMs, returnHours, settingsNumber, limit }: Staleness & { settingsNumber: number; limit: number },
) =>
  rows(
    tx,
    sql<Unfolded>`
    with stale as (
      (select conversation_id, 0 as rank, last_event_at as at from conversation
        where shop_id = ${shopId} and folded_seq < last_seq and ${isQuiet(asOf, quietMs)}
        order by last_event_at desc limit ${limit})
      union all
      (select conversation_id, 1, turn_due_at from fact_conversation
        where shop_id = ${shopId} and turn_due_at <= ${asOf} limit ${limit})
      union all
      (select conversation_id, 2, ended_at from fact_conversation
        where shop_id = ${shopId} and is_returned is null and ended_at <= ${agoHours(asOf, returnHours)} limit ${limit})
      union all
      (select conversation_id, 3, started_at from fact_conversation
        where shop_id = ${shopId} and settings_number < ${settingsNumber} limit ${limit})
    ), once as (
      select conversation_id, min(rank) as rank, max(at) as at from stale group by conversation_id
    )
    select c.conversation_id, c.customer_id, c.handling, c.last_seq
      from once join conversation c on c.shop_id = ${shopId} and c.conversation_id = once.conversation_id
     order by once.rank, once.at desc limit ${limit}`,
  );

/** Shops in which listUnfolded would find something, those whose settings have changed excepted. */
export const listShopsToFold = async (db: Db, { asOf, quietMs }: Quiet) =>
  (
    await rows(
      db,
      sql<{ shop_id: string }>`
    select shop_id from conversation where folded_seq < last_seq and ${isQuiet(asOf, quietMs)}
    union select shop_id from fact_conversation where turn_due_at <= ${asOf}
    union select s.shop_id from fact_settings s
           where exists (select 1 from fact_conversation f where f.shop_id = s.shop_id and f.is_returned is null
                            and f.ended_at <= ${asOf}::timestamptz - make_interval(hours => s.return_hours))
    union select s.shop_id from fact_settings s
           where exists (select 1 from fact_conversation f where f.shop_id = s.shop_id and f.settings_number < s.number)`,
    )
  ).map((row) => row.shop_id);

/** Logs from elsewhere may be ahead of our clock; they are not being added to. */
const isQuiet = (asOf: Date, quietMs: number) =>
  sql`(last_event_at <= ${new Date(asOf.getTime() - quietMs)} or last_event_at > ${asOf})`;

const agoHours = (asOf: Date, hours: number) => new Date(asOf.getTime() - hours * 3_600_000);

export type LoggedEvent = {
  conversation_id: string;
  seq: number;
  type: string;
  actor_kind: string;
  actor_id: string | null;
  at: Date;
  client_id: string | null;
  body: unknown;
};

/** The logs of many conversations, each in its order; without the rich form of answers, which measures nothing. */
export const listLogs = (db: Db | Tx, shopId: string, conversationIds: string[]) =>
  rows(
    db,
    sql<LoggedEvent>`
    select conversation_id, seq, type, actor_kind, actor_id, at, client_id, body - 'html' as body from event
     where shop_id = ${shopId} and conversation_id = any(${conversationIds}::uuid[]) order by conversation_id, seq`,
  );

/** The rows of every other kind of fact go with it. */
export const deleteFacts = (tx: Tx, shopId: string, conversationIds: string[]) =>
  rows(
    tx,
    sql`delete from fact_conversation where shop_id = ${shopId} and conversation_id = any(${conversationIds}::uuid[])`,
  );

export async function insertFacts(
  tx: Tx,
  shopId: string,
  fact: FactName,
  facts: Record<string, unknown>[],
  ofFold: string[] = [],
): Promise<void> {
  if (facts.length === 0) return;
  const names = [...columnNames(fact), ...ofFold.map((name) => [name, name] as const)];
  const records = facts.map((row) => Object.fromEntries(names.map(([column, name]) => [name, row[column]])));
  const columns = sql.join(names.map(([, name]) => sql.ref(name)));
  const table = sql.table(tableName(fact));
  await rows(
    tx,
    sql`
    insert into ${table} (shop_id, ${columns})
    select ${shopId}::uuid, ${columns} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb)`,
  );
}

/**
 * Plans made while the tables were empty are kept while an import fills them, and look every row's conversation up the
 * long way; the database would notice after a minute. Says nothing new once the tables are known to hold something.
 */
export async function learnSizes(tx: Tx, conversations: number): Promise<void> {
  const known = await firstRow(
    tx,
    sql<{ rows: number }>`select reltuples as rows from pg_class where oid = 'fact_conversation'::regclass`,
  );
  if ((known?.rows ?? 0) < conversations) await rows(tx, sql`analyze fact_conversation`);
}

/**
 * measures' linkContacts as SQL: whether the same customer was back about the same thing in time. It concerns the
 * given conversations and those before them that they may be the return of. Step by step (materialized), because of a
 * shop it has no statistics of yet the planner believes that any index will do.
 */
export const linkContacts = (
  tx: Tx,
  shopId: string,
  conversationIds: string[],
  { asOf, returnHours }: Pick<Staleness, "asOf" | "returnHours">,
) => {
  const patience = sql`make_interval(hours => ${returnHours})`;
  return rows(
    tx,
    sql`
    with asked as materialized (
      select ${shopId}::uuid as shop_id, unnest(${conversationIds}::uuid[]) as conversation_id
    ), given as materialized (
      select f.shop_id, f.conversation_id, f.customer_id, f.intent, f.started_at, f.ended_at, f.is_returned
        from asked join fact_conversation f using (shop_id, conversation_id)
       where f.ended_at is not null
    ), concerned as materialized (
      select * from given
      union
      select f.shop_id, f.conversation_id, f.customer_id, f.intent, f.started_at, f.ended_at, f.is_returned
        from given join fact_conversation f on f.shop_id = given.shop_id and f.customer_id = given.customer_id
         and f.started_at < given.started_at and f.ended_at >= given.started_at - ${patience}
    ), judged as materialized (
      select c.shop_id, c.conversation_id, c.is_returned as before,
             case when exists (
                    select 1 from fact_conversation o
                     where o.shop_id = c.shop_id and o.customer_id = c.customer_id
                       and o.conversation_id <> c.conversation_id and o.ended_at is not null
                       and o.started_at > c.started_at and o.started_at <= c.ended_at + ${patience}
                       and (o.intent is null or c.intent is null or o.intent = c.intent)) then true
                  when c.ended_at + ${patience} <= ${asOf} then false
             end as now
        from concerned c
    )
    update fact_conversation f set is_returned = judged.now from judged
     where f.shop_id = judged.shop_id and f.conversation_id = judged.conversation_id
       and judged.now is distinct from judged.before`,
  );
};
