import type { ScorePart } from "./settings.ts";

/** 优秀, 良好, 合格, 待提升 */
export type Band = "excellent" | "good" | "fair" | "poor";

export type CapabilityScore = {
  /** 0–100; null when no metric has a value. */
  score: number | null;
  band: Band | null;
  /** "5/6": how many of the metrics that weigh anything had a value. */
  counted: number;
  parts: readonly {
    metric: string;
    value: number | null;
    /** 0–100; null for a metric without a value. */
    points: number | null;
    weight: number;
  }[];
};

/**
 * 客服能力分: the weighted mean of the metrics' points. A metric without a value drops out and the other weights are
 * renormalised; one of no weight is not counted. `values` by metric key; ratios as fractions, waits in seconds. Source: metrics, "Capability score".
 */
export function scoreCapability(
  values: Readonly<Record<string, number | null>>,
  settings: readonly ScorePart[],
): CapabilityScore {
  const parts = settings.map(({ metric, weight, anchors }) => {
    const value = values[metric] ?? null;
    return { metric, value, points: value === null ? null : interpolate(value, anchors), weight };
  });
  let weights = 0;
  let total = 0;
  let counted = 0;
  for (const { points, weight } of parts) {
    if (points === null || weight === 0) continue;
    weights += weight;
    total += points * weight;
    counted += 1;
  }
  const score = weights === 0 ? null : total / weights;
  return { score, band: score === null ? null : findBand(score), counted, parts };
}

/** Straight lines through the anchors, flat beyond the first and the last. Anchors may rise or fall in value. */
export function interpolate(value: number, anchors: ScorePart["anchors"]): number {
  const rising = anchors.toSorted((a, b) => a[0] - b[0]);
  const first = rising[0];
  const last = rising.at(-1);
  if (!first || !last) throw new RangeError("a score needs anchors");
  if (value <= first[0]) return first[1];
  if (value >= last[0]) return last[1];
  const upper = rising.findIndex(([x]) => x >= value);
  const [x0, y0] = rising[upper - 1]!;
  const [x1, y1] = rising[upper]!;
  return y0 + ((value - x0) * (y1 - y0)) / (x1 - x0);
}

export function findBand(score: number): Band {
  if (score >= 90) return "excellent";
  if (score >= 80) return "good";
  return score >= 60 ? "fair" : "poor";
}
