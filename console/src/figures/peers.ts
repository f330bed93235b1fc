import type { HomeMetric } from "@yingda/contract/routes/analytics";

/** The share of the peers that do worse, 0–100; null without a value. Where down is good, those with more do worse. */
export function shareBehind(
  { percentile, bound }: NonNullable<HomeMetric["peers"]>,
  good: HomeMetric["good"],
): { share: number; bound: "at_least" | "at_most" | null } | null {
  if (percentile === null || good === "none") return null;
  if (good === "up") return { share: percentile, bound };
  const mirrored = bound === "at_least" ? "at_most" : bound === "at_most" ? "at_least" : null;
  return { share: 100 - percentile, bound: mirrored };
}
