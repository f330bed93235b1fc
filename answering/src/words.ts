import type { KnowledgeIndex } from "./index-open.ts";
import { readLetters } from "./pinyin.ts";
import { unpackString } from "./snapshot.ts";
import { groupsOf } from "./thesaurus.ts";

/**
 * Soft alignment of the words of two wordings (Monge and Elkan's mean of best matches, weighted by rarity as in SoftTFIDF
 * of Cohen, Ravikumar and Fienberg): every word counts by the word of the other side that comes nearest to it.
 */
export type QueryWord = { feature: number; text: string; idf: number; weight: number };

export type WordMatch = {
  /** Share of the question's words, by rarity, that the wording has in some way; and the other way round. */
  asked: number;
  offered: number;
  /** How heavy the heaviest word is that the other side has no match for, as a share of the heaviest word. */
  missing: number;
  extra: number;
  /** Share of words that are known only by a group of the thesaurus. */
  related: number;
};

/** How near two different words are, at most 1. */
const nearness = { group: Math.fround(0.8), sound: 0.85, letters: 0.9 };

/** Nearness of a wording's word to each word of one question; words come back in many wordings. */
export type WordCache = Map<number, Float32Array>;

const bestOfQuery = new Float32Array(512);
const queryByGroup = new Uint8Array(512);

export function matchWords(
  index: KnowledgeIndex,
  words: readonly QueryWord[],
  cache: WordCache,
  form: number,
): WordMatch {
  const { formWordStarts, formWords, featureIdf, wordStarts } = index.sections;
  const count = Math.min(words.length, bestOfQuery.length);
  bestOfQuery.fill(0, 0, count);
  queryByGroup.fill(0, 0, count);
  let [all, shared, heaviest, extra] = [0, 0, 0, 0];
  for (let at = formWordStarts[form]!; at < formWordStarts[form + 1]!; at++) {
    const feature = formWords[at]!;
    let near = cache.get(feature);
    if (!near) {
      near = nearTo(index, words, feature);
      cache.set(feature, near);
    }
    let best = 0;
    for (let i = 0; i < count; i++) {
      const one = near[i]!;
      if (one > best) best = one;
      if (one > bestOfQuery[i]!) {
        bestOfQuery[i] = one;
        queryByGroup[i] = one === nearness.group ? 1 : 0;
      }
    }
    const idf = featureIdf[feature]!;
    all += idf;
    shared += idf * best;
    const weight = subjectWeight(wordStarts[feature + 1]! - wordStarts[feature]!, idf);
    if (weight > heaviest) heaviest = weight;
    if (weight * (1 - best) > extra) extra = weight * (1 - best);
  }
  let [allAsked, sharedAsked, heaviestAsked, missing, related] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const { idf, weight } = words[i]!;
    const best = bestOfQuery[i]!;
    allAsked += idf;
    sharedAsked += idf * best;
    if (queryByGroup[i] === 1) related += idf;
    if (weight > heaviestAsked) heaviestAsked = weight;
    if (weight * (1 - best) > missing) missing = weight * (1 - best);
  }
  return {
    asked: allAsked === 0 ? 0 : sharedAsked / allAsked,
    offered: all === 0 ? 0 : shared / all,
    missing: heaviestAsked === 0 ? 1 : missing / heaviestAsked,
    extra: heaviest === 0 ? 0 : extra / heaviest,
    related: allAsked === 0 ? 0 : related / allAsked,
  };
}

/** How much a word says about what the question is about: a lone character is often half a word. */
export const subjectWeight = (length: number, idf: number) => (length === 1 ? idf / 2 : idf);

function nearTo(index: KnowledgeIndex, words: readonly QueryWord[], feature: number): Float32Array {
  const { wordUnits, wordStarts } = index.sections;
  const near = new Float32Array(words.length);
  const text = unpackString(wordUnits, wordStarts, feature);
  for (const [i, word] of words.entries()) near[i] = word.feature === feature ? 1 : nearnessOf(word.text, text);
  return near;
}

/** By meaning (thesaurus), by sound, or by the letters in common (Dice's share, in order). */
export function nearnessOf(one: string, other: string): number {
  if (one === other) return 1;
  const groups = groupsOf(one);
  const isRelated = groups.length > 0 && groupsOf(other).some((group) => groups.includes(group));
  const byLetters = nearness.letters * lettersInCommon(one, other);
  const best = Math.max(isRelated ? nearness.group : 0, byLetters);
  return best < nearness.sound && soundsAlike(one, other) ? nearness.sound : best;
}

function lettersInCommon(one: string, other: string): number {
  if (/^[a-z]/.test(one) && /^[a-z]/.test(other)) return commonStart(one, other);
  let common = 0;
  for (const letter of one) if (other.includes(letter)) common++;
  return (2 * Math.min(common, other.length)) / (one.length + other.length);
}

/** Words of Latin letters are near when they begin alike: "deliver" and "delivery". */
function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const share = (2 * at) / (one.length + other.length);
  return share >= 0.6 ? share : 0;
}

function soundsAlike(one: string, other: string): boolean {
  if (one.length !== other.length && !/^[a-z]/.test(one)) return false;
  const [left, right] = [readLetters(`${one}的`).sounds, readLetters(`${other}的`).sounds];
  return left.length > 2 && left.length === right.length && left.every((sound, at) => sound === right[at]);
}
