import type { FreeAgent } from "./queries.ts";

/**
 * Least busy by share of capacity; then longest idle first: with equal load the same two people would get everything.
 * Takes the seat in the given list, so that the next pick sees it taken.
 */
export function pickAgent(agents: FreeAgent[], now: Date): FreeAgent {
  const free = agents.filter((agent) => agent.load < agent.capacity);
  const best = free.reduce((a, b) => (isBefore(b, a) ? b : a));
  best.load += 1;
  best.assignedAt = now;
  return { ...best };
}

function isBefore(a: FreeAgent, b: FreeAgent): boolean {
  const difference = a.load / a.capacity - b.load / b.capacity;
  if (difference !== 0) return difference < 0;
  return (a.assignedAt?.getTime() ?? 0) < (b.assignedAt?.getTime() ?? 0);
}
