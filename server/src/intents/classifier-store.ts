import { createHash } from "node:crypto";
import type { ConversationJudgement, ConversationWords } from "@yingda/answering/intents/conversation";
import type { NamedProduct } from "@yingda/answering/intents/products";
import type { LabelledMessage } from "@yingda/answering/intents/sentiment";
import { type Ground, inShop } from "../context.ts";
import { openWorker } from "../platform/worker.ts";
import { listKnownProducts } from "../products/products.ts";
import type { ClassifierAnswer, ClassifierQuestion, IntentLesson } from "./classifier-worker.ts";
import * as queries from "./queries.ts";
import { getIntentTree, listActiveIntents } from "./tree.ts";

/**
 * The shops' classifiers, trained and asked in a worker. What a shop teaches is read when it is first needed and after a
 * change; a model is trained at most once for the same lesson, and shops that taught nothing share one.
 */
export type Classifier = {
  classify: (shopId: string, words: ConversationWords[]) => Promise<ConversationJudgement[]>;
  /** One text, with the words that spoke for each guess. */
  explain: (shopId: string, text: string) => Promise<{ judgement: ConversationJudgement; because: Because[][] }>;
  /** Which of the shop's own labels the others contradict, likeliest mistakes first. */
  listSuspicious: (shopId: string) => Promise<Judged["suspicious"]>;
  /** Category of a product that the shop knows. */
  categoryOf: (shopId: string, productId: string) => Promise<string | null>;
  close: () => Promise<void>;
};
type Because = { text: string; weight: number };

type Lesson = { key: string; lesson: IntentLesson; feelings: { key: string; labelled: LabelledMessage[] } };
type Assortment = { key: string; list: NamedProduct[]; categories: Map<string, string | null> };
type Judged = Exclude<ClassifierAnswer, { isMissing: true }>;

/** A shop's own phrasings count for more than ours, and what a person put right for most. */
const ownWeight = 3;
const correctionWeight = 5;
const examplesLearned = 3_000;
const shopsKept = 500;

export function openClassifier(ground: Ground): Classifier {
  const worker = openWorker<ClassifierQuestion, ClassifierAnswer>(new URL("./classifier-worker.ts", import.meta.url), {
    failure: "classifying ended early",
  });
  const lessons = keepPerShop(ground, "intents.changed", (shopId) => readLesson(ground, shopId));
  const assortments = keepPerShop(ground, "products.changed", (shopId) => readAssortment(ground, shopId));

  async function ask(shopId: string, words: ConversationWords[], also?: ClassifierQuestion["also"]): Promise<Judged> {
    const [{ key, lesson, feelings }, products] = await Promise.all([lessons(shopId), assortments(shopId)]);
    const keys = { intents: { key }, feelings: { key: feelings.key }, products: { key: products.key } };
    const answer = await worker.ask({ ...keys, words, also });
    if (!("isMissing" in answer)) return answer;
    const content = { intents: { key, lesson }, feelings, products: { key: products.key, list: products.list } };
    const again = await worker.ask({ ...content, words, also });
    if ("isMissing" in again) throw new Error("the lesson was given and is missing");
    return again;
  }

  return {
    classify: async (shopId, words) => (await ask(shopId, words)).judgements,
    explain: async (shopId, text) => {
      const { judgements, because } = await ask(shopId, [{ texts: [text] }], "because");
      return { judgement: judgements[0]!, because };
    },
    listSuspicious: async (shopId) => (await ask(shopId, [], "suspicious")).suspicious,
    categoryOf: async (shopId, productId) => (await assortments(shopId)).categories.get(productId) ?? null,
    close: () => worker.close(),
  };
}

async function readLesson(ground: Ground, shopId: string): Promise<Lesson> {
  const ctx = inShop(ground, shopId);
  const [tree, examples, felt] = await Promise.all([
    getIntentTree(ctx),
    queries.listExamples(ctx.db, shopId, { limit: examplesLearned }),
    queries.listFeelings(ctx.db, shopId, { limit: examplesLearned }),
  ]);
  const active = listActiveIntents(tree);
  const keys = new Set(active.map((intent) => intent.key));
  const lesson: IntentLesson = {
    builtIn: active.filter((intent) => !intent.isOwn && intent.usesBuiltIn).map((intent) => intent.key),
    own: examples
      .filter((example) => keys.has(example.intent_key))
      .map(({ example_id, intent_key, text, origin }) => ({
        id: example_id,
        intent: intent_key,
        text,
        weight: origin === "correction" ? correctionWeight : ownWeight,
      })),
  };
  const labelled = felt.map(({ conversation_id, sentiment, text }) => ({ id: conversation_id, sentiment, text }));
  return { key: keyOf(lesson), lesson, feelings: { key: keyOf(labelled), labelled } };
}

async function readAssortment(ground: Ground, shopId: string): Promise<Assortment> {
  const known = await listKnownProducts(inShop(ground, shopId));
  const list = known.map(({ id, names }) => ({ id, names }));
  return { key: keyOf(list), list, categories: new Map(known.map(({ id, category }) => [id, category])) };
}

const keyOf = (content: unknown) => createHash("sha256").update(JSON.stringify(content)).digest("base64url");

/** Read when asked for, kept until it changes; the shops not asked for longest are forgotten. */
function keepPerShop<T>(
  ground: Ground,
  change: "intents.changed" | "products.changed",
  read: (shopId: string) => Promise<T>,
): (shopId: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  ground.bus.on(change, ({ shopId }) => kept.delete(shopId));
  return (shopId) => {
    const found = kept.get(shopId) ?? read(shopId);
    kept.delete(shopId);
    kept.set(shopId, found);
    if (kept.size > shopsKept) kept.delete(kept.keys().next().value!);
    found.catch(() => {
      if (kept.get(shopId) === found) kept.delete(shopId);
    });
    return found;
  };
}
