import type { Group } from "./impact.ts";
import { quantile } from "./statistics.ts";

export type Observation = { group: string; conversationId: string; value: number };
export type Certainty = {
  low: number;
  high: number;
  /** Enough observations, and the interval excludes 0; else the row is shown grey, 样本不足. */
  isRanked: boolean;
};

/** Fewer turns than this are never ranked. */
const minimumObservations = 20;

/**
 * 95 % interval of each group's impact by bootstrap over conversations (the turns of one hang together): whole
 * conversations are drawn with replacement and I_g computed anew. Deterministic for the same `seed`, which must be a
 * whole number. Same unit as the impact.
 */
export function measureCertainty(
  observations: readonly Observation[],
  { draws = 1000, seed = 1 }: { draws?: number; seed?: number } = {},
): Map<string, Certainty> {
  const conversations = [...Map.groupBy(observations, (one) => one.conversationId).values()].map(summarise);
  const counts = summarise(observations);
  const impacts = new Map<string, number[]>([...counts.keys()].map((group) => [group, []]));
  const random = createRandom(seed);
  for (let draw = 0; draw < draws; draw++) {
    const totals = new Map<string, Group>();
    let n = 0;
    let sum = 0;
    for (let k = 0; k < conversations.length; k++) {
      for (const [group, part] of conversations[Math.floor(random() * conversations.length)]!) {
        const total = totals.get(group) ?? { n: 0, sum: 0 };
        totals.set(group, { n: total.n + part.n, sum: total.sum + part.sum });
        n += part.n;
        sum += part.sum;
      }
    }
    for (const [group, list] of impacts) {
      const total = totals.get(group);
      list.push(total ? (total.sum * n - total.n * sum) / (n * n) : 0);
    }
  }
  return new Map(
    [...impacts].map(([group, list]) => {
      const low = quantile(list, 0.025) ?? 0;
      const high = quantile(list, 0.975) ?? 0;
      const isRanked = counts.get(group)!.n >= minimumObservations && (low > 0 || high < 0);
      return [group, { low, high, isRanked }];
    }),
  );
}

function summarise(observations: readonly Observation[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { group, value } of observations) {
    const known = groups.get(group) ?? { n: 0, sum: 0 };
    groups.set(group, { n: known.n + 1, sum: known.sum + value });
  }
  return groups;
}

/** A small generator of our own (mulberry32's recurrence), so that the same page shows the same interval twice. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
