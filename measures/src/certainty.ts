import { fewestObservations } from "@yingda/contract/tag-rules";
import { normalQuantile } from "./distributions.ts";
import { quantile } from "./statistics.ts";

/** How far an impact may be chance. Conversations are what is drawn: the turns of one hang together. */

/** What one conversation has in one group: observations and their total. */
export type Cluster = { group: string; conversationId: string; n: number; sum: number };
/** 95 %, in the unit of the impact. */
export type Interval = { low: number; high: number };

const confidence = 0.95;
/** Enough observations, and the interval excludes 0; else the row is shown grey, 样本不足. */
export const isRanked = (n: number, { low, high }: Interval): boolean =>
  n >= fewestObservations && (low > 0 || high < 0);

/**
 * Interval of each group's impact by bootstrap: whole conversations are drawn with replacement and I_g computed anew.
 * Deterministic for the same `seed`, which must be a whole number. Costs draws × clusters.
 */
export function bootstrapImpacts(
  clusters: readonly Cluster[],
  { draws = 1000, seed = 1 }: { draws?: number; seed?: number } = {},
): Map<string, Interval> {
  const groups = [...new Set(clusters.map((one) => one.group))];
  const placeOf = new Map(groups.map((group, place) => [group, place]));
  const conversations = [...Map.groupBy(clusters, (one) => one.conversationId).values()];
  // Flat, because this runs a million times: conversation k has the clusters from starts[k] to starts[k + 1].
  const flat = conversations.flat();
  const places = Int32Array.from(flat, (one) => placeOf.get(one.group)!);
  const sizes = Float64Array.from(flat, (one) => one.n);
  const sums = Float64Array.from(flat, (one) => one.sum);
  const starts = new Int32Array(conversations.length + 1);
  conversations.forEach((own, k) => {
    starts[k + 1] = starts[k]! + own.length;
  });
  const impacts = groups.map(() => new Float64Array(draws));
  const n = new Float64Array(groups.length);
  const sum = new Float64Array(groups.length);
  const random = createRandom(seed);
  for (let draw = 0; draw < draws; draw++) {
    n.fill(0);
    sum.fill(0);
    let wholeN = 0;
    let wholeSum = 0;
    for (let drawn = 0; drawn < conversations.length; drawn++) {
      const k = Math.floor(random() * conversations.length);
      for (let i = starts[k]!; i < starts[k + 1]!; i++) {
        n[places[i]!]! += sizes[i]!;
        sum[places[i]!]! += sums[i]!;
        wholeN += sizes[i]!;
        wholeSum += sums[i]!;
      }
    }
    for (const [g, list] of impacts.entries()) {
      list[draw] = wholeN === 0 ? 0 : (sum[g]! * wholeN - n[g]! * wholeSum) / (wholeN * wholeN);
    }
  }
  return new Map(
    groups.map((group, g) => {
      const list = [...impacts[g]!];
      return [group, { low: quantile(list, 0.025) ?? 0, high: quantile(list, 0.975) ?? 0 }];
    }),
  );
}

/** Sums over conversations c of what a group has in them (n, s) and of all that they have (N, S). */
export type Moments = {
  n: number;
  s: number;
  nn: number;
  ns: number;
  ss: number;
  nN: number;
  nS: number;
  sN: number;
  sS: number;
};
export type WholeMoments = { clusters: number; n: number; s: number; nn: number; ns: number; ss: number };

/**
 * The same interval without drawing, for samples too large to draw from: to first order a conversation moves
 * I_g = s/N − n·S/N² by u_c = (s_c − M·n_c)/N − (s·N_c + n·S_c − 2·n·M·N_c)/N², and Var I_g = k/(k−1)·Σu_c². Σu_c² needs
 * nothing of a conversation but the sums of products above, which add up over days. It is what the bootstrap tends to.
 */
export function estimateImpacts(
  groups: ReadonlyMap<string, Moments>,
  { clusters, n: N, s: S, nn: NN, ns: NS, ss: SS }: WholeMoments,
): Map<string, Interval> {
  const z = normalQuantile((1 + confidence) / 2);
  return new Map(
    [...groups].map(([group, g]) => {
      if (N === 0) return [group, { low: 0, high: 0 }];
      const M = S / N;
      const impact = (g.s - g.n * M) / N;
      // u_c = a·s_c + b·n_c + d·N_c + e·S_c
      const a = 1 / N;
      const b = -M / N;
      const d = (2 * g.n * M - g.s) / (N * N);
      const e = -g.n / (N * N);
      const squares =
        a * a * g.ss +
        b * b * g.nn +
        d * d * NN +
        e * e * SS +
        2 * (a * b * g.ns + a * d * g.sN + a * e * g.sS + b * d * g.nN + b * e * g.nS + d * e * NS);
      const variance = clusters < 2 ? 0 : (clusters / (clusters - 1)) * Math.max(0, squares);
      const margin = z * Math.sqrt(variance);
      return [group, { low: impact - margin, high: impact + margin }];
    }),
  );
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
