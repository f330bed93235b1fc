import { aspects } from "./aspects.ts";

/**
 * What is compared between a question and one wording of an entry; every value is 0…1 and means the same in every shop.
 * The order is the order of the weights in weights.ts. Shown to people are those of `shownSignals`; the rest are finer
 * grades of the same, and for every aspect whether both sides ask it, only the question, or only the wording.
 */
export const namedSignals = [
  "cosine",
  "asked",
  "offered",
  "edit",
  "exact",
  "missing",
  "extra",
  "negation",
  "number",
  "kind",
  "answer",
  "wordsAsked",
  "wordsOffered",
  "lettersAsked",
  "lettersOffered",
  "related",
  "length",
  "exchanged",
  "bare",
] as const;
export type SignalName = (typeof namedSignals)[number];
export const signalNames: readonly string[] = [
  ...namedSignals,
  ...aspects.flatMap(({ name }) => [`${name}Both`, `${name}Asked`, `${name}Offered`]),
];
export const shownSignals: readonly SignalName[] = [
  ...namedSignals.slice(0, 11),
  "wordsAsked",
  "lettersAsked",
  "related",
];
/** By place: `signals[signal.exact]`. */
export type Signals = number[];
export const makeSignals = () => new Float64Array(signalNames.length);
/** Of numbers with fractions from the start, so that a copy of it is filled in place. */
const noSignals: readonly number[] = signalNames.map(() => 0.5);

/** A plain array: a typed one of this length would be kept outside the heap, at ten times the cost. */
export function copySignals(from: Float64Array): Signals {
  const signals = noSignals.slice();
  for (let at = 0; at < signals.length; at++) signals[at] = from[at]!;
  return signals;
}
export const signal = Object.fromEntries(namedSignals.map((name, at) => [name, at])) as Record<SignalName, number>;
