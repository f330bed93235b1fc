import { Worker } from "node:worker_threads";
import { AppError } from "./errors.ts";

export type ReadingJob = {
  /** A module that posts one message and ends. */
  worker: URL;
  data: unknown;
  heapMb: number;
  patienceMs: number;
  /** What to throw when nothing comes of it, in words for whoever gave the file. */
  unreadable: (why: string) => AppError;
};

/** Has somebody's file read by a thread of its own, so that a hostile one costs no more than that thread. */
export function readInWorker<Reading>({ worker, data, heapMb, patienceMs, unreadable }: ReadingJob): Promise<Reading> {
  const thread = new Worker(worker, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  return new Promise<Reading>((done, failed) => {
    const timer = setTimeout(() => failed(unreadable("it took too long")), patienceMs);
    thread.once("message", done);
    // Out of memory: a few cells far apart can stand for billions of empty ones.
    thread.once("error", (error: Error & { code?: string }) =>
      failed(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? unreadable("it unpacks to too much") : error),
    );
    thread.once("exit", () => {
      clearTimeout(timer);
      failed(unreadable("reading ended early"));
    });
  }).finally(() => thread.terminate());
}

export const tooManyRows = (rows: number, limit: number): AppError =>
  new AppError("too_many_rows", `The sheet has ${rows} rows; ${limit} are the most.`, { rows, limit });
