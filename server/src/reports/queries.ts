import type { ReportDraft } from "@yingda/contract/routes/reports";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

export type ReportRow = ReportDraft & {
  shop_id: string;
  id: string;
  nextRunAt: Date | null;
  lastRunAt: Date | null;
  lastMailId: string | null;
};

const columns = sql`
  shop_id, report_id as id, name, frequency, weekday, at_time as "atTime", recipients, language, metrics,
  is_on as "isOn", next_run_at as "nextRunAt", last_run_at as "lastRunAt", last_mail_id as "lastMailId"`;

export const listReports = (db: Db, shopId: string) =>
  rows(db, sql<ReportRow>`select ${columns} from report where shop_id = ${shopId} order by created_at, report_id`);

export const findReport = (db: Db, shopId: string, reportId: string) =>
  firstRow(db, sql<ReportRow>`select ${columns} from report where shop_id = ${shopId} and report_id = ${reportId}`);

export const listDue = (db: Db, at: Date) =>
  rows(db, sql<ReportRow>`select ${columns} from report where next_run_at <= ${at} order by next_run_at limit 200`);

export const countReports = async (db: Db, shopId: string): Promise<number> =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from report where shop_id = ${shopId}`))!.n;

type Saved = { id: string; draft: ReportDraft; nextRunAt: Date | null; at: Date };

export const addReport = (db: Db, shopId: string, { id, draft, nextRunAt, at }: Saved) =>
  rows(
    db,
    sql`
    insert into report (shop_id, report_id, name, frequency, weekday, at_time, recipients, language, metrics, is_on,
                        next_run_at, created_at)
    values (${shopId}, ${id}, ${draft.name}, ${draft.frequency}, ${draft.weekday}, ${draft.atTime},
            ${draft.recipients}::text[], ${draft.language}, ${draft.metrics}::text[], ${draft.isOn}, ${nextRunAt}, ${at})`,
  );

export const changeReport = async (db: Db, shopId: string, { id, draft, nextRunAt }: Omit<Saved, "at">) =>
  (
    await rows(
      db,
      sql`
      update report
         set name = ${draft.name}, frequency = ${draft.frequency}, weekday = ${draft.weekday}, at_time = ${draft.atTime},
             recipients = ${draft.recipients}::text[], language = ${draft.language}, metrics = ${draft.metrics}::text[],
             is_on = ${draft.isOn}, next_run_at = ${nextRunAt}
       where shop_id = ${shopId} and report_id = ${id} returning 1`,
    )
  ).length > 0;

export const deleteReport = async (db: Db, shopId: string, reportId: string) =>
  (await rows(db, sql`delete from report where shop_id = ${shopId} and report_id = ${reportId} returning 1`)).length >
  0;

/** Only from the run that was due: who comes second, or after a change, gets false and sends nothing. */
export const moveOn = async (
  tx: Tx,
  { shop_id, id, nextRunAt }: Pick<ReportRow, "shop_id" | "id" | "nextRunAt">,
  to: { nextRunAt: Date; lastRunAt: Date; lastMailId: string },
) =>
  (
    await rows(
      tx,
      sql`
      update report set next_run_at = ${to.nextRunAt}, last_run_at = ${to.lastRunAt}, last_mail_id = ${to.lastMailId}
       where shop_id = ${shop_id} and report_id = ${id} and next_run_at = ${nextRunAt} returning 1`,
    )
  ).length > 0;

export const markSent = (tx: Tx, shopId: string, reportId: string, run: { at: Date; mailId: string }) =>
  rows(
    tx,
    sql`
    update report set last_run_at = ${run.at}, last_mail_id = ${run.mailId}
     where shop_id = ${shopId} and report_id = ${reportId}`,
  );

/** Of a shop whose clock has been moved to another zone. */
export const setNextRun = (db: Db, row: Pick<ReportRow, "shop_id" | "id">, nextRunAt: Date) =>
  rows(
    db,
    sql`
    update report set next_run_at = ${nextRunAt}
     where shop_id = ${row.shop_id} and report_id = ${row.id} and next_run_at is not null`,
  );
