import type { Sentiment } from "@yingda/contract/events";
import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

export type NodeRow = {
  intent_key: string;
  parent_key: string | null;
  name_zh: string;
  name_en: string;
  position: number;
  is_retired: boolean;
  uses_built_in: boolean;
};

export const listNodes = (db: Db, shopId: string) =>
  rows(
    db,
    sql<NodeRow>`
    select intent_key, parent_key, name_zh, name_en, position, is_retired, uses_built_in
      from intent where shop_id = ${shopId} order by position, intent_key`,
  );

export const writeNodes = (db: Db, shopId: string, nodes: NodeRow[]) =>
  rows(
    db,
    sql`
    insert into intent (shop_id, intent_key, parent_key, name_zh, name_en, position, is_retired, uses_built_in)
    select ${shopId}::uuid, n.intent_key, n.parent_key, n.name_zh, n.name_en, n.position, n.is_retired, n.uses_built_in
      from jsonb_populate_recordset(null::intent, ${JSON.stringify(nodes)}::jsonb) as n
    on conflict (shop_id, intent_key) do update
       set parent_key = excluded.parent_key, name_zh = excluded.name_zh, name_en = excluded.name_en,
           position = excluded.position, is_retired = excluded.is_retired, uses_built_in = excluded.uses_built_in`,
  );

export type ExampleRow = {
  example_id: string;
  intent_key: string;
  text: string;
  origin: "own" | "correction";
  conversation_id: string | null;
  /** It looked wrong, and somebody said that it is right. */
  is_confirmed: boolean;
};

/** Newest first: when there are more than can be learned, the latest count. */
export const listExamples = (
  db: Db,
  shopId: string,
  { intentKey = null, limit }: { intentKey?: string | null; limit: number },
) =>
  rows(
    db,
    sql<ExampleRow>`
    select example_id, intent_key, text, origin, conversation_id, is_confirmed from intent_example
     where shop_id = ${shopId} and (${intentKey}::text is null or intent_key = ${intentKey})
     order by created_at desc, example_id desc limit ${limit}`,
  );

export const countExamples = (db: Db, shopId: string) =>
  rows(
    db,
    sql<{ intent_key: string; own: number; corrections: number }>`
    select intent_key, count(*) filter (where origin = 'own') as own, count(*) filter (where origin = 'correction') as corrections
      from intent_example where shop_id = ${shopId} group by intent_key`,
  );

/** The shop's own phrasings of an intent, replaced as a whole; they are in the order given. */
export const replaceOwnExamples = (
  db: Db,
  shopId: string,
  intentKey: string,
  examples: { exampleId: string; text: string }[],
  { at, staffId }: { at: Date; staffId: string },
) =>
  rows(
    db,
    sql`
    with gone as (
      delete from intent_example where shop_id = ${shopId} and intent_key = ${intentKey} and origin = 'own'
    )
    insert into intent_example (shop_id, example_id, intent_key, text, origin, created_at, created_by)
    select ${shopId}::uuid, e."exampleId", ${intentKey}, e.text, 'own', ${at}::timestamptz, ${staffId}::uuid
      from jsonb_to_recordset(${JSON.stringify(examples)}::jsonb) as e ("exampleId" uuid, text text)`,
  );

export const deleteCorrections = (db: Db, shopId: string, intentKey: string, exampleIds: string[]) =>
  rows(
    db,
    sql`delete from intent_example
         where shop_id = ${shopId} and intent_key = ${intentKey} and origin = 'correction' and example_id = any(${exampleIds}::uuid[])`,
  );

/** A conversation teaches one intent: the last it was said to have. */
export const writeCorrection = (
  db: Db,
  shopId: string,
  example: { exampleId: string; conversationId: string; intentKey: string; text: string; at: Date; staffId: string },
) =>
  rows(
    db,
    sql`
    insert into intent_example (shop_id, example_id, intent_key, text, origin, conversation_id, created_at, created_by)
    values (${shopId}, ${example.exampleId}, ${example.intentKey}, ${example.text}, 'correction', ${example.conversationId}, ${example.at}, ${example.staffId})
    on conflict (shop_id, conversation_id) where origin = 'correction' do update
       set intent_key = excluded.intent_key, text = excluded.text, created_at = excluded.created_at,
           created_by = excluded.created_by, is_confirmed = false`,
  );

export const findExample = (db: Db, shopId: string, exampleId: string) =>
  firstRow(
    db,
    sql<ExampleRow>`
    select example_id, intent_key, text, origin, conversation_id, is_confirmed from intent_example
     where shop_id = ${shopId} and example_id = ${exampleId}`,
  );

export const confirmExample = (db: Db, shopId: string, exampleId: string) =>
  rows(db, sql`update intent_example set is_confirmed = true where shop_id = ${shopId} and example_id = ${exampleId}`);

export const moveExample = (db: Db, shopId: string, exampleId: string, intentKey: string) =>
  rows(
    db,
    sql`
    update intent_example set intent_key = ${intentKey}, is_confirmed = true
     where shop_id = ${shopId} and example_id = ${exampleId}`,
  );

export const deleteExample = (db: Db, shopId: string, exampleId: string) =>
  rows(db, sql`delete from intent_example where shop_id = ${shopId} and example_id = ${exampleId}`);

export type FeelingRow = { conversation_id: string; sentiment: Sentiment; text: string; is_confirmed: boolean };

/** What people said of feelings, newest first. */
export const listFeelings = (db: Db, shopId: string, { limit }: { limit: number }) =>
  rows(
    db,
    sql<FeelingRow>`
    select conversation_id, sentiment, text, is_confirmed from feeling_example
     where shop_id = ${shopId} order by created_at desc, conversation_id limit ${limit}`,
  );

export const writeFeeling = (
  db: Db,
  shopId: string,
  feeling: { conversationId: string; sentiment: Sentiment; text: string; at: Date; staffId: string },
) =>
  rows(
    db,
    sql`
    insert into feeling_example (shop_id, conversation_id, sentiment, text, created_at, created_by)
    values (${shopId}, ${feeling.conversationId}, ${feeling.sentiment}, ${feeling.text}, ${feeling.at}, ${feeling.staffId})
    on conflict (shop_id, conversation_id) do update
       set sentiment = excluded.sentiment, text = excluded.text, created_at = excluded.created_at,
           created_by = excluded.created_by, is_confirmed = false`,
  );

export const confirmFeeling = (db: Db, shopId: string, conversationId: string) =>
  rows(
    db,
    sql`
    update feeling_example set is_confirmed = true
     where shop_id = ${shopId} and conversation_id = ${conversationId} returning conversation_id`,
  );

export const deleteFeeling = (db: Db, shopId: string, conversationId: string) =>
  rows(
    db,
    sql`
    delete from feeling_example where shop_id = ${shopId} and conversation_id = ${conversationId} returning conversation_id`,
  );

export const deleteCorrectionOf = (db: Db, shopId: string, conversationId: string) =>
  rows(
    db,
    sql`delete from intent_example
         where shop_id = ${shopId} and conversation_id = ${conversationId} and origin = 'correction' returning example_id`,
  );

export const countConversations = (db: Db, shopId: string, since: Date) =>
  rows(
    db,
    sql<{ intent: string | null; n: number }>`
    select intent, count(*) as n from conversation
     where shop_id = ${shopId} and started_at >= ${since} and customer_messages > 0 group by intent`,
  );

export type Unclassified = {
  conversation_id: string;
  origin: "live" | "import" | "demo";
  last_seq: number;
  classified_seq: number;
};

type Staleness = { asOf: Date; quietMs: number };

/** Ended, or nothing said for a while; logs from elsewhere may be ahead of our clock. */
const isReady = ({ asOf, quietMs }: Staleness) =>
  sql`(c.handling = 'closed' or c.last_event_at <= ${new Date(asOf.getTime() - quietMs)} or c.last_event_at > ${asOf})`;

/** The latest first: an import must not keep today's conversations waiting. */
export const listUnclassified = (db: Db, shopId: string, { limit, ...stale }: Staleness & { limit: number }) =>
  rows(
    db,
    sql<Unclassified>`
    select c.conversation_id, c.origin, c.last_seq, c.classified_seq from conversation c
     where c.shop_id = ${shopId} and c.classified_seq < c.last_seq and ${isReady(stale)}
     order by c.last_event_at desc limit ${limit}`,
  );

export const listShopsToClassify = async (db: Db, stale: Staleness) =>
  (
    await rows(
      db,
      sql<{ shop_id: string }>`
      select s.shop_id from shop s where s.is_ready and exists (
        select 1 from conversation c
         where c.shop_id = s.shop_id and c.classified_seq < c.last_seq and ${isReady(stale)})`,
    )
  ).map((row) => row.shop_id);

export type WordRow = { conversation_id: string; seq: number; type: string; actor_kind: string; body: unknown };

/** Of each log what the customer said and pointed at, and what was said about it. */
export const listWords = (db: Db, shopId: string, conversationIds: string[]) =>
  rows(
    db,
    sql<WordRow>`
    select conversation_id, seq, type, actor_kind, body from event
     where shop_id = ${shopId} and conversation_id = any(${conversationIds}::uuid[])
       and (type in ('conversation.started', 'conversation.classified', 'offline_message.left', 'hot_question.clicked', 'option.clicked')
            or type = 'message.sent' and (actor_kind = 'customer' or body -> 'content' ->> 'kind' = 'product'))
     order by conversation_id, seq`,
  );
