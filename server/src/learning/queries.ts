import type { WireEvent } from "@yingda/contract/conversation";
import type { HintSource } from "@yingda/contract/routes/learning";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import type { Hint } from "./hints.ts";

export type Ungathered = { conversation_id: string; last_seq: number };
type Staleness = { asOf: Date; quietMs: number };

/** Ended, or nothing said for a moment; logs from elsewhere may be ahead of our clock. */
const isReady = ({ asOf, quietMs }: Staleness) =>
  sql`(c.handling = 'closed' or c.last_event_at <= ${new Date(asOf.getTime() - quietMs)} or c.last_event_at > ${asOf})`;

export const listShopsToGather = async (db: Db, stale: Staleness) =>
  (
    await rows(
      db,
      sql<{ shop_id: string }>`
      select s.shop_id from shop s where s.is_ready and exists (
        select 1 from conversation c
         where c.shop_id = s.shop_id and c.gathered_seq < c.last_seq and ${isReady(stale)})`,
    )
  ).map((row) => row.shop_id);

export const listUngathered = (db: Db, shopId: string, { limit, ...stale }: Staleness & { limit: number }) =>
  rows(
    db,
    sql<Ungathered>`
    select c.conversation_id, c.last_seq from conversation c
     where c.shop_id = ${shopId} and c.gathered_seq < c.last_seq and ${isReady(stale)}
     order by c.last_event_at desc limit ${limit}`,
  );

/** The logs of those in which anybody judged or could choose, as far as judging needs them. */
export const listJudgedLogs = (db: Db, shopId: string, conversationIds: string[], types: readonly string[]) =>
  rows(
    db,
    sql<{ conversation_id: string; seq: number; type: string; actor: WireEvent["actor"]; at: Date; body: unknown }>`
    select e.conversation_id, e.seq, e.type, e.at, e.body,
           jsonb_strip_nulls(jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id)) as actor
      from event e
     where e.shop_id = ${shopId} and e.conversation_id in (
             select distinct j.conversation_id from event j
              where j.shop_id = ${shopId} and j.conversation_id = any(${conversationIds}::uuid[])
                and (j.type = any(${[...types]}::text[]) or j.type = 'message.sent' and j.body ? 'fromEntryId'
                     or j.type = 'bot.answered' and j.body ->> 'outcome' = 'guided'))
       and e.type in ('message.sent', 'message.recalled', 'offline_message.left', 'bot.answered', 'hot_question.clicked',
                      'option.clicked', 'answer.rated', 'answer.labelled')
     order by e.conversation_id, e.seq`,
  );

type NewHint = Hint & { hintId: string; conversationId: string };

/** What is known already stays as it is; of entries that are gone there is nothing to learn. */
export const writeHints = (db: Db | Tx, shopId: string, hints: NewHint[], gatheredAt: Date) =>
  rows(
    db,
    sql`
    insert into learning_hint (shop_id, hint_id, text, source, verdict, entry_id, weight, conversation_id, asked_seq, event_seq, at, gathered_at, staff_id)
    select ${shopId}::uuid, h."hintId", h.text, h.source, h.verdict, h."entryId", h.weight, h."conversationId", h."askedSeq", h."eventSeq", h.at, ${gatheredAt}::timestamptz,
           (select s.staff_id from staff s where s.shop_id = ${shopId} and s.staff_id::text = h."staffId")
      from jsonb_to_recordset(${JSON.stringify(hints)}::jsonb)
        as h ("hintId" uuid, text text, source text, verdict text, "entryId" uuid, weight real, "conversationId" uuid, "askedSeq" int, "eventSeq" int, at timestamptz, "staffId" text)
     where exists (select 1 from conversation c where c.shop_id = ${shopId} and c.conversation_id = h."conversationId")
       and (h."entryId" is null or exists (
             select 1 from knowledge_entry k where k.shop_id = ${shopId} and k.entry_id = h."entryId"))
    on conflict (shop_id, conversation_id, event_seq) where conversation_id is not null do nothing`,
  );

export type HintRow = {
  hint_id: string;
  text: string;
  source: HintSource;
  verdict: "means" | "not";
  entry_id: string | null;
  question: string | null;
  weight: number;
  conversation_id: string | null;
  asked_seq: number | null;
  at: Date;
  review: "kept" | "dropped" | null;
};

const hintColumns = sql`h.hint_id, h.text, h.source, h.verdict, h.entry_id, h.weight, h.conversation_id, h.asked_seq, h.at, h.review,
  (select k.question from knowledge_entry k where k.shop_id = h.shop_id and k.entry_id = h.entry_id) as question`;

export const listHints = (
  db: Db,
  shopId: string,
  { source = null, limit, offset }: { source?: HintSource | null; limit: number; offset: number },
) =>
  rows(
    db,
    sql<HintRow>`
    select ${hintColumns} from learning_hint h
     where h.shop_id = ${shopId} and (${source}::text is null or h.source = ${source})
     order by h.at desc, h.hint_id desc limit ${limit} offset ${offset}`,
  );

export const findHints = (db: Db, shopId: string, hintIds: string[]) =>
  rows(
    db,
    sql<HintRow>`select ${hintColumns} from learning_hint h where h.shop_id = ${shopId} and h.hint_id = any(${hintIds}::uuid[])`,
  );

/** The latest count; what was dropped does not. */
export const listHintsToLearn = (db: Db, shopId: string, limit: number) =>
  rows(
    db,
    sql<HintRow>`
    select ${hintColumns} from learning_hint h
     where h.shop_id = ${shopId} and h.review is distinct from 'dropped'
     order by h.at desc, h.hint_id desc limit ${limit}`,
  );

export const countHints = async (
  db: Db,
  shopId: string,
  { source = null, since = null }: { source?: HintSource | null; since?: Date | null },
) =>
  (await firstRow(
    db,
    sql<{ hints: number; fresh: number }>`
    select count(*) as hints, count(*) filter (where ${since}::timestamptz is null or gathered_at > ${since}) as fresh
      from learning_hint where shop_id = ${shopId} and (${source}::text is null or source = ${source})`,
  ))!;

export const countHintsByDay = (db: Db, shopId: string, { since, zone }: { since: Date; zone: string }) =>
  rows(
    db,
    sql<{ day: string; source: HintSource; hints: number }>`
    select ((at at time zone ${zone})::date)::text as day, source, count(*) as hints from learning_hint
     where shop_id = ${shopId} and at >= ${since} group by 1, 2 order by 1, 2`,
  );

export const addHint = (
  db: Db,
  shopId: string,
  hint: {
    hintId: string;
    text: string;
    entryId: string | null;
    weight: number;
    at: Date;
    staffId: string;
    review: "kept" | null;
  },
) =>
  rows(
    db,
    sql`
    insert into learning_hint (shop_id, hint_id, text, source, verdict, entry_id, weight, at, gathered_at, staff_id, review)
    values (${shopId}, ${hint.hintId}, ${hint.text}, 'bench', 'means', ${hint.entryId}, ${hint.weight}, ${hint.at}, ${hint.at}, ${hint.staffId}, ${hint.review})`,
  );

/** With it all that say the same of the same text. */
export const dropHint = (db: Db, shopId: string, hintId: string) =>
  rows(
    db,
    sql`
    update learning_hint h set review = 'dropped' from learning_hint one
     where one.shop_id = ${shopId} and one.hint_id = ${hintId} and h.shop_id = one.shop_id and h.text = one.text
       and h.verdict = one.verdict and h.entry_id is not distinct from one.entry_id`,
  );

/** What customers lately asked, newest first; for learning which words are near each other. */
export const listAskedTexts = async (
  db: Db,
  shopId: string,
  { conversations, texts }: Record<"conversations" | "texts", number>,
) =>
  (
    await rows(
      db,
      sql<{ text: string }>`
      select distinct left(e.body -> 'content' ->> 'text', 200) as text
        from (select conversation_id from conversation where shop_id = ${shopId} order by last_event_at desc limit ${conversations}) c
        join event e on e.shop_id = ${shopId} and e.conversation_id = c.conversation_id
       where e.type = 'message.sent' and e.actor_kind = 'customer' and e.body -> 'content' ->> 'kind' = 'text'
       order by 1 limit ${texts}`,
    )
  ).map((row) => row.text);

/** Of these texts those on which somebody has given their word after all. */
export const listReviewedTexts = async (db: Db, shopId: string, texts: string[]) =>
  (
    await rows(
      db,
      sql<{ text: string }>`
      select distinct text from learning_hint
       where shop_id = ${shopId} and review = 'kept' and text = any(${texts}::text[])`,
    )
  ).map((row) => row.text);
