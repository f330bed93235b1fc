import { parentPort, type Transferable } from "node:worker_threads";

/** In a worker's file: answers what `openWorker` of platform/worker.ts asks. What throws is told to who asked. */
export function answerEach<Question extends object, Answer extends object>(
  answer: (question: Question) => Answer,
  transferOf: (answer: Answer) => Transferable[] = () => [],
): void {
  parentPort!.on("message", ({ task, question }: { task: number; question: Question }) => {
    try {
      const given = answer(question);
      parentPort!.postMessage({ task, answer: given }, transferOf(given));
    } catch (error) {
      parentPort!.postMessage({ task, refusal: String(error) });
    }
  });
}
