import type { Dimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { nothing, type Parts, type Slice, sumUp } from "./sums.ts";

/** Metrics of different kinds of facts side by side, group by group. */

/** By the joined keys: those, and the parts of each metric. */
export type Groups = Map<string, { keys: (string | null)[]; parts: Parts[] }>;
export type Found = { now: Groups; earlier: Groups | null };

/** `asked`: those of the metrics that are added up here; the others stay nothing. */
export async function group(
  ctx: Ctx,
  metrics: readonly Metric[],
  asked: readonly Metric[],
  by: readonly Dimension[],
  slice: Slice,
): Promise<Groups> {
  const groups: Groups = new Map();
  await Promise.all(
    [...Map.groupBy(asked, (metric) => metric.fact)].map(async ([fact, own]) => {
      const places = own.map((metric) => metrics.indexOf(metric));
      for (const { id, keys, parts } of await sumUp(ctx, fact, own, by, slice)) {
        const known = groups.get(id) ?? { keys, parts: metrics.map(() => nothing) };
        places.forEach((place, i) => {
          known.parts[place] = parts[i]!;
        });
        groups.set(id, known);
      }
    }),
  );
  return groups;
}

/** Puts what was asked later beside what was asked first. */
export function addGroups(first: Groups, later: Groups, asked: readonly Metric[], metrics: readonly Metric[]): void {
  const places = asked.map((metric) => metrics.indexOf(metric));
  for (const [id, { keys, parts }] of later) {
    const known = first.get(id) ?? { keys, parts: metrics.map(() => nothing) };
    for (const place of places) known.parts[place] = parts[place]!;
    first.set(id, known);
  }
}

/** The groups are parts of the whole: every fact is in exactly one. */
export function addUp(groups: Groups, metrics: readonly Metric[]): Parts[] {
  const sums = metrics.map(() => ({ ...nothing }));
  for (const { parts } of groups.values()) {
    for (const [i, sum] of sums.entries()) {
      sum.numerator += parts[i]!.numerator;
      sum.denominator += parts[i]!.denominator;
    }
  }
  return sums;
}
