import { type Asking, openWorker } from "./worker.ts";

/**
 * A worker that several shops share, and a second one for as long as the first is busy. What is heavy goes to the first
 * alone, one after another, so that there is always a thread for what is quick; a shop has one question under way, and those
 * who wait come in turn. It promises no order between questions of one shop but that in which they came.
 */
export type FairAsking<Question extends object, Answer extends object> = {
  /** `who`: whose turn it takes. */
  ask: (who: string, question: Question, wish: { isHeavy: boolean }) => Promise<Answer>;
  close: () => Promise<void>;
};

/** The second thread ends after this long without a question: what it keeps in memory is there twice. */
const restMs = 60_000;

export function openFairWorkers<Question extends object, Answer extends object>(
  file: URL,
  options: { failure: string; heapMb?: number },
): FairAsking<Question, Answer> {
  type Task = { who: string; isHeavy: boolean; carryOut: (worker: Asking<Question, Answer>) => Promise<void> };
  const open = () => openWorker<Question, Answer>(file, options);
  const first = { worker: open(), isBusy: false };
  const second = { worker: open(), isBusy: false };
  const waiting: Task[] = [];
  const underWay = new Set<string>();
  let resting: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** The first who may go; whoever has just had an answer stands behind those who came meanwhile. */
  function next(): void {
    for (let at = 0; at < waiting.length; ) {
      const task = waiting[at]!;
      const lane = underWay.has(task.who) ? undefined : findLane(task);
      if (lane) {
        waiting.splice(at, 1);
        void go(task, lane);
      } else at += 1;
    }
  }
  function findLane({ isHeavy }: Task) {
    if (!first.isBusy) return first;
    return isHeavy || second.isBusy ? undefined : second;
  }
  async function go({ who, carryOut }: Task, lane: typeof first): Promise<void> {
    lane.isBusy = true;
    underWay.add(who);
    if (lane === second) clearTimeout(resting);
    await carryOut(lane.worker);
    lane.isBusy = false;
    underWay.delete(who);
    if (lane === second) resting = setTimeout(rest, restMs).unref();
    next();
  }
  function rest(): void {
    if (isClosed || second.isBusy) return;
    void second.worker.close();
    second.worker = open();
  }

  return {
    ask: (who, question, { isHeavy }) =>
      new Promise<Answer>((done, failed) => {
        waiting.push({ who, isHeavy, carryOut: (worker) => worker.ask(question).then(done, failed) });
        next();
      }),
    close: async () => {
      isClosed = true;
      clearTimeout(resting);
      await Promise.all([first.worker.close(), second.worker.close()]);
    },
  };
}
