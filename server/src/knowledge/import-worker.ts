import { parentPort, workerData } from "node:worker_threads";
import { limits } from "@yingda/contract/limits";
import { type Missing, type ReadSheet, readEntryRows } from "./import-rows.ts";
import { readTables, Unreadable } from "./sheet.ts";
import { NotAnArchive, TooMuch } from "./zip-bounds.ts";

// Reads a sheet away from the thread that serves people, with a memory of its own that it may run out of.

export type Reading = ReadSheet | Missing | { tooManyRows: number } | { unreadable: string };

async function read(bytes: Uint8Array): Promise<Reading> {
  try {
    const tables = await readTables(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const sheet = readEntryRows(tables);
    return "rows" in sheet && sheet.rows > limits.importRows ? { tooManyRows: sheet.rows } : sheet;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof NotAnArchive || error instanceof TooMuch)
      return { unreadable: error.message || error.constructor.name };
    throw error;
  }
}

parentPort!.postMessage(await read(workerData as Uint8Array));
