import type { Logger } from "pino";

/** One after another; one that fails is logged, and the others still have their turn. */
export async function eachOnItsOwn<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  log: Logger,
): Promise<void> {
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      log.error({ err: error, item }, "one of a sweep's tasks failed; it will be tried again");
    }
  }
}

/** Runs a sweep again and again, never twice at once; a failure is logged and the next run comes. */
export function repeat(everyMs: number, work: () => Promise<unknown>, log: Logger): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const run = () => {
    running = work().then(
      () => {},
      (error) => log.error({ err: error }, "a sweep failed; it will run again"),
    );
    running.then(() => {
      if (!isStopped) timer = setTimeout(run, everyMs);
    });
  };
  timer = setTimeout(run, everyMs);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
