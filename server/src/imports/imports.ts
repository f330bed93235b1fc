import type { ImportBadRow, LogImport, LogMapping } from "@yingda/contract/routes/imports";
import { foldEverything } from "../analytics/folding.ts";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { badRowsShown, writeBadRows } from "./bad-rows.ts";
import { cut } from "./fields.ts";
import { type Attempt, type Course, carryThrough, type GoneThrough, rehearse } from "./going-through.ts";
import { surveyInWorker } from "./in-worker.ts";
import * as queries from "./queries.ts";
import type { LogSource } from "./source.ts";

/**
 * Brings in conversation logs from elsewhere: upload, mapping, preview, run in the background. What comes of it are
 * ordinary conversations; it refuses to guess what a row means, names it and leaves it out.
 */

const runsListed = 100;
const abandonedMs = 7 * 24 * 3600_000;
/** Longer than a piece of an import takes. */
const silentSeconds = 20;

/** What a file is, before anybody says what its fields mean. */
export async function surveyLog(
  ctx: Ctx,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<{ source: LogSource; fields: LogImport["fields"]; guess: LogImport["guess"]; rows: number }> {
  const nowMs = ctx.clock.now().getTime();
  const { source, ...found } = await surveyInWorker({ bytes, fileName: name, nowMs });
  return { ...found, source: { bytes, ...source } };
}

export async function uploadLog(
  ctx: Ctx,
  { name, bytes, staffId }: { name: string; bytes: Uint8Array; staffId: string | null },
): Promise<LogImport> {
  const { source, fields, guess, rows } = await surveyLog(ctx, { name, bytes });
  const importId = newId();
  const details: queries.RunDetails = {
    format: source.format,
    encoding: source.encoding,
    fields,
    guess,
    mapping: null,
    counts: { rows, conversations: 0, messages: 0, bad: 0, alreadyHere: 0, grown: 0 },
    badRows: [],
    statistics: null,
    sample: [],
    failure: null,
  };
  await ctx.files.put(logKey(ctx.shopId, importId), bytes);
  const fileName = cut(name, 200);
  await queries.addRun(ctx.db, ctx.shopId, { importId, fileName, details, staffId, at: ctx.clock.now() });
  await forgetAbandoned(ctx);
  return getLogImport(ctx, importId);
}

export async function previewLogImport(ctx: Ctx, importId: string, mapping: LogMapping): Promise<LogImport> {
  const run = await getRun(ctx, importId);
  if (run.state === "running" || run.state === "done")
    throw new AppError("conflict", "This import has been started; upload the file again to map it anew.");
  const gone = await rehearse(ctx, await courseOf(ctx, run, mapping));
  await keepBadRows(ctx, importId, gone.badRows);
  await queries.changeRun(ctx.db, ctx.shopId, importId, {
    from: ["mapping", "preview", "failed"],
    to: "preview",
    progress: 0,
    details: { ...shown(gone), mapping, failure: null },
  });
  return getLogImport(ctx, importId);
}

/** Starts a previewed import or one that failed; to one that runs or is done it does nothing. */
export async function runLogImport(ctx: Ctx, importId: string): Promise<LogImport> {
  const run = await getRun(ctx, importId);
  if (run.state === "mapping") throw new AppError("conflict", "Preview the import first.");
  if (await startRun(ctx, run)) void carryOut(ctx, importId);
  return getLogImport(ctx, importId);
}

/** As runLogImport, for whoever can wait until it is over. */
export async function runLogImportToTheEnd(ctx: Ctx, importId: string): Promise<LogImport> {
  if (await startRun(ctx, await getRun(ctx, importId))) await carryOut(ctx, importId);
  return getLogImport(ctx, importId);
}

/** False when somebody else has started it. A run that failed half-way goes on where it stood. */
function startRun(ctx: Ctx, { import_id, progress, details }: queries.RunRow): Promise<boolean> {
  const counts = progress === 0 ? { ...details.counts, alreadyHere: 0, grown: 0 } : details.counts;
  return queries.changeRun(ctx.db, ctx.shopId, import_id, {
    from: ["preview", "failed"],
    to: "running",
    details: { failure: null, counts },
  });
}

export async function getLogImport(ctx: Ctx, importId: string): Promise<LogImport> {
  return describe(await getRun(ctx, importId));
}

export async function listLogImports(ctx: Ctx) {
  const runs = await queries.listRuns(ctx.db, ctx.shopId, runsListed);
  return {
    items: runs.map((run) => {
      const { fields: _fields, guess: _guess, badRows: _badRows, sample: _sample, ...rest } = describe(run);
      return rest;
    }),
  };
}

export async function downloadBadRows(ctx: Ctx, importId: string, locale: "zh-CN" | "en") {
  const { file_name } = await getRun(ctx, importId);
  const stored = await ctx.files.get(badRowsKey(ctx.shopId, importId)).catch(() => null);
  const badRows = stored ? (JSON.parse(Buffer.from(stored).toString("utf8")) as ImportBadRow[]) : [];
  return { bytes: writeBadRows(badRows, locale), name: `${file_name}.bad-rows.csv`, mime: "text/csv; charset=utf-8" };
}

/** Goes on with every import whose carrier has fallen silent: a crash, or a database that was away. */
export async function resumeLogImports(ground: Ground): Promise<void> {
  for (const { shop_id, import_id } of await queries.takeUpSilentRuns(ground.db, silentSeconds))
    void carryOut(inShop(ground, shop_id), import_id);
}

/** Imports under way in this process: one may be slow without being dead. */
const underWay = new Set<string>();

/** Resolves when the import is over or interrupted; which of them, its row says. */
async function carryOut(ctx: Ctx, importId: string): Promise<void> {
  if (underWay.has(importId)) return;
  underWay.add(importId);
  try {
    await carryOutOnce(ctx, importId);
  } catch (error) {
    ctx.log.error({ err: error, importId }, "an import of a log was interrupted");
    await giveUp(ctx, importId, error).catch(() => {});
  } finally {
    underWay.delete(importId);
  }
}

async function carryOutOnce(ctx: Ctx, importId: string): Promise<void> {
  const run = await getRun(ctx, importId);
  if (run.state !== "running" || !run.details.mapping) return;
  const { alreadyHere, grown } = run.details.counts;
  const before: Attempt = { done: run.progress, alreadyHere, grown };
  const course = await courseOf(ctx, run, run.details.mapping);
  const gone = await carryThrough(ctx, course, before, async ({ done, alreadyHere, grown }) => {
    const counts = { ...run.details.counts, alreadyHere, grown };
    const isOurs = await queries.changeRun(ctx.db, ctx.shopId, importId, {
      from: ["running"],
      to: "running",
      progress: done,
      details: { counts },
    });
    if (!isOurs) throw new AppError("conflict", "The import was ended elsewhere.");
  });
  await keepBadRows(ctx, importId, gone.badRows);
  // The figures of the result are there when the result is.
  await foldEverything(ctx);
  await queries.changeRun(ctx.db, ctx.shopId, importId, {
    from: ["running"],
    to: "done",
    progress: gone.counts.conversations,
    details: shown(gone),
  });
  await ctx.files.remove(logKey(ctx.shopId, importId)).catch(() => {});
}

/** Lost connections, deadlocks, a database that shuts down: the next attempt may find it well. */
const passing = /^(?:08|40|53|57|E[A-Z]+$)/;

/**
 * What passes leaves the run as it is, to be taken up again; so does a database that can't even be told. Anything else
 * would happen again for ever.
 */
async function giveUp(ctx: Ctx, importId: string, error: unknown): Promise<void> {
  const isRefusal = error instanceof AppError;
  if (!isRefusal && passing.test((error as { code?: string }).code ?? "")) return;
  await queries.changeRun(ctx.db, ctx.shopId, importId, {
    from: ["running"],
    to: "failed",
    details: { failure: isRefusal ? error.code : "internal" },
  });
}

async function courseOf(ctx: Ctx, run: queries.RunRow, mapping: LogMapping): Promise<Course> {
  const bytes = await ctx.files.get(logKey(ctx.shopId, run.import_id)).catch(() => {
    throw new AppError("unreadable_file", "The uploaded file is gone; upload it again.", { why: "gone" });
  });
  const { format, encoding } = run.details;
  return { source: { bytes, format, encoding }, mapping, fileName: run.file_name, untimedAt: run.created_at };
}

const shown = ({ counts, badRows, statistics, sample }: GoneThrough) => ({
  counts,
  badRows: badRows.slice(0, badRowsShown),
  statistics,
  sample,
});

async function getRun(ctx: Ctx, importId: string): Promise<queries.RunRow> {
  const run = await queries.findRun(ctx.db, ctx.shopId, importId);
  if (!run) throw notFound("import");
  return run;
}

function describe({ import_id, file_name, state, progress, details, created_at }: queries.RunRow): LogImport {
  const { format, fields, guess, mapping, counts, badRows, statistics, sample, failure } = details;
  const rest = { format, fields, guess, mapping, counts, badRows, statistics, sample, failure };
  return { id: import_id, fileName: file_name, state, createdAt: created_at.toISOString(), done: progress, ...rest };
}

async function keepBadRows(ctx: Ctx, importId: string, badRows: ImportBadRow[]): Promise<void> {
  await ctx.files.put(badRowsKey(ctx.shopId, importId), Buffer.from(JSON.stringify(badRows)));
}

async function forgetAbandoned(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - abandonedMs);
  for (const { import_id } of await queries.dropAbandonedRuns(ctx.db, ctx.shopId, before)) {
    await ctx.files.remove(logKey(ctx.shopId, import_id)).catch(() => {});
    await ctx.files.remove(badRowsKey(ctx.shopId, import_id)).catch(() => {});
  }
}

const logKey = (shopId: string, importId: string): string => `${shopId}/imports/${importId}/log`;
const badRowsKey = (shopId: string, importId: string): string => `${shopId}/imports/${importId}/bad-rows.json`;
