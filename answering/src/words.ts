import type { KnowledgeIndex } from "./index-open.ts";
import { soundOfUnit } from "./pinyin.ts";

/**
 * Soft alignment of the words of two wordings (Monge and Elkan's mean of best matches, weighted by rarity as in SoftTFIDF
 * of Cohen, Ravikumar and Fienberg): every word counts by the word of the other side that comes nearest to it.
 */
export type QueryWord = {
  feature: number;
  text: string;
  idf: number;
  weight: number;
  groups: readonly number[];
  sounds: readonly number[];
};

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
  const near = new Float32Array(words.length);
  for (let i = 0; i < words.length; i++)
    near[i] = words[i]!.feature === feature ? 1 : nearnessOf(index, words[i]!, feature);
  return near;
}

/** By meaning (thesaurus), by sound, or by the letters in common. */
function nearnessOf(index: KnowledgeIndex, { text, groups, sounds }: QueryWord, feature: number): number {
  const { wordUnits, wordStarts, wordGroups, wordGroupStarts } = index.sections;
  const start = wordStarts[feature]!;
  const end = wordStarts[feature + 1]!;
  let best = nearness.letters * lettersInCommon(text, wordUnits, start, end);
  if (best < nearness.group) {
    for (let at = wordGroupStarts[feature]!; at < wordGroupStarts[feature + 1]!; at++)
      if (groups.includes(wordGroups[at]!)) best = nearness.group;
  }
  return best < nearness.sound && soundAlike(sounds, wordUnits, start, end) ? nearness.sound : best;
}

/** Dice's share of common letters; for words of Latin letters of the beginning in common ("deliver", "delivery"). */
function lettersInCommon(text: string, units: Uint16Array, start: number, end: number): number {
  const length = end - start;
  let common = 0;
  if (isLatin(text.charCodeAt(0)) && isLatin(units[start]!)) {
    while (common < text.length && common < length && text.charCodeAt(common) === units[start + common]) common++;
    const share = (2 * common) / (text.length + length);
    return share >= 0.6 ? share : 0;
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    for (let at = start; at < end; at++) {
      if (units[at] !== letter) continue;
      common++;
      break;
    }
  }
  return (2 * Math.min(common, length)) / (text.length + length);
}

const isLatin = (unit: number) => unit >= 97 && unit <= 122;

/** A single character has too many others of its sound. */
function soundAlike(sounds: readonly number[], units: Uint16Array, start: number, end: number): boolean {
  if (sounds.length < 2 || sounds.length !== end - start) return false;
  for (let i = 0; i < sounds.length; i++) if (sounds[i] !== soundOfUnit[units[start + i]!]) return false;
  return true;
}
