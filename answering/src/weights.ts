import type { SignalName } from "./signals.ts";

/** Written by training/fit.ts from material of our own; don't edit by hand. */
export const bias = -6;
export const weights: Readonly<Record<SignalName, number>> = {
  cosine: 3,
  closeness: 3,
  bm25: 1,
  words: 1,
  asked: 1.5,
  offered: 1,
  edit: 1,
  exact: 3,
  missing: -1,
  negation: -1,
  number: -2,
  kind: -1,
  answer: 0.5,
};
