import type { ImportBadRow, LogImport, LogMapping } from "@yingda/contract/routes/imports";
import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";
import type { Encoding } from "./source.ts";

export type RunDetails = Pick<
  LogImport,
  "format" | "fields" | "guess" | "counts" | "statistics" | "sample" | "failure"
> & {
  encoding: Encoding;
  mapping: LogMapping | null;
  badRows: ImportBadRow[];
};

export type RunRow = {
  import_id: string;
  file_name: string;
  state: LogImport["state"];
  progress: number;
  details: RunDetails;
  created_at: Date;
};

const columns = sql`import_id, file_name, state, progress, details, created_at`;

export const findRun = (db: Db, shopId: string, importId: string) =>
  firstRow(
    db,
    sql<RunRow>`select ${columns} from import_run where shop_id = ${shopId} and import_id = ${importId} and kind = 'log'`,
  );

/** Newest first, without what only the page of one import shows. */
export const listRuns = (db: Db, shopId: string, limit: number) =>
  rows(
    db,
    sql<RunRow>`
    select import_id, file_name, state, progress, details - '{fields,badRows,sample,guess}'::text[] as details, created_at
      from import_run where shop_id = ${shopId} and kind = 'log' order by created_at desc, import_id desc limit ${limit}`,
  );

export const addRun = (
  db: Db,
  shopId: string,
  run: { importId: string; fileName: string; details: RunDetails; staffId: string | null; at: Date },
) =>
  rows(
    db,
    sql`
    insert into import_run (shop_id, import_id, kind, file_name, state, details, created_at, created_by)
    values (${shopId}, ${run.importId}, 'log', ${run.fileName}, 'mapping', ${JSON.stringify(run.details)}::jsonb, ${run.at}, ${run.staffId})`,
  );

/** False when the run has left the states in which that may happen. */
export async function changeRun(
  db: Db,
  shopId: string,
  importId: string,
  change: { from: LogImport["state"][]; to: LogImport["state"]; progress?: number; details?: Partial<RunDetails> },
): Promise<boolean> {
  const changed = await rows(
    db,
    sql`
    update import_run set state = ${change.to}, progress = coalesce(${change.progress ?? null}::int, progress),
           details = details || ${JSON.stringify(change.details ?? {})}::jsonb || jsonb_build_object('beatAt', now())
     where shop_id = ${shopId} and import_id = ${importId} and kind = 'log' and state = any(${change.from})
    returning import_id`,
  );
  return changed.length > 0;
}

/**
 * Takes up the runs of which nothing has been heard for a while: whoever carried them out is gone. The database's own
 * clock counts, because several processes look.
 */
export const takeUpSilentRuns = (db: Db, silentSeconds: number) =>
  rows(
    db,
    sql<{ shop_id: string; import_id: string }>`
    update import_run set details = details || jsonb_build_object('beatAt', now())
     where kind = 'log' and state = 'running'
       and (details ->> 'beatAt')::timestamptz < now() - make_interval(secs => ${silentSeconds})
    returning shop_id, import_id`,
  );

/** Uploads that nobody has run for long. */
export const dropAbandonedRuns = (db: Db, shopId: string, before: Date) =>
  rows(
    db,
    sql<{ import_id: string }>`
    delete from import_run
     where shop_id = ${shopId} and kind = 'log' and state in ('mapping', 'preview', 'failed') and created_at < ${before}
    returning import_id`,
  );

export type KnownConversation = { conversation_id: string; origin: string; messages: number };

export const findKnown = (db: Db, shopId: string, conversationIds: string[]) =>
  rows(
    db,
    sql<KnownConversation>`
    select c.conversation_id, c.origin,
           (select count(*)::int from event e
             where e.shop_id = c.shop_id and e.conversation_id = c.conversation_id and e.type = 'message.sent') as messages
      from conversation c where c.shop_id = ${shopId} and c.conversation_id = any(${conversationIds}::uuid[])`,
  );

/** With their events and facts; the longer ones are written right after. */
export const deleteOutgrown = (db: Db, shopId: string, conversationIds: string[]) =>
  rows(
    db,
    sql`
    delete from conversation
     where shop_id = ${shopId} and origin = 'import' and conversation_id = any(${conversationIds}::uuid[])`,
  );
