import { limits } from "@yingda/contract/limits";
import type { InputOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { Download } from "@yingda/contract/routes/details";
import { type Ground, may, type StaffCtx } from "../../context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { ByteStream } from "../../platform/http/handle.ts";
import { newId } from "../../platform/ids.ts";
import { ask } from "../details/details.ts";
import { nameDownload } from "./plan.ts";
import * as queries from "./queries.ts";

/**
 * Tables as files, written in the background (carrying.ts) and kept for some days. Whoever asked for one fetches it, and
 * administrators; it refuses to hold a table in memory or to keep anybody waiting for one.
 */

const listed = 50;

export async function startDownload(
  ctx: StaffCtx,
  { wish, format, locale }: InputOf<typeof routes.startDownload>,
): Promise<Download> {
  // What can't be is refused now, not in the background.
  if (wish.table !== "figures") await ask(ctx, wish);
  const downloadId = newId();
  const name = `${nameDownload(wish, locale)}.${format}`;
  const one = { downloadId, staffId: ctx.actor.id, wish, format, locale, name, at: ctx.clock.now() };
  if (!(await queries.addDownload(ctx.db, ctx.shopId, one, limits.downloadsAtOnce))) {
    throw new AppError(
      "limit_reached",
      `${limits.downloadsAtOnce} downloads are under way; wait for one or cancel it.`,
      {
        limit: limits.downloadsAtOnce,
      },
    );
  }
  ctx.bus.tell("download.wanted", { shopId: ctx.shopId });
  return getDownload(ctx, { downloadId });
}

const whose = (ctx: StaffCtx): queries.Whose => ({ staffId: ctx.actor.id, isAdmin: may(ctx, "settings.edit") });

async function getRow(ctx: StaffCtx, downloadId: string): Promise<queries.DownloadRow> {
  const row = await queries.findDownload(ctx.db, ctx.shopId, downloadId, whose(ctx));
  if (!row) throw notFound("download");
  return row;
}

export const getDownload = async (ctx: StaffCtx, { downloadId }: { downloadId: string }): Promise<Download> =>
  describe(await getRow(ctx, downloadId));

export async function listDownloads(ctx: StaffCtx): Promise<{ items: Download[] }> {
  return { items: (await queries.listDownloads(ctx.db, ctx.shopId, ctx.actor.id, listed)).map(describe) };
}

export async function fetchDownload(ctx: StaffCtx, { downloadId }: { downloadId: string }): Promise<ByteStream> {
  const row = await getRow(ctx, downloadId);
  if (row.state !== "done") throw new AppError("conflict", "The file is not there yet; ask how far it is.");
  const { stream, bytes } = await ctx.files.getStream(fileKey(row)).catch(() => {
    throw notFound("file");
  });
  return { stream, length: bytes, name: row.name, mime: mimes[row.format] };
}

const mimes: Record<queries.DownloadRow["format"], string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Whoever is writing it finds its row gone, and stops. */
export async function deleteDownload(
  ctx: StaffCtx,
  { downloadId }: { downloadId: string },
): Promise<{ deleted: true }> {
  const row = await queries.deleteDownload(ctx.db, ctx.shopId, downloadId, whose(ctx));
  if (!row) throw notFound("download");
  await ctx.files.remove(fileKey(row)).catch(() => {});
  return { deleted: true };
}

export async function deleteExpired(ground: Ground): Promise<void> {
  for (const row of await queries.dropExpired(ground.db, ground.clock.now()))
    await ground.files.remove(fileKey(row)).catch(() => {});
}

/** Every attempt has a file of its own: one that was given up may still be writing to its. */
export const fileKey = ({ shop_id, download_id, attempts, format }: queries.DownloadRow): string =>
  `${shop_id}/downloads/${download_id}-${attempts}.${format}`;

function describe(row: queries.DownloadRow): Download {
  return {
    id: row.download_id,
    table: row.wish.table,
    name: row.name,
    format: row.format,
    state: row.state,
    rows: row.rows_written,
    totalRows: row.total_rows,
    bytes: row.bytes,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
