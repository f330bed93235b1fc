import { type Transferable, Worker } from "node:worker_threads";

/**
 * A thread that is asked one thing after another, away from the thread that serves people. One that died (of memory, say)
 * is replaced at the next question, and those who waited are told; else they would wait for ever.
 */
export type Asking<Question extends object, Answer extends object> = {
  ask: (question: Question, transfer?: Transferable[]) => Promise<Answer>;
  close: () => Promise<void>;
};

/** The worker's file listens with `answerEach` of platform/worker-side.ts. `failure` names a death without a cause. */
export function openWorker<Question extends object, Answer extends object>(
  file: URL,
  { failure, heapMb }: { failure: string; heapMb?: number },
): Asking<Question, Answer> {
  const waiting = new Map<number, { done: (answer: Answer) => void; failed: (error: Error) => void }>();
  let last = 0;
  let worker: Worker | null = null;
  let isClosed = false;

  function getWorker(): Worker {
    if (worker) return worker;
    const mine = new Worker(file, heapMb ? { resourceLimits: { maxOldGenerationSizeMb: heapMb } } : {});
    worker = mine;
    mine.unref();
    mine.on("message", ({ task, answer, refusal }: { task: number; answer?: Answer; refusal?: string }) => {
      const asked = waiting.get(task);
      waiting.delete(task);
      if (answer) asked?.done(answer);
      else asked?.failed(new Error(refusal));
    });
    let cause = new Error(failure);
    mine.on("error", (error: Error) => {
      cause = error;
    });
    mine.on("exit", () => {
      if (worker !== mine) return;
      worker = null;
      for (const { failed } of waiting.values()) failed(cause);
      waiting.clear();
    });
    return mine;
  }

  return {
    ask: (question, transfer = []) =>
      new Promise((done, failed) => {
        if (isClosed) return failed(new Error(failure));
        const task = ++last;
        waiting.set(task, { done, failed });
        getWorker().postMessage({ task, question }, transfer);
      }),
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
