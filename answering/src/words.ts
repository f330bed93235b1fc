import type { IndexSections, KnowledgeIndex } from "./index-open.ts";
import { soundOfUnit } from "./pinyin.ts";
import { RowTable } from "./row-table.ts";

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

/** Written anew by every call. */
const match: WordMatch = { asked: 0.5, offered: 0.5, missing: 0.5, extra: 0.5, related: 0.5 };

const bestOfQuery = new Float32Array(512);
const queryByGroup = new Uint8Array(512);

export function matchWords(index: KnowledgeIndex, words: readonly QueryWord[], form: number): Readonly<WordMatch> {
  const { formWordStarts, formWords, featureIdf, wordStarts } = index.sections;
  const count = Math.min(words.length, bestOfQuery.length);
  bestOfQuery.fill(0, 0, count);
  queryByGroup.fill(0, 0, count);
  let all = 0;
  let shared = 0;
  let heaviest = 0;
  let extra = 0;
  for (let at = formWordStarts[form]!; at < formWordStarts[form + 1]!; at++) {
    const feature = formWords[at]!;
    const row = findNear(index, words, feature);
    const near = rows.values;
    let best = 0;
    for (let i = 0; i < count; i++) {
      const one = near[row + i]!;
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
  let allAsked = 0;
  let sharedAsked = 0;
  let heaviestAsked = 0;
  let missing = 0;
  let related = 0;
  for (let i = 0; i < count; i++) {
    const { idf, weight } = words[i]!;
    const best = bestOfQuery[i]!;
    allAsked += idf;
    sharedAsked += idf * best;
    if (queryByGroup[i] === 1) related += idf;
    if (weight > heaviestAsked) heaviestAsked = weight;
    if (weight * (1 - best) > missing) missing = weight * (1 - best);
  }
  match.asked = allAsked === 0 ? 0 : sharedAsked / allAsked;
  match.offered = all === 0 ? 0 : shared / all;
  match.missing = heaviestAsked === 0 ? 1 : missing / heaviestAsked;
  match.extra = heaviest === 0 ? 0 : extra / heaviest;
  match.related = allAsked === 0 ? 0 : related / allAsked;
  return match;
}

/** How much a word says about what the question is about: a lone character is often half a word. */
export const subjectWeight = (length: number, idf: number) => (length === 1 ? idf / 2 : idf);

/** Nearness of a wording's word to each word of the question. */
const rows = new RowTable();

function findNear(index: KnowledgeIndex, words: readonly QueryWord[], feature: number): number {
  rows.open(words);
  const known = rows.find(feature);
  if (known >= 0) return known;
  const row = rows.add(feature, words.length);
  const { values } = rows;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    values[row + i] = word.feature === feature ? 1 : nearnessOf(index.sections, word, feature);
  }
  return row;
}

/** By meaning (thesaurus), by sound, or by the letters in common. */
function nearnessOf(sections: IndexSections, { text, groups, sounds }: QueryWord, feature: number): number {
  const { wordUnits, wordStarts, wordGroups, wordGroupStarts } = sections;
  const start = wordStarts[feature]!;
  const end = wordStarts[feature + 1]!;
  let best = nearness.letters * lettersInCommon(text, wordUnits, start, end);
  if (best < nearness.group && groups.length > 0) {
    for (let at = wordGroupStarts[feature]!; at < wordGroupStarts[feature + 1]!; at++)
      if (groups.includes(wordGroups[at]!)) best = nearness.group;
  }
  return best < nearness.sound && soundAlike(sounds, wordUnits, start, end) ? nearness.sound : best;
}

/**
 * Dice's share of common letters; of words in Latin letters of three and more that both begin with ("deliver", "delivery",
 * but not "dog", "do"). Numbers have none: 15 is not 55.
 */
function lettersInCommon(text: string, units: Uint16Array, start: number, end: number): number {
  const length = end - start;
  let common = 0;
  if (isDigit(text.charCodeAt(0)) || isDigit(units[start]!)) return 0;
  if (isLatin(text.charCodeAt(0)) && isLatin(units[start]!)) {
    while (common < text.length && common < length && text.charCodeAt(common) === units[start + common]) common++;
    const share = (2 * common) / (text.length + length);
    return common >= 3 && share >= 0.6 ? share : 0;
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
const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** A single character has too many others of its sound. */
function soundAlike(sounds: readonly number[], units: Uint16Array, start: number, end: number): boolean {
  if (sounds.length < 2 || sounds.length !== end - start) return false;
  for (let i = 0; i < sounds.length; i++) if (sounds[i] !== soundOfUnit[units[start + i]!]) return false;
  return true;
}
