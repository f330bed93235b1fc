const firstMs = 500;
const longestMs = 30_000;

/**
 * How long to wait before reconnection number `attempt` (0 = the first). Half of it is chance, so that thousands of
 * windows do not come back in the same instant after a restart. `chance` is in [0, 1).
 */
export function backoffMs(attempt: number, chance: number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
}
