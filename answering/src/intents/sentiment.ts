import { readText } from "../normalise.ts";
import { hashText } from "../segment.ts";
import { partsOf, readFeatures, type Vector } from "./features.ts";
import * as words from "./sentiment-words.ts";
import { classifyVector, type TextClassifier, trainTextClassifier } from "./text-classifier.ts";
import type { Sentiment } from "./types.ts";

/**
 * How a customer feels, from their own words: a linear classifier over the words and over how many words of feeling there
 * are, negations turned round ("不好用", "not happy"). Anger is a flag beside it, for those who must be seen at once.
 */
export type SentimentModel = { texts: TextClassifier };
export type Feeling = { negative: number; positive: number; isAngry: boolean };

/** What a shop's people said of messages; `id` is the shop's. */
export type LabelledMessage = { id?: string; sentiment: Sentiment; text: string };

/**
 * From sayings of our own and a shop's labelled messages, which count three times as much; or from those alone, once they
 * are enough to do without ours (`isAlone`). `texts.suspicious` names messages whose label looks wrong, by their `id`.
 */
export function trainSentiment(labelled: readonly LabelledMessage[] = [], isAlone = false): SentimentModel {
  const toExample = ({ sentiment, ...message }: LabelledMessage) => ({ label: sentiment, ...message });
  const shops = labelled.map((message) => ({ ...toExample(message), weight: isAlone ? 1 : shopWeight }));
  const examples = isAlone ? shops : [...ownSayings.map(toExample), ...shops];
  return {
    texts: trainTextClassifier(examples, { toVector: feelingVector, doubtsLabels: isAlone, isExhaustive: true }),
  };
}

const shopWeight = 3;

export function readFeeling(model: SentimentModel, text: string): Feeling {
  const head = text.slice(0, readCharacters);
  const shares = classifyVector(model.texts, feelingVector(head));
  if (!shares) return { negative: 0, positive: 0, isAngry: false };
  const share = (label: Sentiment) => shares[model.texts.linear.labels.indexOf(label)] ?? 0;
  const counts = countWords(head);
  const negative = share("negative");
  return { negative, positive: share("positive"), isAngry: negative >= 0.5 && counts.angry > 0 };
}

/** A whole conversation: what was felt strongly, or again and again; anger that was made good stays on record. */
export function judgeFeelings(feelings: readonly Feeling[]): {
  sentiment: Sentiment;
  confidence: number;
  isAngry: boolean;
} {
  const isAngry = feelings.some((feeling) => feeling.isAngry);
  const bad = felt(feelings, "negative");
  const good = felt(feelings, "positive");
  const lastBad = feelings.findLastIndex((feeling) => feeling.negative >= mild);
  const isMadeGood = !isAngry && feelings.slice(lastBad + 1).some((feeling) => feeling.positive >= strong);
  const top = (name: "negative" | "positive") => Math.max(0, ...feelings.map((feeling) => feeling[name]));
  if (isAngry || (bad && !isMadeGood)) return { sentiment: "negative", confidence: top("negative"), isAngry };
  if (good && !bad) return { sentiment: "positive", confidence: top("positive"), isAngry };
  return { sentiment: "neutral", confidence: Math.max(0, 1 - Math.max(top("negative"), top("positive"))), isAngry };
}

const strong = 0.75;
const mild = 0.55;
/** Of many messages one or two look mildly this or that by chance. */
const mildShare = 0.15;

function felt(feelings: readonly Feeling[], name: "negative" | "positive"): boolean {
  if (feelings.some((feeling) => feeling[name] >= strong)) return true;
  const mildly = feelings.filter((feeling) => feeling[name] >= mild).length;
  return mildly > 0 && mildly >= mildShare * feelings.length;
}

/** A review is longer than a question; what is beyond this adds nothing. */
const readCharacters = 1_200;
const countShare = 1.5;

const sayingsOf = (sentiment: Sentiment, sayings: readonly string[]): LabelledMessage[] =>
  sayings.map((text) => ({ sentiment, text }));
const ownSayings: readonly LabelledMessage[] = [
  ...sayingsOf("negative", words.negativeSayings),
  ...sayingsOf("neutral", words.neutralSayings),
  ...sayingsOf("positive", words.positiveSayings),
];

/** Words as in the other classifier, and the counts of words of feeling. */
export function feelingVector(text: string): Vector {
  const vector = readFeatures(text);
  if (vector.hashes.length === 0) return vector;
  for (const [name, count] of Object.entries(countWords(text))) {
    if (count === 0) continue;
    vector.hashes.push(hashText(`#${name}`, 9));
    vector.values.push(countShare * Math.sqrt(Math.min(count, 4)));
    vector.words.push(name);
  }
  return vector;
}

type Counts = { glad: number; sad: number; angry: number; loud: number };

const zhWords = { glad: byLength(words.gladZh), sad: byLength(words.sadZh), angry: byLength(words.angryZh) };
const enWords = { glad: new Set(words.gladEn), sad: new Set(words.sadEn), angry: new Set(words.angryEn) };

function byLength(list: readonly string[]): { set: ReadonlySet<string>; longest: number } {
  return { set: new Set(list), longest: Math.max(...list.map((word) => word.length)) };
}

function countWords(text: string): Counts {
  const counts: Counts = { glad: 0, sad: 0, angry: 0, loud: /[!！]{2}|[?？]{2}/.test(text) ? 1 : 0 };
  for (const part of partsOf(text)) {
    const { core } = readText(part);
    if (/\p{Script=Han}/u.test(core)) countZh(core, counts);
    else countEn(core.split(" "), counts);
  }
  return counts;
}

/** Longest word first, each character once; 不/没/别 before a glad word makes it a sad one. */
function countZh(core: string, counts: Counts): void {
  for (let at = 0; at < core.length; at++) {
    if (longestAt(core, at, zhWords.angry) > 0) counts.angry++;
    const sad = longestAt(core, at, zhWords.sad);
    const glad = longestAt(core, at, zhWords.glad);
    if (sad === 0 && glad === 0) continue;
    const isDenied = /[不没无未别](?:太|怎么|是很|算|够|大|特别|能|会|觉得)?$/.test(
      core.slice(Math.max(0, at - 4), at),
    );
    if (glad > sad) counts[isDenied ? "sad" : "glad"]++;
    // "不坏" is hardly praise, but no complaint.
    else if (!isDenied) counts.sad++;
    at += Math.max(sad, glad) - 1;
  }
}

function longestAt(core: string, at: number, { set, longest }: { set: ReadonlySet<string>; longest: number }): number {
  for (let length = Math.min(longest, core.length - at); length > 0; length--) {
    if (set.has(core.slice(at, at + length))) return length;
  }
  return 0;
}

function countEn(tokens: readonly string[], counts: Counts): void {
  for (const [i, token] of tokens.entries()) {
    const isDenied = tokens
      .slice(Math.max(0, i - 3), i)
      .some((before) => /^(?:not|no|never|without|hardly)$/.test(before));
    if (enWords.angry.has(token) && !isDenied) counts.angry++;
    if (enWords.glad.has(token)) counts[isDenied ? "sad" : "glad"]++;
    else if (enWords.sad.has(token)) counts[isDenied ? "glad" : "sad"] += isDenied ? 0.5 : 1;
  }
}
