import { signal, signalNames } from "../signal-names.ts";
import { models } from "../weights.ts";
import type { Prior } from "./fit.ts";
import { compareHeldOut, type HeldOut, holdOut } from "./judging.ts";
import { type AskedLessons, place, rowSize } from "./lessons.ts";
import type { LearnedPart, LearningReport } from "./types.ts";

/** Which parts of what could be learned are worth keeping for one shop. */

/** What the memory is worth before a shop's own questions say so, in the order of memorySignalNames. */
const memoryMeans = [3, 2, -3];
/** Standard deviations: how far a shop may be from what ships. The bias pays for what the word vectors give to all. */
const spread = { odds: 0.3, bias: 0.7, memory: 0.7, meaning: 3, biasWithMeaning: 3, classifier: 3, signal: 0.3 };
/** Too rare in one shop, or settled by rule. */
const given: readonly (keyof typeof signal)[] = ["exact", "edit", "negation", "number", "bare"];

export function priorOf(parts: readonly LearnedPart[]): Prior {
  const means = new Float64Array(rowSize);
  const spreads = new Float64Array(rowSize);
  means[place.odds] = 1;
  if (parts.length > 0) {
    spreads[place.odds] = spread.odds;
    spreads[place.bias] = spread.bias;
  }
  if (parts.includes("memory")) {
    means.set(memoryMeans, place.memory);
    spreads.fill(spread.memory, place.memory, place.meaning);
  }
  if (parts.includes("vectors")) {
    spreads.fill(spread.meaning, place.meaning, place.classifier);
    spreads[place.bias] = spread.biasWithMeaning;
  }
  if (parts.includes("classifier")) spreads.fill(spread.classifier, place.classifier, place.bias);
  if (parts.includes("weights")) {
    spreads.fill(spread.signal, place.signals, place.memory);
    for (const name of given) spreads[place.signals + signal[name]] = 0;
  }
  return { means, spreads };
}

/** The shipped weights of a language, moved as `values` say. */
export function adaptModel(language: keyof typeof models, values: Float64Array) {
  const { bias, weights } = models[language];
  const scale = values[place.odds]!;
  return {
    bias: scale * bias + values[place.bias]!,
    weights: signalNames.map((_, i) => scale * weights[i]! + values[place.signals + i]!),
  };
}

/**
 * In the order in which they are tried, and from how many questions on that teach: the classifier beat the memory alone only from
 * hundreds on in our made-up shops.
 */
export const fewest: Readonly<Record<LearnedPart, number>> = {
  calibration: 20,
  memory: 20,
  classifier: 500,
  vectors: 50,
  weights: 50,
};
/** Standard errors by which a part must be better. */
const errorsBetter = 1;

export type Chosen = { kept: LearnedPart[]; shipped: HeldOut; best: HeldOut; tried: LearningReport["tried"] };

export function chooseParts(lessons: AskedLessons, isThere: (part: LearnedPart) => boolean): Chosen {
  const shipped = holdOut(lessons, priorOf([]));
  const chosen: Chosen = { kept: [], shipped, best: shipped, tried: [] };
  const tried: LearningReport["tried"][number][] = [];
  const teaching = lessons.isTaughtBy.subarray(0, lessons.asked).reduce((sum, one) => sum + one, 0);
  for (const [part, least] of Object.entries(fewest) as [LearnedPart, number][]) {
    if (teaching < least || !isThere(part)) continue;
    const held = holdOut(lessons, priorOf([...chosen.kept, part]));
    const { without, with: withIt, gain, error } = compareHeldOut(lessons, chosen.best, held);
    const isKept = gain > errorsBetter * error;
    tried.push({ part, without, with: withIt, isKept });
    if (!isKept) continue;
    chosen.kept.push(part);
    chosen.best = held;
  }
  return { ...chosen, tried };
}
