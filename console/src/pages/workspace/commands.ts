import { useEffect, useRef } from "react";
import type { Taken } from "./taken.ts";

/** What the keyboard can ask of the panes. A pane answers while it is shown; a key nobody answers does nothing. */
export type Commands = {
  next: [];
  previous: [];
  waiting: [];
  reply: [];
  note: [];
  transfer: [];
  invite: [];
  close: [];
  take: [];
  knowledge: [];
  /** An answer's words into the composer, to be edited. */
  compose: [taken: Taken];
  suggestion: [index: number, isEdit: boolean];
};

type Handler = (...args: never[]) => void;
const handlers = new Map<keyof Commands, Handler>();

export function useCommand<Name extends keyof Commands>(
  name: Name,
  handler: ((...args: Commands[Name]) => void) | null,
) {
  const latest = useRef(handler);
  latest.current = handler;
  const isOffered = handler !== null;
  useEffect(() => {
    if (!isOffered) return;
    const run = ((...args: Commands[Name]) => latest.current?.(...args)) as Handler;
    handlers.set(name, run);
    return () => {
      if (handlers.get(name) === run) handlers.delete(name);
    };
  }, [name, isOffered]);
}

export function runCommand<Name extends keyof Commands>(name: Name, ...args: Commands[Name]) {
  const handler = handlers.get(name) as ((...args: Commands[Name]) => void) | undefined;
  handler?.(...args);
  return handler !== undefined;
}
