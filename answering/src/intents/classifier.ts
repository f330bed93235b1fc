import { findChitchat } from "../chitchat.ts";
import { withoutHumanRequest } from "../human-request.ts";
import { detectLanguage } from "../normalise.ts";
import { stem } from "../segment.ts";
import { readFeatures } from "./features.ts";
import { aboutNothing } from "./nothing.ts";
import { classifyVector, explainLabel, type TextClassifier, trainTextClassifier } from "./text-classifier.ts";
import type { TrainingExample } from "./types.ts";

/** What one text is about: a probability for every intent, the rest being "none of these". */

export type IntentModel = { texts: TextClassifier };
export type Guess = { intent: string; probability: number };
export type Reading = { guesses: readonly Guess[] /** Probability that it is about none of them. */; none: number };

const noneLabel = "";
/** There are more examples of nothing than of any one intent; that must not make the engine speechless. */
const noneWeight = 0.5;
/** Ours are right; as many of the shop's own may hold mistakes that matter. */
const ownDoubted = 500;

/** `texts.suspicious` names the examples whose intent looks wrong, by their `id`. */
export function trainIntents(examples: readonly TrainingExample[]): IntentModel {
  const known = examples.map(({ intent, ...example }) => ({ label: intent, ...example }));
  const none = aboutNothing.map((text) => ({ label: noneLabel, text, weight: noneWeight }));
  const doubtsLabels = examples.filter((example) => example.weight !== undefined).length >= ownDoubted;
  return { texts: trainTextClassifier([...known, ...none], { doubtsLabels }) };
}

export function readIntent(model: IntentModel, text: string): Reading {
  const words = wordsOf(text);
  if (words === "") return { guesses: [], none: 1 };
  const shares = classifyVector(model.texts, readFeatures(words));
  if (!shares) return { guesses: [], none: 1 };
  const guesses: Guess[] = [];
  let none = 1;
  for (const [i, label] of model.texts.linear.labels.entries()) {
    if (label === noneLabel) continue;
    guesses.push({ intent: label, probability: shares[i]! });
    none -= shares[i]!;
  }
  guesses.sort((a, b) => b.probability - a.probability || (a.intent < b.intent ? -1 : 1));
  return { guesses, none: Math.max(0, none) };
}

/** The words that spoke for an intent, strongest first, as they stand in the text. */
export function explainIntent(model: IntentModel, text: string, intent: string): { text: string; weight: number }[] {
  const words = wordsOf(text);
  const written = new Map(
    (words.match(/[a-z]+/gi) ?? []).map((word) => [stem(word.toLowerCase()), word.toLowerCase()]),
  );
  return explainLabel(model.texts, readFeatures(words), intent, 8).map((one) => ({
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
