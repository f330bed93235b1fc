import type { MeasureName, MeasureRules, ScoreMetric } from "@yingda/contract/measure-rules";

/** What the panels of the measures have in common. */
export type RulesProps = {
  rules: MeasureRules;
  /** The code of what is wrong at a place. */
  faultAt: (path: (string | number)[]) => string | null;
  change: (rules: MeasureRules) => void;
};

export const metricWords = {
  "bot.knowledge_coverage": "coverage",
  "bot.resolution_rate": "resolution",
  "human.connect_within_20s": "connect",
  "human.average_wait": "wait",
  "human.satisfaction_rate": "satisfaction",
  "human.reply_rate": "reply",
} as const satisfies Record<ScoreMetric, string>;

const faultWords = [
  ...["order", "none", "all", "disjoint", "rising", "falling", "points", "range", "flat", "weightless"],
] as const;
type FaultWord =
  | "order"
  | "none"
  | "all"
  | "disjoint"
  | "rising"
  | "falling"
  | "points"
  | "range"
  | "flat"
  | "weightless";

/** The code as a key of `fault`; what the contract says in its own words is "other". */
export const faultWord = (code: string): FaultWord | "other" =>
  (faultWords as readonly string[]).includes(code) ? (code as FaultWord) : "other";

/** The score is made of the figures; whatever else changes, the figures are made anew. */
export const isReckonedAnew = (names: readonly MeasureName[]) => names.some((name) => name !== "score");

export const listChanged = (before: MeasureRules, after: MeasureRules): MeasureName[] =>
  (Object.keys(after) as (keyof MeasureRules)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
