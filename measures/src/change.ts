import { addGroups, type Group, meanOf } from "./impact.ts";

export type Change = {
  before: Group;
  now: Group;
  /** Became slower or faster itself. */
  rateEffect: number;
  /** Became a larger or smaller share. */
  mixEffect: number;
  total: number;
};

const none: Group = { n: 0, sum: 0 };

/**
 * Splits the change of a mean between two windows by group: with w the share of observations, m the group's mean and
 * c = (M₀+M₁)/2, rate effect R_g = ½(w₀+w₁)(m₁−m₀), mix effect X_g = (w₁−w₀)(½(m₀+m₁) − c). Σ(R_g+X_g) = M₁−M₀ exactly.
 * A group that is new or gone takes its missing mean from the window that knows it, so it has only a mix effect.
 * Same unit as the mean. Empty when either window is: then there is no change to explain. Source: metrics, "Impact".
 */
export function decomposeChange(
  before: ReadonlyMap<string, Group>,
  now: ReadonlyMap<string, Group>,
): Map<string, Change> {
  const result = new Map<string, Change>();
  const wholeBefore = addGroups(before.values());
  const wholeNow = addGroups(now.values());
  const meanBefore = meanOf(wholeBefore);
  const meanNow = meanOf(wholeNow);
  if (meanBefore === null || meanNow === null) return result;
  const middle = (meanBefore + meanNow) / 2;
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    const groupBefore = before.get(key) ?? none;
    const groupNow = now.get(key) ?? none;
    const m0 = meanOf(groupBefore) ?? meanOf(groupNow) ?? 0;
    const m1 = meanOf(groupNow) ?? meanOf(groupBefore) ?? 0;
    const w0 = groupBefore.n / wholeBefore.n;
    const w1 = groupNow.n / wholeNow.n;
    const rateEffect = ((w0 + w1) / 2) * (m1 - m0);
    const mixEffect =
      (w1 - w0) * ((m0 + m1) / 2 - middle) + stray(groupNow, wholeNow) - stray(groupBefore, wholeBefore);
    result.set(key, { before: groupBefore, now: groupNow, rateEffect, mixEffect, total: rateEffect + mixEffect });
  }
  return result;
}

/** What a group without observations adds all the same (a reply where nobody had asked): no mean says it. */
function stray(group: Group, whole: Group): number {
  return group.n === 0 ? group.sum / whole.n : 0;
}
