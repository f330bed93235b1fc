import type { Download, DownloadWish, SheetFormat } from "@yingda/contract/routes/details";
import { type Db, firstRow, rows, sql } from "../../platform/db/database.ts";

export type DownloadRow = {
  shop_id: string;
  download_id: string;
  wish: DownloadWish;
  format: SheetFormat;
  locale: "zh-CN" | "en";
  name: string;
  state: Download["state"];
  rows_written: number;
  total_rows: number | null;
  bytes: number | null;
  failure: string | null;
  attempts: number;
  created_at: Date;
  finished_at: Date | null;
  expires_at: Date | null;
};

/** Whose downloads somebody sees: their own; an administrator everybody's in the shop. */
export type Whose = { staffId: string; isAdmin: boolean };

const columns = sql`shop_id, download_id, wish, format, locale, name, state, rows_written, total_rows, bytes, failure,
  attempts, created_at, finished_at, expires_at`;

const isTheirs = ({ staffId, isAdmin }: Whose) => (isAdmin ? sql`true` : sql`staff_id = ${staffId}`);

export const findDownload = (db: Db, shopId: string, downloadId: string, whose: Whose) =>
  firstRow(
    db,
    sql<DownloadRow>`
    select ${columns} from download where shop_id = ${shopId} and download_id = ${downloadId} and ${isTheirs(whose)}`,
  );

export const listDownloads = (db: Db, shopId: string, staffId: string, limit: number) =>
  rows(
    db,
    sql<DownloadRow>`
    select ${columns} from download where shop_id = ${shopId} and staff_id = ${staffId}
     order by created_at desc, download_id desc limit ${limit}`,
  );

type NewDownload = {
  downloadId: string;
  staffId: string;
  wish: DownloadWish;
  format: SheetFormat;
  locale: string;
  name: string;
  at: Date;
};

/** False when so many of this person's are under way already. */
export async function addDownload(db: Db, shopId: string, one: NewDownload, most: number): Promise<boolean> {
  const added = await rows(
    db,
    sql`
    insert into download (shop_id, download_id, staff_id, wish, format, locale, name, state, created_at)
    select ${shopId}, ${one.downloadId}, ${one.staffId}, ${JSON.stringify(one.wish)}::jsonb, ${one.format}, ${one.locale},
           ${one.name}, 'waiting', ${one.at}
     where (select count(*) from download
             where shop_id = ${shopId} and staff_id = ${one.staffId} and state in ('waiting', 'running')) < ${most}
    returning download_id`,
  );
  return added.length > 0;
}

export const deleteDownload = (db: Db, shopId: string, downloadId: string, whose: Whose) =>
  firstRow(
    db,
    sql<DownloadRow>`
    delete from download where shop_id = ${shopId} and download_id = ${downloadId} and ${isTheirs(whose)}
    returning ${columns}`,
  );

/** The oldest that waits, or of which nothing has been heard for a while: whoever wrote it is gone. */
export const takeNext = (db: Db, silentSeconds: number) =>
  firstRow(
    db,
    sql<DownloadRow>`
    update download set state = 'running', rows_written = 0, attempts = attempts + 1, beat_at = now()
     where (shop_id, download_id) in (
       select shop_id, download_id from download
        where state = 'waiting' or (state = 'running' and beat_at < now() - make_interval(secs => ${silentSeconds}))
        order by created_at limit 1 for update skip locked)
    returning ${columns}`,
  );

type Key = Pick<DownloadRow, "shop_id" | "download_id">;

/** False when it has been cancelled meanwhile, or somebody else has taken it over. */
export async function beat(
  db: Db,
  { shop_id, download_id, attempts }: Key & Pick<DownloadRow, "attempts">,
  progress: { rows: number; totalRows?: number },
): Promise<boolean> {
  const changed = await rows(
    db,
    sql`
    update download set rows_written = ${progress.rows}, total_rows = coalesce(${progress.totalRows ?? null}::int, total_rows),
           beat_at = now()
     where shop_id = ${shop_id} and download_id = ${download_id} and state = 'running' and attempts = ${attempts}
    returning download_id`,
  );
  return changed.length > 0;
}

type End = {
  state: "done" | "failed";
  rows: number;
  bytes: number | null;
  failure: string | null;
  at: Date;
  expiresAt: Date;
};

export async function endDownload(
  db: Db,
  { shop_id, download_id, attempts }: Key & Pick<DownloadRow, "attempts">,
  end: End,
): Promise<boolean> {
  const changed = await rows(
    db,
    sql`
    update download set state = ${end.state}, rows_written = ${end.rows}, bytes = ${end.bytes}, failure = ${end.failure},
           total_rows = case when ${end.state} = 'done' then ${end.rows} else total_rows end,
           finished_at = ${end.at}, expires_at = ${end.expiresAt}
     where shop_id = ${shop_id} and download_id = ${download_id} and state = 'running' and attempts = ${attempts}
    returning download_id`,
  );
  return changed.length > 0;
}

/** For the next start: it was interrupted in good order and need not be waited for. */
export const putBack = (db: Db, { shop_id, download_id }: Key) =>
  rows(
    db,
    sql`
    update download set state = 'waiting', attempts = attempts - 1
     where shop_id = ${shop_id} and download_id = ${download_id} and state = 'running'`,
  );

export const dropExpired = (db: Db, at: Date) =>
  rows(db, sql<DownloadRow>`delete from download where expires_at <= ${at} returning ${columns}`);
