import type { Figure, MetricWords } from "./figures.ts";
import { fewestObservations } from "./tag-rules.ts";

/** Whether a figure got better or worse since the window it is compared with: one answer for pages, sentences and mails. */

export type Verdict =
  | "better"
  | "worse"
  /** Nothing of it would be printed. */
  | "same"
  /** There is no better and worse in it. */
  | "changed"
  /** As small as chance makes it, or of too few cases. */
  | "unsure";

type Judged = Pick<Figure, "value" | "numerator" | "denominator">;
type Comparison = { now: Judged; before: Judged; unit: MetricWords["unit"] | "effort"; good: MetricWords["good"] };

/** One-sided 5 %, as for the tags. */
const leastZ = 1.645;
/** Where the spread is not known, a change of less than this share of what it was is called nothing. */
const leastShare = 0.05;

/** Null where one of the two has no value. */
export function judgeChange({ now, before, unit, good }: Comparison): Verdict | null {
  if (now.value === null || before.value === null) return null;
  const difference = now.value - before.value;
  if (Math.abs(difference) < printedAbove(unit, now)) return "same";
  if (good === "none") return "changed";
  if (!isSure(difference, now, before, unit)) return "unsure";
  return (good === "up") === difference > 0 ? "better" : "worse";
}

/** The half of the last place that is printed: 0.1 %, 0.1 s, 0.1 points, whole counts. */
function printedAbove(unit: Comparison["unit"], { denominator }: Judged): number {
  if (unit === "ratio") return 0.0005;
  return unit === "count" && denominator === null ? 0.5 : 0.05;
}

function isSure(difference: number, now: Judged, before: Judged, unit: Comparison["unit"]): boolean {
  const [n, m] = [now.denominator, before.denominator];
  // Of counts the variance is the count.
  if (n === null || m === null) return Math.abs(difference) >= leastZ * Math.sqrt(now.numerator + before.numerator);
  if (Math.min(n, m) < fewestObservations) return false;
  const pooled = (now.numerator + before.numerator) / (n + m);
  const scaled = Math.sqrt(1 / n + 1 / m);
  if (unit === "ratio" && pooled > 0 && pooled < 1) {
    return Math.abs(difference) >= leastZ * Math.sqrt(pooled * (1 - pooled)) * scaled;
  }
  const isLarge = Math.abs(difference) >= leastShare * Math.abs(before.value!);
  // Waits and replies spread at least as widely as their mean; how much wider, sums do not tell.
  return unit === "seconds" ? isLarge && Math.abs(difference) >= leastZ * pooled * scaled : isLarge;
}
