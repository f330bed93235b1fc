import { parentPort, workerData } from "node:worker_threads";
import { limits } from "@yingda/contract/limits";
import { readTables, Unreadable } from "../../knowledge/sheet.ts";
import { NotAnArchive, TooMuch } from "../../knowledge/zip-bounds.ts";
import { type ReadBenchmark, readBenchmarkRows } from "./benchmark-rows.ts";

// Reads a benchmark sheet away from the thread that serves people, with a memory of its own that it may run out of.

export type BenchmarkJob = { bytes: Uint8Array; ownIndustry: string };
export type BenchmarkReading = ReadBenchmark | { unreadable: string; missing?: true } | { tooManyRows: number };

async function read({ bytes, ownIndustry }: BenchmarkJob): Promise<BenchmarkReading> {
  try {
    const tables = await readTables(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const benchmark = readBenchmarkRows(tables, { ownIndustry });
    if (!benchmark) return { unreadable: "no columns for metric, median, P25 and P75", missing: true };
    return benchmark.rows > limits.benchmarkRows ? { tooManyRows: benchmark.rows } : benchmark;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof NotAnArchive || error instanceof TooMuch)
      return { unreadable: error.message || error.constructor.name };
    throw error;
  }
}

parentPort!.postMessage(await read(workerData as BenchmarkJob));
