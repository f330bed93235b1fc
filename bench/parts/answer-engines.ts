import { decide } from "@yingda/answering/decide";
import { buildIndex } from "@yingda/answering/index-build";
import { entryIdAt, openIndex } from "@yingda/answering/index-open";
import { readFeatures } from "@yingda/answering/intents/features";
import { feelingVector } from "@yingda/answering/intents/sentiment";
import { classifyVector, trainTextClassifier } from "@yingda/answering/intents/text-classifier";
import { readText } from "@yingda/answering/normalise";
import { rankEntries } from "@yingda/answering/rank";
import type { Hit } from "./answer-metrics.ts";
import type { SetEntry, SetTask } from "./answer-sets.ts";

/** What is measured: something that learns entries, and answers a text with the best of them, best first. */
export type Engine = {
  train: (entries: readonly SetEntry[]) => void | Promise<void>;
  query: (text: string, most: number) => Hit[] | Promise<Hit[]>;
};
export type MakeEngine = (about: { task: SetTask; language: "zh" | "en" }) => Engine;

/** The product's own, called as the server calls it: no option is set for a set. */
export const makeOurs: MakeEngine = ({ task }) => (task === "faq" ? makeKnowledge() : makeClassifier(task));

function makeKnowledge(): Engine {
  let index: ReturnType<typeof openKnowledge>;
  return {
    train: (entries) => {
      index = openKnowledge(entries);
    },
    query: (text, most) =>
      rankEntries(index, readText(text))
        .slice(0, most)
        .map(({ entry, score, alone }) => ({ id: entryIdAt(index, entry), score, alone })),
  };
}

export function openKnowledge(entries: readonly SetEntry[]) {
  return openIndex(
    buildIndex(
      entries.map(({ id, questions }) => ({ id, question: questions[0]!, similar: questions.slice(1), answer: "" })),
    ),
  );
}

/** The whole decision of the bot, small talk and all. */
export function makeDecider(): Engine {
  let index: ReturnType<typeof openKnowledge>;
  return {
    train: (entries) => {
      index = openKnowledge(entries);
    },
    query: (text) => {
      const { entryId } = decide(index, { text });
      return entryId === undefined ? [] : [{ id: entryId, score: 1 }];
    },
  };
}

function makeClassifier(task: "intent" | "sentiment"): Engine {
  let model: ReturnType<typeof trainTextClassifier>;
  const toVector = task === "sentiment" ? feelingVector : readFeatures;
  return {
    train: (entries) => {
      const examples = entries.flatMap(({ id, questions }) => questions.map((text) => ({ label: id, text })));
      model = trainTextClassifier(examples, { toVector, isExhaustive: task === "sentiment" });
    },
    query: (text, most) => {
      const shares = classifyVector(model, toVector(text));
      if (!shares) return [];
      return model.linear.labels
        .map((id, i) => ({ id, score: shares[i]! }))
        .sort((a, b) => b.score - a.score)
        .slice(0, most);
    },
  };
}
