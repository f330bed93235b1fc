import { Worker } from "node:worker_threads";
import { limits } from "@yingda/contract/limits";
import { AppError } from "../platform/errors.ts";
import type { ReadSheet } from "./import-rows.ts";
import type { Reading } from "./import-worker.ts";

const heapMb = 768;
const patienceMs = 60_000;

/** The rows of an uploaded sheet. Throws unreadable_file (details.missing names a lacking column) or too_many_rows. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const reading = await inWorker(bytes);
  if ("unreadable" in reading) throw unreadable(reading.unreadable);
  if ("missing" in reading)
    throw new AppError("unreadable_file", `The sheet has no column for the ${reading.missing}.`, {
      missing: reading.missing,
    });
  if ("tooManyRows" in reading)
    throw new AppError(
      "too_many_rows",
      `The sheet has ${reading.tooManyRows} rows; ${limits.importRows} are the most.`,
      {
        rows: reading.tooManyRows,
        limit: limits.importRows,
      },
    );
  return reading;
}

const unreadable = (why: string) =>
  new AppError("unreadable_file", `The file can't be read as .xlsx or .csv (${why}).`, {});

function inWorker(bytes: Uint8Array): Promise<Reading> {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  return new Promise<Reading>((done, failed) => {
    const timer = setTimeout(() => failed(unreadable("it took too long")), patienceMs);
    worker.once("message", done);
    // Out of memory: a few cells far apart can stand for billions of empty ones.
    worker.once("error", (error: Error & { code?: string }) =>
      failed(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? unreadable("it unpacks to too much") : error),
    );
    worker.once("exit", () => {
      clearTimeout(timer);
      failed(unreadable("reading ended early"));
    });
  }).finally(() => worker.terminate());
}
