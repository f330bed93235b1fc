import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

/** Rows of a preview that would change something, as they lie in the file store. null: keep what the entry has. */
export type PendingRow = {
  entryId: string;
  question: string;
  similar: string[] | null;
  answerHtml: string;
  answerText: string;
  category: string | null;
  isEnabled: boolean | null;
};

export type ImportDetails = Pick<KnowledgeImport, "counts" | "badRows" | "sample"> & {
  pending: number;
  chunks: number;
};

export type ImportRow = {
  import_id: string;
  file_name: string;
  state: KnowledgeImport["state"];
  progress: number;
  details: ImportDetails;
  created_by: string | null;
};

const columns = sql`import_id, file_name, state, progress, details, created_by`;

export const findImport = (db: Db, shopId: string, importId: string) =>
  firstRow(
    db,
    sql<ImportRow>`
    select ${columns} from import_run where shop_id = ${shopId} and import_id = ${importId} and kind = 'knowledge'`,
  );

export const lockImport = (tx: Tx, shopId: string, importId: string) =>
  firstRow(
    tx,
    sql<ImportRow>`
    select ${columns} from import_run where shop_id = ${shopId} and import_id = ${importId} and kind = 'knowledge' for update`,
  );

export const addImport = (
  db: Db,
  shopId: string,
  run: { importId: string; fileName: string; details: ImportDetails; staffId: string; at: Date },
) =>
  rows(
    db,
    sql`
    insert into import_run (shop_id, import_id, kind, file_name, state, details, created_at, created_by)
    values (${shopId}, ${run.importId}, 'knowledge', ${run.fileName}, 'preview', ${JSON.stringify(run.details)}::jsonb, ${run.at}, ${run.staffId})`,
  );

export const setProgress = (
  db: Db | Tx,
  shopId: string,
  importId: string,
  { state, progress }: { state: KnowledgeImport["state"]; progress: number },
) =>
  rows(
    db,
    sql`update import_run set state = ${state}, progress = ${progress} where shop_id = ${shopId} and import_id = ${importId}`,
  );

export const listRunning = (db: Db) =>
  rows(
    db,
    sql<{ shop_id: string; import_id: string }>`
    select shop_id, import_id from import_run where kind = 'knowledge' and state = 'running' order by created_at`,
  );

/** Previews that nobody confirmed: all but the latest few, and those of yesterday. */
export const dropOldPreviews = (db: Db, shopId: string, { kept, before }: { kept: number; before: Date }) =>
  rows(
    db,
    sql<{ import_id: string; details: ImportDetails }>`
    delete from import_run r
     where r.shop_id = ${shopId} and r.kind = 'knowledge' and r.state = 'preview'
       and (r.created_at < ${before} or r.import_id not in (
         select import_id from import_run where shop_id = ${shopId} and kind = 'knowledge' and state = 'preview'
          order by created_at desc, import_id desc limit ${kept}))
    returning import_id, details`,
  );

export type Counterpart = {
  /** The question as the unique index sees it: the database's lower case, not ours. */
  key: string;
  question: string | null;
  similar_questions: string[] | null;
  answer_html: string | null;
  category: string | null;
  is_enabled: boolean | null;
};

/** For each question, in order, the entry that has it already. */
export const findCounterparts = (db: Db, shopId: string, questions: string[]) =>
  rows(
    db,
    sql<Counterpart>`
    select lower(t.question) as key, k.question, k.similar_questions, k.answer_html, k.category, k.is_enabled
      from unnest(${questions}::text[]) with ordinality as t (question, n)
      left join knowledge_entry k on k.shop_id = ${shopId} and lower(k.question) = lower(t.question)
     order by t.n`,
  );

/** Adds what is new and changes what differs; done twice it changes nothing. */
export const writePending = (tx: Tx, shopId: string, pending: PendingRow[], by: { staffId: string | null; at: Date }) =>
  rows(
    tx,
    sql`
    insert into knowledge_entry (shop_id, entry_id, question, similar_questions, answer_html, answer_text, category, is_enabled, origin, created_at, updated_at, updated_by)
    select ${shopId}::uuid, p."entryId", p.question,
           case when p."similar" is null then coalesce(k.similar_questions, '{}') else array(select jsonb_array_elements_text(p."similar")) end,
           p."answerHtml", p."answerText", coalesce(p.category, k.category, ''), coalesce(p."isEnabled", k.is_enabled, true),
           'import', ${by.at}::timestamptz, ${by.at}::timestamptz, ${by.staffId}::uuid
      from jsonb_to_recordset(${JSON.stringify(pending)}::jsonb)
        as p ("entryId" uuid, question text, "similar" jsonb, "answerHtml" text, "answerText" text, category text, "isEnabled" boolean)
      left join knowledge_entry k on k.shop_id = ${shopId} and lower(k.question) = lower(p.question)
    on conflict (shop_id, lower(question)) do update set
      question = excluded.question, similar_questions = excluded.similar_questions, answer_html = excluded.answer_html,
      answer_text = excluded.answer_text, category = excluded.category, is_enabled = excluded.is_enabled,
      origin = excluded.origin, updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where (knowledge_entry.question, knowledge_entry.similar_questions, knowledge_entry.answer_html, knowledge_entry.category, knowledge_entry.is_enabled)
      is distinct from (excluded.question, excluded.similar_questions, excluded.answer_html, excluded.category, excluded.is_enabled)`,
  );
