/** What a shop's own work teaches, and how much that is worth. Plain data, so that it crosses a worker boundary unchanged. */

/**
 * What a customer asked and the entry that was right, as labels, clicks, thumbs and agents' choices say. `entryId` null:
 * nothing in the knowledge answers it. `weight`: how far the source is to be believed (1 by default).
 */
export type Asked = { id?: string; text: string; entryId: string | null; weight?: number };

export type LearningOptions = {
  /** Questions of the shop that nobody labelled. */
  texts?: readonly string[];
  /** What was learned before; the report then compares the two on what was asked since. */
  before?: ArrayBuffer | null;
};

/**
 * Each is kept only if held-out questions are judged better with it. calibration: how sure to be; memory: asked questions
 * speak for their entries; classifier: words speak for entries that were asked for often; vectors: words that stand among the same words are alike; weights: the ranker's own.
 */
export type LearnedPart = "calibration" | "memory" | "classifier" | "vectors" | "weights";

/** A share with its 95 % interval (Wilson); 0 of 0 is null. */
export type Share = { share: number; low: number; high: number } | null;

/** On questions that were not learned from, at the default thresholds. */
export type HeldOutFigures = {
  /** Distinct questions judged, by their weight. */
  asked: number;
  /** Those that an entry of the knowledge answers, and how often it came first. */
  answerable: number;
  rightFirst: Share;
  answered: number;
  /** Of those answered. */
  rightAnswered: Share;
};

/** An asked question whose entry looks wrong. `likely` null: nothing answers it. */
export type SuspiciousAsked = {
  id?: string;
  text: string;
  entryId: string | null;
  likely: string | null;
  probability: number;
};

export type LearningReport = {
  /** Distinct questions learned from; left out are those without words and those of entries that are gone. */
  learnedFrom: number;
  leftOut: number;
  /** The engine as it ships, and with what was learned, on the same held-out questions. */
  before: HeldOutFigures;
  after: HeldOutFigures;
  /**
   * What was learned before, and what was learned now, on the held-out questions that the former never saw; null without
   * one, or with fewer than 20 of them. A label that was corrected makes a question new.
   */
  since: { before: HeldOutFigures; after: HeldOutFigures } | null;
  kept: readonly LearnedPart[];
  /** What was tried, with its mean log loss on held-out questions beside that without it; smaller is better. */
  tried: readonly { part: LearnedPart; without: number; with: number; isKept: boolean }[];
  /** Whether so many labels look wrong that doubtful ones count less. */
  isDoubting: boolean;
  /** Likeliest mistakes first; found whether or not they count less. */
  suspicious: readonly SuspiciousAsked[];
};

/** `learned` null: nothing helped, so the engine is best as it ships. */
export type Learning = { learned: ArrayBuffer | null; report: LearningReport };
