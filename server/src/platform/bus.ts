import type { Logger } from "pino";

/**
 * What happened, told to whoever reacts. In one process, after the commit; a listener that fails is logged and the
 * others still hear. Nothing may be lost by missing a message here: every reaction is found again from the tables.
 */
export type Bus<Happenings extends Record<string, unknown>> = {
  on: <Name extends keyof Happenings>(name: Name, listener: (what: Happenings[Name]) => unknown) => void;
  tell: <Name extends keyof Happenings>(name: Name, what: Happenings[Name]) => void;
  /** Resolves when every reaction under way has ended, reactions to reactions included. */
  settled: () => Promise<void>;
};

export function makeBus<Happenings extends Record<string, unknown>>(log: Logger): Bus<Happenings> {
  const listeners = new Map<keyof Happenings, ((what: never) => unknown)[]>();
  const underWay = new Set<Promise<void>>();
  const run = async (listener: (what: never) => unknown, what: unknown, name: unknown) => {
    try {
      await listener(what as never);
    } catch (error) {
      log.error({ err: error, happening: name }, "a reaction failed; the sweep will find it again");
    }
  };
  return {
    on: (name, listener) => {
      const known = listeners.get(name) ?? [];
      listeners.set(name, [...known, listener as (what: never) => unknown]);
    },
    tell: (name, what) => {
      for (const listener of listeners.get(name) ?? []) {
        const work = run(listener, what, name).finally(() => underWay.delete(work));
        underWay.add(work);
      }
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
