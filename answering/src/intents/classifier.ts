import { findChitchat } from "../chitchat.ts";
import { withoutHumanRequest } from "../human-request.ts";
import { detectLanguage } from "../normalise.ts";
import { stem } from "../segment.ts";
import { explainLabel, type LinearModel, probabilitiesOf, trainLinear, vectorOf } from "./linear.ts";
import { aboutNothing } from "./nothing.ts";
import type { TrainingExample } from "./types.ts";

/** What one text is about: a probability for every intent, the rest being "none of these". */

export type IntentModel = { linear: LinearModel };
export type Guess = { intent: string; probability: number };
export type Reading = { guesses: readonly Guess[] /** Probability that it is about none of them. */; none: number };

const noneLabel = "";
/** There are more examples of nothing than of any one intent; that must not make the engine speechless. */
const noneWeight = 0.35;
const training = { epochs: 24, rate: 0.35, ridge: 2e-5 };
/**
 * Makes the sum a probability: fitted on held-out examples of ours by training/fit-intents.ts, which prints how often a
 * figure of so much was right. Learned from few examples, the raw figures are too modest.
 */
const sharpness = 1;

export function trainIntents(examples: readonly TrainingExample[]): IntentModel {
  const known = examples.map(({ intent, text, weight }) => ({ label: intent, text, weight }));
  const none = aboutNothing.map((text) => ({ label: noneLabel, text, weight: noneWeight }));
  return { linear: trainLinear([...known, ...none], training) };
}

export function readIntent(model: IntentModel, text: string): Reading {
  const words = wordsOf(text);
  if (words === "") return { guesses: [], none: 1 };
  const vector = vectorOf(words);
  if (vector.hashes.length === 0) return { guesses: [], none: 1 };
  const all = probabilitiesOf(model.linear, vector, sharpness);
  const guesses: Guess[] = [];
  let none = 0;
  for (const [i, label] of model.linear.labels.entries()) {
    if (label === noneLabel) none = all[i]!;
    else guesses.push({ intent: label, probability: all[i]! });
  }
  guesses.sort((a, b) => b.probability - a.probability || (a.intent < b.intent ? -1 : 1));
  return { guesses, none };
}

/** The words that spoke for an intent, strongest first, as they stand in the text. */
export function explainIntent(model: IntentModel, text: string, intent: string): { text: string; weight: number }[] {
  const words = wordsOf(text);
  const written = new Map(
    (words.match(/[a-z]+/gi) ?? []).map((word) => [stem(word.toLowerCase()), word.toLowerCase()]),
  );
  return explainLabel(model.linear, vectorOf(words), intent, 8).map((one) => ({
    ...one,
    text: written.get(one.text) ?? one.text,
  }));
}

/** What of a conversation says what was wanted, short enough to learn from; null when nothing does. */
export function tellingText(texts: readonly string[], characters: number): string | null {
  const telling = texts.map((text) => wordsOf(text).trim()).filter((text) => text !== "");
  // The first three: what came later answers somebody.
  return telling.slice(0, 3).join("，").slice(0, characters).toWellFormed().trim() || null;
}

/** Small talk and the wish for a person say nothing about what is wanted. */
function wordsOf(text: string): string {
  const head = text.slice(0, 2_000);
  if (findChitchat(head, detectLanguage(head))) return "";
  return withoutHumanRequest(head);
}
