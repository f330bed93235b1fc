import { limits } from "@yingda/contract/limits";
import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";
import { type Ctx, type Ground, inShop, type StaffCtx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import * as queries from "./import-queries.ts";
import { badCellsNamed, type ReadRow } from "./import-rows.ts";
import { countEntries } from "./queries.ts";
import { readSheet } from "./reading.ts";
import { plainTextOf, sanitiseAnswer } from "./sanitise.ts";

/**
 * Brings a sheet of knowledge in: what it would do is shown first and lies aside in chunks; once confirmed, the chunks
 * are written one transaction each, in the background. A crash in between loses nothing: the run goes on where its
 * progress stands. It refuses to guess: a bad row is named and left out.
 */

const rowsPerChunk = 500;
const rowsShown = 100;
const previewsKept = 5;
const previewKeptMs = 24 * 3600_000;

export async function previewImport(
  ctx: StaffCtx,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<KnowledgeImport> {
  const read = await readSheet(bytes);
  const importId = newId();
  const details: queries.ImportDetails = {
    counts: { rows: read.rows, create: 0, update: 0, same: 0, bad: read.badRows },
    badRows: read.bad,
    sample: [],
    pending: 0,
    chunks: 0,
  };
  const keys = new Set<string>();
  let pending: queries.PendingRow[] = [];
  const layAside = async () => {
    if (pending.length === 0) return;
    await ctx.files.put(chunkKey(ctx.shopId, importId, details.chunks), Buffer.from(JSON.stringify(pending)));
    details.chunks += 1;
    details.pending += pending.length;
    pending = [];
  };

  for (let from = 0; from < read.good.length; from += rowsPerChunk) {
    const some = read.good.slice(from, from + rowsPerChunk);
    const counterparts = await queries.findCounterparts(
      ctx.db,
      ctx.shopId,
      some.map(({ question }) => question),
    );
    for (const [n, row] of some.entries()) {
      const counterpart = counterparts[n]!;
      if (keys.has(counterpart.key)) {
        refuseTwin(details, row);
        continue;
      }
      keys.add(counterpart.key);
      const action = compare(row, counterpart);
      details.counts[action] += 1;
      if (details.sample.length < rowsShown) details.sample.push(show(row, counterpart, action));
      if (action !== "same") pending.push(toPending(row));
      if (pending.length === rowsPerChunk) await layAside();
    }
  }
  await layAside();
  await mustFit(ctx, details.counts.create);
  await queries.addImport(ctx.db, ctx.shopId, {
    importId,
    fileName: name,
    details,
    staffId: ctx.actor.id,
    at: ctx.clock.now(),
  });
  await forgetOldPreviews(ctx);
  return getImport(ctx, importId);
}

/** The database's idea of the same letters is wider than ours. */
function refuseTwin(details: queries.ImportDetails, row: ReadRow): void {
  details.counts.bad += 1;
  if (details.badRows.length >= badCellsNamed) return;
  details.badRows.push({ row: row.row, column: "", value: row.question, reason: "duplicate_question" });
}

type Action = "create" | "update" | "same";

function compare(row: ReadRow, known: queries.Counterpart): Action {
  if (known.question === null) return "create";
  const isSame =
    row.question === known.question &&
    (row.similar === null || row.similar.join("\n") === known.similar_questions!.join("\n")) &&
    row.answerHtml === sanitiseAnswer(known.answer_html!) &&
    (row.category ?? known.category) === known.category &&
    (row.isEnabled ?? known.is_enabled) === known.is_enabled;
  return isSame ? "same" : "update";
}

const show = (row: ReadRow, known: queries.Counterpart, action: Action): KnowledgeImport["sample"][number] => ({
  row: row.row,
  action,
  question: row.question,
  similar: (row.similar ?? known.similar_questions ?? []).length,
  answer: (row.answerText || plainTextOf(row.answerHtml)).slice(0, 200),
  category: row.category ?? known.category ?? "",
});

const toPending = ({ row: _row, ...rest }: ReadRow): queries.PendingRow => ({ entryId: newId(), ...rest });

export async function getImport(ctx: Ctx, importId: string): Promise<KnowledgeImport> {
  const run = await queries.findImport(ctx.db, ctx.shopId, importId);
  if (!run) throw notFound("import");
  const { counts, badRows, sample } = run.details;
  return { id: run.import_id, fileName: run.file_name, state: run.state, counts, badRows, sample, done: run.progress };
}

/** What a previewed import would write; of one that was confirmed nothing is left to do. */
export async function listPendingRows(ctx: Ctx, importId: string): Promise<queries.PendingRow[]> {
  const run = await queries.findImport(ctx.db, ctx.shopId, importId);
  if (!run) throw notFound("import");
  if (run.state !== "preview") return [];
  const pending: queries.PendingRow[] = [];
  for (let chunk = 0; chunk < run.details.chunks; chunk++) pending.push(...(await readChunk(ctx, importId, chunk)));
  return pending;
}

/** Starts a previewed import, or one that failed; to one that runs or is done it does nothing. */
export async function confirmImport(ctx: StaffCtx, importId: string): Promise<KnowledgeImport> {
  const { counts } = await getImport(ctx, importId);
  await mustFit(ctx, counts.create);
  const isStarted = await ctx.db.transaction().execute(async (tx) => {
    const run = await queries.lockImport(tx, ctx.shopId, importId);
    if (!run || run.state === "running" || run.state === "done") return false;
    const isEmpty = run.details.pending === 0;
    await queries.setProgress(tx, ctx.shopId, importId, {
      state: isEmpty ? "done" : "running",
      progress: run.progress,
    });
    return !isEmpty;
  });
  if (isStarted) void carryOut(ctx, importId);
  return getImport(ctx, importId);
}

/** Goes on with every import that a crash, or a database that was away, left half-way. */
export async function resumeKnowledgeImports(ground: Ground): Promise<void> {
  for (const { shop_id, import_id } of await queries.listRunning(ground.db)) {
    await carryOut(inShop(ground, shop_id), import_id);
  }
}

/** Imports under way in this process; on another node the row lock keeps two from doing the same chunk. */
const underWay = new Set<string>();

async function carryOut(ctx: Ctx, importId: string): Promise<void> {
  if (underWay.has(importId)) return;
  underWay.add(importId);
  try {
    while (await carryOutChunk(ctx, importId)) ctx.bus.tell("knowledge.changed", { shopId: ctx.shopId });
  } catch (error) {
    // The run stays as it is and is found again; a chunk that is gone will not come back.
    ctx.log.error({ err: error, importId }, "an import of knowledge was interrupted");
    if (error instanceof ChunkGone) await fail(ctx, importId);
  } finally {
    underWay.delete(importId);
  }
}

class ChunkGone extends Error {}

/** False when nothing was left to do. */
async function carryOutChunk(ctx: Ctx, importId: string): Promise<boolean> {
  const isLast = await ctx.db.transaction().execute(async (tx) => {
    const run = await queries.lockImport(tx, ctx.shopId, importId);
    if (run?.state !== "running") return null;
    const pending = await readChunk(ctx, importId, Math.floor(run.progress / rowsPerChunk));
    await queries.writePending(tx, ctx.shopId, pending, { staffId: run.created_by, at: ctx.clock.now() });
    const progress = run.progress + pending.length;
    const isDone = progress >= run.details.pending;
    await queries.setProgress(tx, ctx.shopId, importId, { state: isDone ? "done" : "running", progress });
    return isDone ? run.details.chunks : 0;
  });
  if (isLast) await removeChunks(ctx, importId, isLast);
  return isLast !== null;
}

async function readChunk(ctx: Ctx, importId: string, chunk: number): Promise<queries.PendingRow[]> {
  const bytes = await ctx.files.get(chunkKey(ctx.shopId, importId, chunk)).catch((error) => {
    throw new ChunkGone(`chunk ${chunk}`, { cause: error });
  });
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as queries.PendingRow[];
}

async function fail(ctx: Ctx, importId: string): Promise<void> {
  const run = await queries.findImport(ctx.db, ctx.shopId, importId);
  if (run?.state !== "running") return;
  await queries.setProgress(ctx.db, ctx.shopId, importId, { state: "failed", progress: run.progress });
}

async function mustFit(ctx: Ctx, created: number): Promise<void> {
  const total = await countEntries(ctx.db, ctx.shopId, {});
  if (total + created > limits.knowledgeEntries)
    throw new AppError("limit_reached", `A shop can have ${limits.knowledgeEntries} entries; it has ${total}.`, {
      limit: limits.knowledgeEntries,
      entries: total,
    });
}

async function forgetOldPreviews(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - previewKeptMs);
  for (const gone of await queries.dropOldPreviews(ctx.db, ctx.shopId, { kept: previewsKept, before }))
    await removeChunks(ctx, gone.import_id, gone.details.chunks);
}

/** A file that stays behind does no harm. */
async function removeChunks(ctx: Ctx, importId: string, chunks: number): Promise<void> {
  for (let chunk = 0; chunk < chunks; chunk++)
    await ctx.files.remove(chunkKey(ctx.shopId, importId, chunk)).catch(() => {});
}

const chunkKey = (shopId: string, importId: string, chunk: number): string =>
  `${shopId}/imports/${importId}/${String(chunk).padStart(4, "0")}.json`;
