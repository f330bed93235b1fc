import { tagRules } from "@yingda/contract/tag-rules";
import { normalQuantile } from "./distributions.ts";
import { type ClusteredMean, pooledZ, type Rate, wilsonBounds } from "./statistics.ts";

/** 急需优化, 持续变差, 样本不足 */
export type Tag = "urgent" | "worsening" | "small_sample";

/** The peers' median and their worse quartile: P75 where down is good, P25 where up is good. */
export type Peers = { median: number; worseQuartile: number };

export type Tagged = {
  tags: Tag[];
  value: number | null;
  /** One-sided 95 % bound on the good side: lower where down is good. Null with a small sample. */
  bound: number | null;
  /** One-sided z of getting worse; null without a previous window, or when it cannot be told. */
  zVersusPrevious: number | null;
  /** (now − before)/before, positive = larger; null without a previous value to compare with. */
  relativeChange: number | null;
};

type Comparison = { good: "up" | "down"; peers?: Peers | null };

const confidence = 0.95;
/** One-sided 5 %, as the specification prints it. */
const worseningZ = 1.645;
const { worseningChange, urgentExcess } = tagRules;

/** Ratings under this number, turns under 50 or conversations under 20 carry no tag. */
const minimum = { ratings: 30, turns: 50, conversations: 20 };

/**
 * Warning tags of a rate (bad ratings, connects in time, …): Wilson bound against the peers, pooled two-proportion z
 * against the previous window. `minimumTrials` defaults to 30. Source: metrics, "Comparison and warning tags".
 */
export function tagRate(input: Comparison & { current: Rate; previous?: Rate | null; minimumTrials?: number }): Tagged {
  const { current, previous, good } = input;
  const value = current.trials === 0 ? null : current.hits / current.trials;
  const bounds = wilsonBounds(current, confidence);
  if (value === null || bounds === null || current.trials < (input.minimumTrials ?? minimum.ratings)) {
    return tooFew(value);
  }
  const z = previous ? pooledZ(previous, current) : null;
  const before = previous && previous.trials > 0 ? previous.hits / previous.trials : null;
  return judge(input, value, good === "down" ? bounds.lower : bounds.upper, worse(z, good), before);
}

/** Warning tags of a mean of durations: ratio estimator clustered by conversation. Source as tagRate. */
export function tagMean(
  input: Comparison & { current: ClusteredMean | null; previous?: ClusteredMean | null },
): Tagged {
  const { current, previous, good } = input;
  if (!current || current.observations < minimum.turns || current.clusters < minimum.conversations) {
    return tooFew(current?.mean ?? null);
  }
  const margin = normalQuantile(confidence) * current.standardError;
  const error = previous ? Math.hypot(current.standardError, previous.standardError) : 0;
  const z = previous && error > 0 ? (current.mean - previous.mean) / error : null;
  const bound = good === "down" ? current.mean - margin : current.mean + margin;
  return judge(input, current.mean, bound, worse(z, good), previous?.mean ?? null);
}

function judge(
  { good, peers }: Comparison,
  value: number,
  bound: number,
  zVersusPrevious: number | null,
  before: number | null,
): Tagged {
  const tags: Tag[] = [];
  if (peers && isUrgent(value, bound, peers, good)) tags.push("urgent");
  const relativeChange = before === null || before === 0 ? null : (value - before) / before;
  // From nothing to something is worse by more than any share.
  const change = relativeChange ?? (before === 0 && value > 0 ? Number.POSITIVE_INFINITY : 0);
  const isWorse = (good === "down" ? change : -change) >= worseningChange - rounding;
  if (isWorse && zVersusPrevious !== null && zVersusPrevious >= worseningZ) tags.push("worsening");
  return { tags, value, bound, zVersusPrevious, relativeChange };
}

/** Rates such as 0.12 and 1.2 × 0.1 are equal on paper and must be so here. */
const rounding = 1e-12;

function isUrgent(value: number, bound: number, peers: Peers, good: "up" | "down"): boolean {
  const { median, worseQuartile } = peers;
  if (good === "down") {
    return bound > median && value >= median * (1 + urgentExcess) - rounding && value >= worseQuartile - rounding;
  }
  return bound < median && value <= median * (1 - urgentExcess) + rounding && value <= worseQuartile + rounding;
}

function worse(z: number | null, good: "up" | "down"): number | null {
  return z === null || good === "down" ? z : -z;
}

function tooFew(value: number | null): Tagged {
  return { tags: ["small_sample"], value, bound: null, zVersusPrevious: null, relativeChange: null };
}
