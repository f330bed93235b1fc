import { limits } from "@yingda/contract/limits";
import { AppError } from "../platform/errors.ts";
import { readInWorker, tooManyRows } from "../platform/read-in-worker.ts";
import type { ReadSheet } from "./import-rows.ts";
import type { Reading } from "./import-worker.ts";

/** The rows of an uploaded sheet. Throws unreadable_file (details.missing names a lacking column) or too_many_rows. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const reading = await readInWorker<Reading>({
    worker: new URL("./import-worker.ts", import.meta.url),
    data: bytes,
    heapMb: 768,
    patienceMs: 60_000,
    unreadable,
  });
  if ("unreadable" in reading) throw unreadable(reading.unreadable);
  if ("missing" in reading)
    throw new AppError("unreadable_file", `The sheet has no column for the ${reading.missing}.`, {
      missing: reading.missing,
    });
  if ("tooManyRows" in reading) throw tooManyRows(reading.tooManyRows, limits.importRows);
  return reading;
}

const unreadable = (why: string) =>
  new AppError("unreadable_file", `The file can't be read as .xlsx or .csv (${why}).`, {});
