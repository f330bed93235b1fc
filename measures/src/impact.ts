/** A group of observations: how many, and their total (seconds of turns, or bad ratings in place of seconds). */
export type Group = { n: number; sum: number };

export type Impact = {
  n: number;
  sum: number;
  /** Null for an empty group. */
  mean: number | null;
  /** Share of the whole mean that this group adds (positive) or saves (negative), in the unit of the mean. */
  impact: number;
  /** The whole mean less the mean without this group; a tooltip only, it does not add up. Null when nothing is left. */
  leaveOneOut: number | null;
};

/** Σ over groups; the whole they are parts of. */
export function addGroups(groups: Iterable<Group>): Group {
  const whole = { n: 0, sum: 0 };
  for (const group of groups) {
    whole.n += group.n;
    whole.sum += group.sum;
  }
  return whole;
}

/** Mean of a group; null when it is empty. */
export function meanOf(group: Group): number | null {
  return group.n === 0 ? null : group.sum / group.n;
}

/**
 * 影响时长: how much each group moves the whole mean M, I_g = (S_g − n_g·M)/N = (n_g/N)(m_g − M). The impacts of all
 * groups sum to 0 and those of children to their parent's. Computed as (S_g·N − n_g·S)/N², so that whole sums lose
 * nothing before the last division. Empty when there is nothing at all (M is then unknown). Source: metrics, "Impact".
 */
export function measureImpact(groups: ReadonlyMap<string, Group>): Map<string, Impact> {
  const whole = addGroups(groups.values());
  const result = new Map<string, Impact>();
  if (whole.n === 0) return result;
  for (const [key, group] of groups) {
    const rest = whole.n - group.n;
    result.set(key, {
      n: group.n,
      sum: group.sum,
      mean: meanOf(group),
      impact: (group.sum * whole.n - group.n * whole.sum) / (whole.n * whole.n),
      leaveOneOut: rest === 0 ? null : (whole.sum * rest - (whole.sum - group.sum) * whole.n) / (whole.n * rest),
    });
  }
  return result;
}

/** Groups rows by a key; rows without it come under `(none)`. */
export function groupBy<R>(
  rows: Iterable<R>,
  findKey: (row: R) => string | null,
  findValue: (row: R) => number,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = findKey(row) ?? nobody;
    const group = groups.get(key) ?? { n: 0, sum: 0 };
    group.n += 1;
    group.sum += findValue(row);
    groups.set(key, group);
  }
  return groups;
}

/** The row of what belongs to nobody: offline messages, conversations without a product. */
export const nobody = "(none)";
