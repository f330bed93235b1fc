import type { Ranked } from "./rank.ts";
import { signal } from "./signal-names.ts";

/**
 * What an embedding model adds, from outside: how near the question is to entries, as cosines, and what cosines of that
 * model mean in that shop. It is an opinion beside the engine's own, and a bounded one: it moves an entry that shares no
 * word with the question far enough to be recommended, not to be answered unasked.
 */
export type Near = {
  /** Of the nearest entries, each by its nearest wording. Every other entry is farther than all of these. */
  cosines: ReadonlyMap<string, number>;
  scale: NearScale;
};

/**
 * `typical`: the cosine of the nearest wrong entry, in the mean. An entry as near as that is meant with log odds `bias`, and
 * with `slope` more for each unit of cosine that it is nearer.
 */
export type NearScale = { typical: number; slope: number; bias: number };

/**
 * One of the shop's wordings taken for a question: its cosine to the nearest other wording of its entry (null: it has
 * none), and those of the nearest other entries, each by its nearest wording.
 */
export type NearSample = { own: number | null; others: readonly number[] };

// Evidence is what a cosine says beyond that of the nearest wrong entry, so that a model which tells little apart says
// little either way. It counts half, for engine and model have seen the same words; in full where there are none that the
// engine could have seen. Less far down than up, for the engine's reasons can be looked at and the model's can't.
const trust = { beside: 0.5, alone: 1 };
/** Log odds that such an entry comes to at most: enough for a list, too little for an answer. */
const mostAlone = 0.4;
const farthestUp = 5;
const farthestDown = 1.5;
/** An entry found by nearness alone is only brought in if it then counts for something. */
export const worthAdding = -3;

const evidenceOf = ({ typical, slope }: NearScale, cosine: number): number => slope * (cosine - typical);

/** What the model by itself would say, 0…1. */
export const opinionOf = (scale: NearScale, cosine: number): number =>
  1 / (1 + Math.exp(-scale.bias - evidenceOf(scale, cosine)));

/** The engine's log odds with the model's evidence. `isAlone`: the entry has nothing that the engine could compare. */
export function meet(near: Near, entryId: string, odds: number, isAlone = false): number {
  const cosine = near.cosines.get(entryId);
  const evidence = (isAlone ? trust.alone : trust.beside) * evidenceOf(near.scale, cosine ?? farthest(near));
  const moved = odds + Math.max(-farthestDown, Math.min(cosine === undefined ? 0 : farthestUp, evidence));
  return isAlone ? Math.min(moved, Math.max(odds, mostAlone)) : moved;
}

function farthest({ cosines }: Near): number {
  let least = 1;
  for (const cosine of cosines.values()) if (cosine < least) least = cosine;
  return least;
}

/** No word, nor one of its sound or group, in no wording and no answer. */
const shared = [signal.cosine, signal.wordsAsked, signal.answer];
const sharesNothing = ({ signals }: Ranked): boolean => shared.every((at) => signals[at] === 0);

export function leanOn(near: Near, entryId: string, ranked: Ranked): void {
  ranked.odds = meet(near, entryId, ranked.odds, sharesNothing(ranked));
  ranked.alone = 1 / (1 + Math.exp(-ranked.odds));
  const cosine = near.cosines.get(entryId);
  if (cosine !== undefined) ranked.near = opinionOf(near.scale, cosine);
}

const leastSamples = 8;
/** What a model is like of which nothing is known: the nearest wrong entry is right one time in ten. */
const usual = { bias: -2.2, slope: 1.1 } as const;
/** How many samples the usual counts for. */
const inertia = 6;
const steps = 40;

/**
 * What this model's cosines mean in this shop. A conditional logit with “none of them” as a choice, as the engine's own
 * weights are fitted: each sample once with its own entry to be found, once without it, when nothing is right. Cosines
 * are measured in deviations of the nearest wrong entry's, so a model that calls everything alike is read as well as
 * one that spreads. null: too few wordings to tell.
 */
export function fitNearScale(samples: readonly NearSample[]): NearScale | null {
  const usable = samples.filter(({ others }) => others.length > 0);
  if (usable.length < leastSamples) return null;
  const nearest = usable.map(({ others }) => Math.max(...others));
  const mean = nearest.reduce((sum, each) => sum + each, 0) / nearest.length;
  const deviation = Math.sqrt(nearest.reduce((sum, each) => sum + (each - mean) ** 2, 0) / nearest.length);
  if (!(deviation > 1e-6)) return null;
  const z = (cosine: number) => (cosine - mean) / deviation;
  const read = usable.map(({ own, others }) => ({ own: own === null ? null : z(own), others: others.map(z) }));

  let [bias, slope] = [usual.bias as number, usual.slope as number];
  for (let step = 0; step < steps; step++) {
    // The penalty's gradient and curvature, then those of every choice (Newton's method; the likelihood is concave).
    let [g0, g1] = [inertia * (usual.bias - bias), inertia * (usual.slope - slope)];
    let [h00, h01, h11] = [inertia, 0, inertia];
    for (const { own, others } of read) {
      for (const right of own === null ? [null] : [own, null]) {
        const choices = right === null ? others : [right, ...others];
        const shares = choices.map((each) => Math.exp(Math.min(30, bias + slope * each)));
        const mass = 1 + shares.reduce((sum, share) => sum + share, 0);
        let [p, pz, pzz] = [0, 0, 0];
        for (const [at, share] of shares.entries()) {
          const each = choices[at]!;
          p += share / mass;
          pz += (share / mass) * each;
          pzz += (share / mass) * each * each;
        }
        g0 += (right === null ? 0 : 1) - p;
        g1 += (right ?? 0) - pz;
        h00 += p - p * p;
        h01 += pz - p * pz;
        h11 += pzz - pz * pz;
      }
    }
    const det = h00 * h11 - h01 * h01;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det];
    // No step longer than one: from far away Newton overshoots.
    const damp = Math.min(1, 1 / Math.max(Math.abs(d0), Math.abs(d1), 1e-9));
    bias += damp * d0;
    slope += damp * d1;
    if (Math.abs(d0) + Math.abs(d1) < 1e-7) break;
  }
  // A model for which what belongs together is not nearer than what doesn't has no say.
  if (!(slope > 0.05)) return null;
  return { typical: mean, slope: slope / deviation, bias };
}
