import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import type { EntryWrite } from "./drafts.ts";

export type EntryRow = {
  entry_id: string;
  question: string;
  similar_questions: string[];
  answer_html: string;
  answer_text: string;
  category: string;
  is_enabled: boolean;
  updated_at: Date;
  updated_by_name: string | null;
};

const columns = sql`
  k.entry_id, k.question, k.similar_questions, k.answer_html, k.answer_text, k.category, k.is_enabled, k.updated_at,
  (select s.name from staff s where s.shop_id = k.shop_id and s.staff_id = k.updated_by) as updated_by_name`;

type EntryFilter = { search?: string; category?: string; isEnabled?: boolean };
type PageOf = { limit: number; offset: number };

function conditionsOf(shopId: string, { search, category, isEnabled }: EntryFilter) {
  const conditions = [sql`k.shop_id = ${shopId}`];
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      sql`(k.question ilike ${like} or k.answer_text ilike ${like} or array_to_string(k.similar_questions, E'\\n') ilike ${like})`,
    );
  }
  if (category) conditions.push(sql`(k.category = ${category} or starts_with(k.category, ${`${category}/`}))`);
  if (isEnabled !== undefined) conditions.push(sql`k.is_enabled = ${isEnabled}`);
  return sql.join(conditions, sql` and `);
}

export const listEntries = (db: Db, shopId: string, filter: EntryFilter & PageOf) =>
  rows(
    db,
    sql<EntryRow>`
    select ${columns} from knowledge_entry k where ${conditionsOf(shopId, filter)}
     order by k.updated_at desc, k.entry_id limit ${filter.limit} offset ${filter.offset}`,
  );

export const countEntries = async (db: Db, shopId: string, filter: EntryFilter) =>
  (await firstRow(
    db,
    sql<{ n: number }>`select count(*) as n from knowledge_entry k where ${conditionsOf(shopId, filter)}`,
  ))!.n;

export const listCategories = (db: Db, shopId: string) =>
  rows(
    db,
    sql<{ name: string; entries: number }>`
    select category as name, count(*) as entries from knowledge_entry where shop_id = ${shopId} and category <> '' group by category order by category`,
  );

export const findEntry = (db: Db, shopId: string, entryId: string) =>
  firstRow(
    db,
    sql<EntryRow>`select ${columns} from knowledge_entry k where k.shop_id = ${shopId} and k.entry_id = ${entryId}`,
  );

export const findEntries = (db: Db, shopId: string, entryIds: string[]) =>
  rows(
    db,
    sql<EntryRow>`select ${columns} from knowledge_entry k where k.shop_id = ${shopId} and k.entry_id = any(${entryIds}::uuid[])`,
  );

export type IndexRow = {
  entry_id: string;
  question: string;
  similar_questions: string[];
  answer_text: string;
  category: string;
};

/** What the bot may use: all of it, or these. */
export const listForIndex = (db: Db, shopId: string, entryIds?: readonly string[]) =>
  rows(
    db,
    sql<IndexRow>`
    select entry_id, question, similar_questions, answer_text, category from knowledge_entry
     where shop_id = ${shopId} and is_enabled and ${entryIds ? sql`entry_id = any(${[...entryIds]}::uuid[])` : sql`true`}
     order by entry_id`,
  );

/**
 * All ids in their order, end to end (36 letters each), and for each entry eight letters that are others after every change
 * of the row: of the transaction that wrote it, and when it says so. One row: a hundred thousand would take a second to read.
 */
export const findVersions = (db: Db, shopId: string) =>
  firstRow(
    db,
    sql<{ ids: string | null; versions: string | null }>`
    select string_agg(entry_id::text, '') as ids, string_agg(lpad(to_hex(version), 8, '0'), '') as versions
      from (select entry_id, hashtext(xmin::text || extract(epoch from updated_at)) as version from knowledge_entry
             where shop_id = ${shopId} and is_enabled order by entry_id) entry`,
  );

export type AnswerRow = { entry_id: string; question: string; answer_text: string; answer_html: string };

export const findAnswers = (db: Db, shopId: string, entryIds: readonly string[]) =>
  rows(
    db,
    sql<AnswerRow>`
    select entry_id, question, answer_text, answer_html from knowledge_entry
     where shop_id = ${shopId} and is_enabled and entry_id = any(${[...entryIds]}::uuid[])`,
  );

export const listWordings = (db: Db, shopId: string) =>
  rows(
    db,
    sql<Pick<IndexRow, "entry_id" | "question" | "similar_questions">>`
    select entry_id, question, similar_questions from knowledge_entry
     where shop_id = ${shopId} and is_enabled order by entry_id`,
  );

type SheetRow = Pick<EntryRow, "question" | "similar_questions" | "answer_html" | "category" | "is_enabled">;

/** All entries by category, as a person would file them; a page at a time. */
export const listForSheet = (db: Db, shopId: string, { limit, offset }: PageOf) =>
  rows(
    db,
    sql<SheetRow>`
    select question, similar_questions, answer_html, category, is_enabled from knowledge_entry
     where shop_id = ${shopId} order by category, created_at, entry_id limit ${limit} offset ${offset}`,
  );

export const writeEntries = (
  db: Db | Tx,
  shopId: string,
  entries: EntryWrite[],
  by: { staffId: string | null; at: Date; origin: "own" | "demo" | "import" },
) =>
  rows(
    db,
    sql`
    insert into knowledge_entry (shop_id, entry_id, question, similar_questions, answer_html, answer_text, category, is_enabled, origin, created_at, updated_at, updated_by)
    select ${shopId}::uuid, e.entry_id, e.question, coalesce(array(select jsonb_array_elements_text(e.similar)), '{}'),
           e.answer_html, e.answer_text, e.category, e.is_enabled, ${by.origin}, ${by.at}::timestamptz, ${by.at}::timestamptz, ${by.staffId}::uuid
      from jsonb_to_recordset(${JSON.stringify(entries.map(toRecord))}::jsonb)
        as e (entry_id uuid, question text, "similar" jsonb, answer_html text, answer_text text, category text, is_enabled boolean)
    on conflict (shop_id, entry_id) do update set
      question = excluded.question, similar_questions = excluded.similar_questions, answer_html = excluded.answer_html,
      answer_text = excluded.answer_text, category = excluded.category, is_enabled = excluded.is_enabled,
      -- What the shop has changed is the shop's own: removing the demo leaves it.
      origin = excluded.origin, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  );

const toRecord = (entry: EntryWrite) => ({
  entry_id: entry.entryId,
  question: entry.question,
  similar: entry.similar,
  answer_html: entry.answerHtml,
  answer_text: entry.answerText,
  category: entry.category,
  is_enabled: entry.isEnabled,
});

export const deleteEntries = (db: Db, shopId: string, entryIds: string[]) =>
  rows(
    db,
    sql`delete from knowledge_entry where shop_id = ${shopId} and entry_id = any(${entryIds}::uuid[]) returning entry_id`,
  );

export const deleteDemoEntries = (db: Db, shopId: string) =>
  rows(db, sql`delete from knowledge_entry where shop_id = ${shopId} and origin = 'demo' returning entry_id`);
