import type { Dimension } from "@yingda/contract/figures";
import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import { fewestObservations } from "@yingda/contract/tag-rules";

/** What the bars of a diagnosis show, and that they still add up when the smaller ones are put together. Pure. */

export type ImpactOrder = "impact" | "change";

/** All that is in no bar of its own; null when every group has one. */
export type Rest = { count: number; n: number; impact: number; total: number | null };

const shownAtMost = 12;
const times: readonly Dimension[] = ["day", "week", "month", "weekday", "hour", "requestHour"];
const isTime = (dimension: Dimension): boolean => times.includes(dimension);

export function arrangeImpact(
  { dimension, groups, groupCount, change, now }: Diagnosis,
  order: ImpactOrder,
): { shown: DiagnosisGroup[]; rest: Rest | null } {
  const size = (group: DiagnosisGroup) => Math.abs((order === "change" ? group.total : group.impact) ?? 0);
  // Hours stay in their order, all of them.
  const shown = isTime(dimension)
    ? groups.toSorted((a, b) => compareTimes(a.key, b.key))
    : groups.toSorted((a, b) => size(b) - size(a)).slice(0, shownAtMost);
  const count = groupCount - shown.length;
  if (count <= 0) return { shown, rest: null };
  const sum = (of: (group: DiagnosisGroup) => number) => shown.reduce((total, group) => total + of(group), 0);
  return {
    shown,
    rest: {
      count,
      n: Math.max(0, (now.denominator ?? 0) - sum(({ n }) => n)),
      // All impacts add up to nothing, all changes to the change.
      impact: -sum(({ impact }) => impact),
      total: change === null ? null : change - sum(({ total }) => total ?? 0),
    },
  };
}

function compareTimes(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : a < b ? -1 : 1;
}

/** Half the width of the axis: every bar fits; the wide intervals of very small groups do not stretch it. */
export function reachOf(shown: readonly DiagnosisGroup[], rest: Rest | null): { impact: number; change: number } {
  const largest = (values: (number | null | undefined)[]) =>
    Math.max(...values.map((value) => Math.abs(value ?? 0)), 0);
  return {
    impact: largest([
      ...shown.flatMap(({ n, impact, low, high }) => (n >= fewestObservations ? [impact, low, high] : [impact])),
      rest?.impact,
    ]),
    change: largest([
      ...shown.flatMap(({ rateEffect, mixEffect, total }) => [rateEffect, mixEffect, total]),
      rest?.total,
    ]),
  };
}
