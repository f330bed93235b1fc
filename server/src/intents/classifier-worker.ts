import { explainIntent, type IntentModel, trainIntents } from "@yingda/answering/intents/classifier";
import {
  type ClassifierModel,
  type ConversationJudgement,
  type ConversationWords,
  classifyConversation,
} from "@yingda/answering/intents/conversation";
import { defaultExamples } from "@yingda/answering/intents/default-tree";
import { buildProductFinder, type NamedProduct, type ProductFinder } from "@yingda/answering/intents/products";
import { type LabelledMessage, type SentimentModel, trainSentiment } from "@yingda/answering/intents/sentiment";
import type { SuspiciousLabel } from "@yingda/answering/intents/text-classifier";
import type { TrainingExample } from "@yingda/answering/intents/types";
import { answerEach } from "../platform/worker-side.ts";

// Trains and asks classifiers away from the thread that serves people. Models are known by a key that their content
// makes, so that shops which changed nothing share one; who asks for one that is not here is asked for its content.

export type IntentLesson = { /** Keys whose built-in phrasings count. */ builtIn: string[]; own: TrainingExample[] };
export type ClassifierQuestion = {
  intents: { key: string; lesson?: IntentLesson };
  feelings: { key: string; labelled?: LabelledMessage[] };
  products: { key: string; list?: NamedProduct[] };
  words: ConversationWords[];
  /** For the first conversation's guesses, which words spoke for them; or which of the shop's labels look wrong. */
  also?: "because" | "suspicious";
};
export type ClassifierAnswer =
  | { isMissing: true }
  | {
      judgements: ConversationJudgement[];
      because: { text: string; weight: number }[][];
      /** Of the shop's own examples only, by their id. */
      suspicious: { intents: SuspiciousLabel[]; feelings: SuspiciousLabel[] };
    };

const modelsKept = 40;
const intentModels = new Map<string, IntentModel>();
const feelingModels = new Map<string, SentimentModel>();
const finders = new Map<string, ProductFinder>();

/** From here on a shop's labelled messages do without our sayings. */
const enough = { messages: 300, each: 40 };

answerEach<ClassifierQuestion, ClassifierAnswer>((asked) => {
  const model = findModel(asked);
  if (!model) return { isMissing: true };
  const judgements = asked.words.map((words) => classifyConversation(words, model));
  const because =
    asked.also === "because"
      ? (judgements[0]?.guesses ?? []).map(({ intent }) =>
          explainIntent(model.intents, asked.words[0]!.texts.join("，"), intent),
        )
      : [];
  const wantsSuspicious = asked.also === "suspicious";
  const suspicious = {
    intents: wantsSuspicious ? ownOf(model.intents.texts.suspicious) : [],
    feelings: wantsSuspicious ? ownOf(model.sentiment.texts.suspicious) : [],
  };
  return { judgements, because, suspicious };
});

const ownOf = (labels: readonly SuspiciousLabel[]) => labels.filter(({ id }) => id !== undefined);

function findModel({ intents, feelings, products }: ClassifierQuestion): ClassifierModel | null {
  const { lesson } = intents;
  const { labelled } = feelings;
  const { list } = products;
  const known = keep(intentModels, intents.key, lesson && (() => trainIntents(examplesOf(lesson))));
  const sentiment = keep(feelingModels, feelings.key, labelled && (() => trainSentiment(labelled, isEnough(labelled))));
  const finder = keep(finders, products.key, list && (() => buildProductFinder(list)));
  return known && sentiment && finder ? { intents: known, sentiment, products: finder } : null;
}

function isEnough(labelled: LabelledMessage[]): boolean {
  const bySentiment = [...Map.groupBy(labelled, ({ sentiment }) => sentiment).values()];
  return (
    labelled.length >= enough.messages &&
    bySentiment.length === 3 &&
    bySentiment.every((one) => one.length >= enough.each)
  );
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
