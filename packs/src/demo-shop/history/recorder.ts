import type { Actor, EventBody, EventType, NewEvent } from "@yingda/contract/events";

export type TimedEvent = NewEvent & { at: string };

/** Writes one conversation's log while a clock of its own moves forward. */
export type Recorder = {
  readonly events: readonly TimedEvent[];
  /** The story's clock, epoch milliseconds. */
  readonly atMs: number;
  pass: (seconds: number) => void;
  /** Moves to an instant, never back. */
  passUntil: (atMs: number) => void;
  /** Returns the event's sequence number, counted from 1. */
  add: <T extends EventType>(type: T, actor: Actor, body: EventBody<T>) => number;
};

export function startRecorder(startMs: number): Recorder {
  const events: TimedEvent[] = [];
  let clockMs = Math.round(startMs);
  return {
    events,
    get atMs() {
      return clockMs;
    },
    pass: (seconds) => {
      clockMs += Math.max(0, Math.round(seconds * 1000));
    },
    passUntil: (atMs) => {
      clockMs = Math.max(clockMs, Math.round(atMs));
    },
    add: (type, actor, body) => {
      events.push({ type, actor, body, at: new Date(clockMs).toISOString() } as TimedEvent);
      return events.length;
    },
  };
}
