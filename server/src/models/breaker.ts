import type { ModelProblem } from "@yingda/contract/routes/models";
import type { Clock } from "../platform/clock.ts";
import type { ModelFailure } from "./failure.ts";

/**
 * Leaves an endpoint alone that fails again and again, so that no customer waits for what will not come: after some
 * failures in a row a pause, after each further one twice as long. After a pause one call is let through to see.
 */
export type Breaker = {
  /** null: ask. */
  pausedUntil: (key: string) => Date | null;
  /** Takes the one try after a pause, too. */
  mayAsk: (key: string) => boolean;
  succeeded: (key: string) => void;
  failed: (key: string, failure: ModelFailure) => void;
  forget: (key: string) => void;
};

const failuresBorne = 4;
const firstPauseMs = 30_000;
const longestPauseMs = 10 * 60_000;
/** Ours, not the endpoint's doing. */
const innocent: ReadonlySet<ModelProblem> = new Set([
  "stopped",
  "budget",
  "paused",
  "busy",
  "not_set_up",
  "key_unreadable",
]);

export function makeBreaker(clock: Clock): Breaker {
  const states = new Map<string, { failures: number; pauseMs: number; untilMs: number; isTrying: boolean }>();
  const nowMs = () => clock.now().getTime();
  return {
    pausedUntil: (key) => {
      const untilMs = states.get(key)?.untilMs ?? 0;
      return untilMs > nowMs() ? new Date(untilMs) : null;
    },
    mayAsk: (key) => {
      const state = states.get(key);
      if (!state || state.untilMs === 0) return true;
      if (state.untilMs > nowMs() || state.isTrying) return false;
      state.isTrying = true;
      return true;
    },
    succeeded: (key) => void states.delete(key),
    failed: (key, { problem, retryAfterSeconds }) => {
      const state = states.get(key) ?? { failures: 0, pauseMs: firstPauseMs, untilMs: 0, isTrying: false };
      state.isTrying = false;
      states.set(key, state);
      if (innocent.has(problem)) return;
      state.failures += 1;
      // Who says how long to wait is believed at once.
      if (retryAfterSeconds !== undefined) state.untilMs = nowMs() + Math.min(retryAfterSeconds * 1000, longestPauseMs);
      else if (state.failures >= failuresBorne) {
        state.untilMs = nowMs() + state.pauseMs;
        state.pauseMs = Math.min(2 * state.pauseMs, longestPauseMs);
      }
    },
    forget: (key) => void states.delete(key),
  };
}
