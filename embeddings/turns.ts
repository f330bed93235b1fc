import { setImmediate as letOthersIn } from "node:timers/promises";
import type { Embedded } from "./model.ts";

/**
 * One processor for all who ask. A customer's question waits a fraction of a second at most, a shop's thousand wordings may
 * take minutes: texts are taken one by one, always of whoever has the fewest left.
 */
export type Turns = {
  /** Null: too much is waiting already. A text by itself is always let in. */
  ask: (texts: readonly string[], signal: AbortSignal) => Promise<Embedded[] | null>;
};

type Job = {
  texts: readonly string[];
  embedded: Embedded[];
  signal: AbortSignal;
  done: (embedded: Embedded[]) => void;
  failed: (error: unknown) => void;
};

const mostWaiting = 8_192;

export function openTurns(embed: (text: string) => Promise<Embedded>): Turns {
  const jobs: Job[] = [];
  const left = ({ texts, embedded }: Job) => texts.length - embedded.length;
  let isWorking = false;

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    while (jobs.length > 0) {
      const job = jobs.reduce((best, one) => (left(one) < left(best) ? one : best));
      try {
        job.signal.throwIfAborted();
        job.embedded.push(await embed(job.texts[job.embedded.length]!));
        if (left(job) === 0) {
          jobs.splice(jobs.indexOf(job), 1);
          job.done(job.embedded);
        }
      } catch (error) {
        jobs.splice(jobs.indexOf(job), 1);
        job.failed(error);
      }
      // Computing holds the process: what has come meanwhile is heard before the next text is chosen.
      await letOthersIn();
    }
    isWorking = false;
  }

  return {
    ask: (texts, signal) => {
      const waiting = jobs.reduce((sum, job) => sum + left(job), 0);
      if (texts.length > 1 && waiting + texts.length > mostWaiting) return Promise.resolve(null);
      return new Promise((done, failed) => {
        jobs.push({ texts, embedded: [], signal, done, failed });
        void work();
      });
    },
  };
}
