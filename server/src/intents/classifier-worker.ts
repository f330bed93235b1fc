import { parentPort } from "node:worker_threads";
import { explainIntent, type IntentModel, trainIntents } from "@yingda/answering/intents/classifier";
import {
  type ClassifierModel,
  type ConversationWords,
  classifyConversation,
} from "@yingda/answering/intents/conversation";
import { defaultExamples } from "@yingda/answering/intents/default-tree";
import { buildProductFinder, type NamedProduct, type ProductFinder } from "@yingda/answering/intents/products";
import { trainSentiment } from "@yingda/answering/intents/sentiment";
import type { TrainingExample } from "@yingda/answering/intents/types";

// Trains and asks classifiers away from the thread that serves people. Models are known by a key that their content
// makes, so that shops which changed nothing share one; who asks for one that is not here is asked for its content.

export type IntentLesson = { /** Keys whose built-in phrasings count. */ builtIn: string[]; own: TrainingExample[] };
export type ClassifierTask = {
  task: number;
  intents: { key: string; lesson?: IntentLesson };
  products: { key: string; list?: NamedProduct[] };
  words: ConversationWords[];
  /** Says for the first conversation's guesses which words spoke for them. */
  explain: boolean;
};

const modelsKept = 40;
const intentModels = new Map<string, IntentModel>();
const finders = new Map<string, ProductFinder>();
let sentiment: ReturnType<typeof trainSentiment> | null = null;

parentPort!.on("message", (asked: ClassifierTask) => {
  const { task } = asked;
  try {
    const model = findModel(asked);
    if (!model) return parentPort!.postMessage({ task, isMissing: true });
    const judgements = asked.words.map((words) => classifyConversation(words, model));
    const because = asked.explain
      ? (judgements[0]?.guesses ?? []).map(({ intent }) =>
          explainIntent(model.intents, asked.words[0]!.texts.join("，"), intent),
        )
      : [];
    parentPort!.postMessage({ task, judgements, because });
  } catch (error) {
    parentPort!.postMessage({ task, failure: String(error) });
  }
});

function findModel({ intents, products }: ClassifierTask): ClassifierModel | null {
  const { lesson } = intents;
  const { list } = products;
  const known = keep(intentModels, intents.key, lesson && (() => trainIntents(examplesOf(lesson))));
  const finder = keep(finders, products.key, list && (() => buildProductFinder(list)));
  if (!known || !finder) return null;
  sentiment ??= trainSentiment();
  return { intents: known, sentiment, products: finder };
}

function examplesOf({ builtIn, own }: IntentLesson): TrainingExample[] {
  const used = new Set(builtIn);
  return [...defaultExamples.filter(({ intent }) => used.has(intent)), ...own];
}

function keep<T>(kept: Map<string, T>, key: string, make: (() => T) | undefined): T | undefined {
  const found = kept.get(key) ?? make?.();
  if (found === undefined) return undefined;
  kept.delete(key);
  kept.set(key, found);
  if (kept.size > modelsKept) kept.delete(kept.keys().next().value!);
  return found;
}
