import { backoffMs } from "./backoff.ts";

/** Calls until it succeeds, waiting longer each time. What `onFailure` throws ends it. */
export async function insist<T>(call: () => Promise<T>, onFailure: (error: unknown) => void): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      onFailure(error);
      await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt, Math.random())));
    }
  }
}
