import { Worker } from "node:worker_threads";
import { AppError } from "../platform/errors.ts";
import type { Past } from "./as-events.ts";
import type { Read, Reading, Survey, Surveyed, Word } from "./log-worker.ts";

/** The main thread's side of log-worker.ts. What the worker refuses is thrown here. */

/** Single messages are held until the last row; the most that the limits allow fits. */
const heapMb = 1536;

export async function surveyInWorker(survey: Omit<Survey, "task">): Promise<Surveyed> {
  const last = await listenTo({ task: "survey", ...survey }, async () => {});
  if (!("surveyed" in last)) throw new Error("The worker answered another question.");
  return last.surveyed;
}

/** The worker goes on reading when `take` has dealt with a pile. */
export async function readInWorker(
  reading: Omit<Reading, "task">,
  take: (pile: Past[]) => Promise<void>,
): Promise<Read> {
  const last = await listenTo({ task: "read", ...reading }, take);
  if (!("read" in last)) throw new Error("The worker answered another question.");
  return last.read;
}

function listenTo(work: Survey | Reading, take: (pile: Past[]) => Promise<void>): Promise<Word> {
  const worker = new Worker(new URL("./log-worker.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  return new Promise<Word>((done, failed) => {
    worker.on("message", (word: Word) => {
      if ("pile" in word) take(word.pile).then(() => worker.postMessage("go on"), failed);
      else if ("refusal" in word) failed(new AppError(word.refusal.code, word.refusal.message, word.refusal.details));
      else done(word);
    });
    worker.once("error", (error: Error & { code?: string }) =>
      failed(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? new AppError("too_large", "The log needs more memory than an import may take. Split it.")
          : error,
      ),
    );
    worker.once("exit", () => failed(new Error("Reading the log ended early.")));
  }).finally(() => worker.terminate());
}
