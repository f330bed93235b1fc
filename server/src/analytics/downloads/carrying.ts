import { Worker } from "node:worker_threads";
import type { ErrorCode } from "@yingda/contract/errors";
import { limits } from "@yingda/contract/limits";
import { type Ground, inShop } from "../../context.ts";
import { isOutage } from "../../platform/db/database.ts";
import { AppError } from "../../platform/errors.ts";
import { fileKey } from "./downloads.ts";
import { planDownload } from "./plan.ts";
import * as queries from "./queries.ts";
import type { SheetJob, SheetReport } from "./sheet-worker.ts";

/**
 * Writes the downloads that wait, one after another, each in a thread of its own. All that is known of one is in its
 * row: after a crash the next sweep begins it anew, and one whose row is gone was cancelled.
 */

const beatMs = 500;
/** Longer than a beat can be late. */
const silentSeconds = 20;
const mostAttempts = 3;
const workerMb = 160;

export type Carrying = { sweep: () => Promise<void>; stop: () => Promise<void> };
type Place = { databaseUrl: string; dataFolder: string };

export function carryDownloads(ground: Ground, place: Place): Carrying {
  let isStopped = false;
  let running: Promise<void> | null = null;
  let interrupt: (() => void) | null = null;

  const sweep = () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };

  async function run(): Promise<void> {
    while (!isStopped) {
      const row = await queries.takeNext(ground.db, silentSeconds);
      if (!row) return;
      await carryOut(row);
    }
  }

  async function carryOut(row: queries.DownloadRow): Promise<void> {
    const interrupted = new Promise<"interrupted">((done) => {
      interrupt = () => done("interrupted");
    });
    const end = await writeOut(ground, place, row, interrupted);
    interrupt = null;
    if (end === "interrupted") {
      await ground.files.remove(fileKey(row)).catch(() => {});
      if (isStopped) await queries.putBack(ground.db, row);
      return;
    }
    const at = ground.clock.now();
    const expiresAt = new Date(at.getTime() + limits.downloadDays * 86_400_000);
    const isKept = await queries.endDownload(ground.db, row, { ...end, at, expiresAt });
    // Failed, or cancelled in the last moment.
    if (end.state === "failed" || !isKept) await ground.files.remove(fileKey(row)).catch(() => {});
  }

  const soon = () => {
    if (!isStopped) sweep().catch((error) => ground.log.error({ err: error }, "a download was interrupted"));
  };
  ground.bus.on("download.wanted", soon);

  return {
    sweep,
    stop: async () => {
      isStopped = true;
      interrupt?.();
      await running?.catch(() => {});
    },
  };
}

type End = { state: "done" | "failed"; rows: number; bytes: number | null; failure: ErrorCode | null };

/** Throws only what passes by itself: the row stays as it is, and is found silent after a while. */
async function writeOut(
  ground: Ground,
  place: Place,
  row: queries.DownloadRow,
  interrupted: Promise<"interrupted">,
): Promise<End | "interrupted"> {
  const fail = (failure: ErrorCode): End => ({ state: "failed", rows: 0, bytes: null, failure });
  if (row.attempts > mostAttempts) return fail("internal");
  try {
    const { totalRows, ...plan } = await planDownload(inShop(ground, row.shop_id), row.wish, row.locale);
    if (!(await queries.beat(ground.db, row, { rows: 0, totalRows }))) return "interrupted";
    const job: SheetJob = { ...place, ...plan, fileKey: fileKey(row), format: row.format };
    return await inThread(ground, row, job, interrupted);
  } catch (error) {
    if (isOutage(error)) throw error;
    const isRefusal = error instanceof AppError;
    if (!isRefusal) ground.log.error({ err: error, downloadId: row.download_id }, "a download failed");
    return fail(isRefusal ? error.code : "internal");
  }
}

async function inThread(
  ground: Ground,
  row: queries.DownloadRow,
  job: SheetJob,
  interrupted: Promise<"interrupted">,
): Promise<End | "interrupted"> {
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: workerMb },
  });
  let rows = 0;
  const ended = new Promise<End>((done, failed) => {
    worker.on("message", (news: SheetReport) => {
      if ("rows" in news) rows = news.rows;
      else if ("done" in news) done({ state: "done", ...news.done, failure: null });
      else failed(Object.assign(new Error(news.failed.message), { code: news.failed.code ?? undefined }));
    });
    worker.once("error", failed);
    worker.once("exit", (code) => failed(new Error(`The thread that wrote a download ended early (${code}).`)));
  });
  let timer: NodeJS.Timeout | undefined;
  const cancelled = new Promise<"interrupted">((done) => {
    const look = async () => {
      // While the database is away nothing is cancelled; the thread notices by itself.
      const isOurs = await queries.beat(ground.db, row, { rows }).catch(() => true);
      if (!isOurs) return done("interrupted");
      timer = setTimeout(look, beatMs);
    };
    timer = setTimeout(look, beatMs);
  });
  try {
    return await Promise.race([ended, cancelled, interrupted]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
