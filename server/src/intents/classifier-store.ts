import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { ConversationJudgement, ConversationWords } from "@yingda/answering/intents/conversation";
import type { NamedProduct } from "@yingda/answering/intents/products";
import { type Ground, inShop } from "../context.ts";
import { listKnownProducts } from "../products/products.ts";
import type { ClassifierTask, IntentLesson } from "./classifier-worker.ts";
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
  /** Category of a product that the shop knows. */
  categoryOf: (shopId: string, productId: string) => Promise<string | null>;
  close: () => Promise<void>;
};
type Because = { text: string; weight: number };

type Lesson = { key: string; lesson: IntentLesson };
type Assortment = { key: string; list: NamedProduct[]; categories: Map<string, string | null> };
type Answer = {
  task: number;
  judgements?: ConversationJudgement[];
  because?: Because[][];
  isMissing?: true;
  failure?: string;
};

/** A shop's own phrasings count for more than ours, and what a person put right for most. */
const ownWeight = 3;
const correctionWeight = 5;
const examplesLearned = 3_000;
const shopsKept = 500;

export function openClassifier(ground: Ground): Classifier {
  const tasks = new Map<number, { done: (answer: Answer) => void; failed: (error: Error) => void }>();
  let lastTask = 0;
  let worker: Worker | null = null;

  /** One that died (of memory, say) is replaced: conversations would wait for its answer for ever. */
  function getWorker(): Worker {
    if (worker) return worker;
    const mine = new Worker(new URL("./classifier-worker.ts", import.meta.url));
    worker = mine;
    mine.unref();
    mine.on("message", (answer: Answer) => {
      const waiting = tasks.get(answer.task);
      tasks.delete(answer.task);
      if (answer.failure === undefined) waiting?.done(answer);
      else waiting?.failed(new Error(answer.failure));
    });
    let cause = new Error("classifying ended early");
    mine.on("error", (error: Error) => {
      cause = error;
    });
    mine.on("exit", () => {
      if (worker === mine) worker = null;
      for (const { failed } of tasks.values()) failed(cause);
      tasks.clear();
    });
    return mine;
  }

  function post(asked: Omit<ClassifierTask, "task">): Promise<Answer> {
    return new Promise((done, failed) => {
      const task = ++lastTask;
      tasks.set(task, { done, failed });
      getWorker().postMessage({ task, ...asked } satisfies ClassifierTask);
    });
  }

  const lessons = keepPerShop(ground, "intents.changed", (shopId) => readLesson(ground, shopId));
  const assortments = keepPerShop(ground, "products.changed", (shopId) => readAssortment(ground, shopId));

  async function ask(shopId: string, words: ConversationWords[], explain: boolean): Promise<Answer> {
    const [intents, products] = await Promise.all([lessons(shopId), assortments(shopId)]);
    const keys = { intents: { key: intents.key }, products: { key: products.key } };
    const answer = await post({ ...keys, words, explain });
    if (!answer.isMissing) return answer;
    return post({ intents, products: { key: products.key, list: products.list }, words, explain });
  }

  return {
    classify: async (shopId, words) => (await ask(shopId, words, false)).judgements ?? [],
    explain: async (shopId, text) => {
      const { judgements, because } = await ask(shopId, [{ texts: [text] }], true);
      return { judgement: judgements![0]!, because: because ?? [] };
    },
    categoryOf: async (shopId, productId) => (await assortments(shopId)).categories.get(productId) ?? null,
    close: async () => {
      await worker?.terminate();
    },
  };
}

async function readLesson(ground: Ground, shopId: string): Promise<Lesson> {
  const ctx = inShop(ground, shopId);
  const [tree, examples] = await Promise.all([
    getIntentTree(ctx),
    queries.listExamples(ctx.db, shopId, { limit: examplesLearned }),
  ]);
  const active = listActiveIntents(tree);
  const keys = new Set(active.map((intent) => intent.key));
  const lesson: IntentLesson = {
    builtIn: active.filter((intent) => !intent.isOwn && intent.usesBuiltIn).map((intent) => intent.key),
    own: examples
      .filter((example) => keys.has(example.intent_key))
      .map(({ intent_key, text, origin }) => ({
        intent: intent_key,
        text,
        weight: origin === "correction" ? correctionWeight : ownWeight,
      })),
  };
  return { key: keyOf(lesson), lesson };
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
