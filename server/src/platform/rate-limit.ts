import type { Clock } from "./clock.ts";
import { AppError } from "./errors.ts";

/**
 * Token buckets in memory, one per key, refilled evenly over a minute. Full buckets are forgotten, so memory follows
 * the number of recent callers.
 */
export type RateLimit = { take: (key: string) => void };

export function makeRateLimit(perMinute: number, clock: Clock): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  let sweptAtMs = 0;
  return {
    take: (key) => {
      const nowMs = clock.now().getTime();
      const bucket = buckets.get(key) ?? { tokens: perMinute, atMs: nowMs };
      const tokens = Math.min(perMinute, bucket.tokens + ((nowMs - bucket.atMs) / 60_000) * perMinute);
      if (tokens < 1) {
        const retryAfter = Math.ceil(((1 - tokens) / perMinute) * 60);
        throw new AppError("too_many_requests", `Too many requests; try again in ${retryAfter} s.`, { retryAfter });
      }
      buckets.set(key, { tokens: tokens - 1, atMs: nowMs });
      if (nowMs - sweptAtMs > 60_000) {
        sweptAtMs = nowMs;
        for (const [known, { atMs }] of buckets) if (nowMs - atMs > 60_000) buckets.delete(known);
      }
    },
  };
}
