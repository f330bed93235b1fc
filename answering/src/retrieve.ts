import { hashLetter, inverseFrequency, saturate } from "./feature-table.ts";
import { letterIdfOfLatin, letterIdfSteps } from "./form-table.ts";
import { findFeature, type KnowledgeIndex } from "./index-open.ts";
import type { QueryLetters } from "./letters.ts";
import type { Reading } from "./normalise.ts";
import { readLetters, soundsOf } from "./pinyin.ts";
import { type Feature, isCommonWord, type Kind, kindWeights, listFeatures, listWords, wordKind } from "./segment.ts";
import { groupsOf, listGroupFeatures } from "./thesaurus.ts";
import { type QueryWord, subjectWeight } from "./words.ts";

/** A question as the index sees it. */
export type Query = {
  reading: Reading;
  terms: readonly Term[];
  /** Euclidean length of the terms' weights. */
  norm: number;
  allWeight: number;
  wordIdf: number;
  words: readonly QueryWord[];
  /** Names nothing: "多久", "怎么弄". */
  isBare: boolean;
  letters: QueryLetters;
};

export type Term = {
  hash: number;
  feature: number;
  kind: Kind;
  idf: number;
  weight: number;
  isCommon: boolean;
  text: string;
};

export type Retrieved = { entry: number; forms: number[]; answerCoverage: number };

/** Postings read per question: past this only the forms already seen could change their order, and by little. */
const postingsBudget = 5_000;
/** With this many wordings at hand, "怎么" brings no new ones worth looking at. */
const enoughForms = 300;
const entriesKept = 16;
const entriesByAnswer = 6;
const formsPerEntry = 3;

export function readQuery(index: KnowledgeIndex, reading: Reading): Query {
  const { sections } = index;
  let square = 0;
  let allWeight = 0;
  let wordIdf = 0;
  const texts = listWords(reading);
  const terms: Term[] = [];
  const byWord = new Map<string, Term>();
  const unknown = inverseFrequency(0, index.entryCount, false);
  const unknownCommon = inverseFrequency(0, index.entryCount, true);
  const note = ({ hash, kind, count, isCommon, text }: Feature) => {
    const feature = findFeature(sections, hash);
    const idf = feature >= 0 ? sections.featureIdf[feature]! : isCommon ? unknownCommon : unknown;
    const weight = kindWeights[kind] * saturate(count) * idf;
    square += weight * weight;
    allWeight += weight;
    const term: Term = { hash, feature, kind, idf, weight, isCommon, text };
    terms.push(term);
    if (kind !== wordKind) return;
    wordIdf += idf;
    byWord.set(text, term);
  };
  for (const feature of listFeatures(reading, texts)) note(feature);
  for (const feature of listGroupFeatures(texts)) note(feature);
  // Rarest first and common words last, so that the budget is spent on what tells entries apart.
  terms.sort((a, b) => (a.isCommon === b.isCommon ? b.idf - a.idf || a.feature - b.feature : a.isCommon ? 1 : -1));
  const words = texts.map((text): QueryWord => {
    const { feature, idf } = byWord.get(text)!;
    return {
      feature,
      text,
      idf,
      weight: subjectWeight(text.length, idf),
      groups: groupsOf(text),
      sounds: soundsOf(text),
    };
  });
  const norm = Math.sqrt(square) || 1;
  return {
    reading,
    terms,
    norm,
    allWeight,
    wordIdf: wordIdf || 1,
    words,
    isBare: texts.every(isCommonWord),
    letters: weighLetters(index, reading.core),
  };
}

/** The same question as another index sees it, without reading it again; of its features those that are known there. */
export function translateQuery(index: KnowledgeIndex, query: Query): Query {
  const { sections } = index;
  const terms: Term[] = [];
  const wordTerms = new Map<string, Term>();
  let [square, allWeight] = [0, 0];
  for (const { hash, kind, isCommon, text, weight: from, idf: fromIdf } of query.terms) {
    const feature = findFeature(sections, hash);
    const idf = feature >= 0 ? sections.featureIdf[feature]! : inverseFrequency(0, index.entryCount, isCommon);
    const weight = (from / fromIdf) * idf;
    square += weight * weight;
    allWeight += weight;
    const term = { hash, feature, kind, idf, weight, isCommon, text };
    if (kind === wordKind) wordTerms.set(text, term);
    if (feature >= 0) terms.push(term);
  }
  const words = query.words.map(({ text, groups, sounds }): QueryWord => {
    const { feature, idf } = wordTerms.get(text)!;
    return { feature, text, idf, weight: subjectWeight(text.length, idf), groups, sounds };
  });
  const { reading, wordIdf, isBare, letters } = query;
  return {
    ...{ reading, terms, norm: Math.sqrt(square) || 1, allWeight, wordIdf },
    ...{ words, isBare, letters },
  };
}

function weighLetters({ sections, entryCount }: KnowledgeIndex, core: string): QueryLetters {
  const letters = readLetters(core);
  const idf = new Float32Array(letters.looks.length);
  const unknown = inverseFrequency(0, entryCount, false);
  for (let at = 0; at < idf.length; at++) {
    const look = letters.looks[at]!;
    const number = isHan(look) ? findFeature(sections, hashLetter(look)) : -1;
    idf[at] = letterIdfSteps * (number >= 0 ? sections.featureIdf[number]! : isHan(look) ? unknown : letterIdfOfLatin);
  }
  return { ...letters, idf };
}

const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff;

/** The entries worth a closer look, by cosine of their best wording and by words of their answer. */
export function retrieve(index: KnowledgeIndex, query: Query): Retrieved[] {
  const { entryOfForm } = index;
  const { formScores, entryScores, touched } = index.scratch;
  let count = scoreForms(index, query);
  const chosen = new BestEntries(entriesKept);
  for (let i = 0; i < count; i++) {
    const form = touched[i]!;
    const score = formScores[form]!;
    if (score >= chosen.least) chosen.offer(entryOfForm[form]!, score);
  }
  const retrieved: Retrieved[] = [];
  for (const entry of chosen.entries) retrieved.push({ entry, forms: bestForms(index, entry), answerCoverage: 0 });
  for (let i = 0; i < count; i++) formScores[touched[i]!] = 0;

  count = scoreAnswers(index, query);
  const answered = new BestEntries(entriesByAnswer);
  for (let i = 0; i < count; i++) {
    const entry = touched[i]!;
    if (entryScores[entry]! >= answered.least) answered.offer(entry, entryScores[entry]!);
  }
  for (const entry of answered.entries)
    if (!chosen.entries.includes(entry)) retrieved.push({ entry, forms: bestForms(index, entry), answerCoverage: 0 });
  for (const one of retrieved) one.answerCoverage = Math.min(1, entryScores[one.entry]!);
  for (let i = 0; i < count; i++) entryScores[touched[i]!] = 0;
  return retrieved;
}

/** Adds up each wording's cosine, rarest features first, until the budget is spent; returns how many were touched. */
function scoreForms({ sections, scratch }: KnowledgeIndex, query: Query): number {
  const { postStarts, postForms, postWeights } = sections;
  const { formScores, touched } = scratch;
  let count = 0;
  let budget = postingsBudget;
  for (const { feature, weight, isCommon } of query.terms) {
    if (feature < 0) continue;
    if (budget <= 0 || (isCommon && count >= enoughForms)) break;
    const share = weight / query.norm;
    const end = postStarts[feature + 1]!;
    for (let at = postStarts[feature]!; at < end; at++) {
      const form = postForms[at]!;
      const before = formScores[form]!;
      if (before === 0) touched[count++] = form;
      formScores[form] = before + share * postWeights[at]!;
    }
    budget -= end - postStarts[feature]!;
  }
  return count;
}

/** The share of the question's words that each answer has; returns how many entries were touched. */
function scoreAnswers({ sections, scratch }: KnowledgeIndex, query: Query): number {
  const { answerStarts, answerEntries } = sections;
  const { entryScores, touched } = scratch;
  let count = 0;
  for (const { feature, kind, idf, isCommon } of query.terms) {
    if (feature < 0 || kind !== wordKind || isCommon) continue;
    for (let at = answerStarts[feature]!; at < answerStarts[feature + 1]!; at++) {
      const entry = answerEntries[at]!;
      if (entryScores[entry] === 0) touched[count++] = entry;
      entryScores[entry]! += idf / query.wordIdf;
    }
  }
  return count;
}

/** The few best, each with its best score. Ties go to the smaller number, which is the smaller id. */
class BestEntries {
  readonly entries: number[] = [];
  /** What a score must reach to be among them. */
  least = 0;
  readonly #scores: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(entry: number, score: number) {
    const { entries } = this;
    const scores = this.#scores;
    const isFull = entries.length === this.#limit;
    if (isFull && this.#isWorse(entry, score, this.#limit - 1)) return;
    let place = entries.indexOf(entry);
    if (place >= 0 && scores[place]! >= score) return;
    // What it is better than moves down by one; the last is forgotten for it.
    if (place < 0) place = isFull ? this.#limit - 1 : entries.length;
    for (; place > 0 && !this.#isWorse(entry, score, place - 1); place--) {
      entries[place] = entries[place - 1]!;
      scores[place] = scores[place - 1]!;
    }
    entries[place] = entry;
    scores[place] = score;
    if (entries.length === this.#limit) this.least = scores[this.#limit - 1]!;
  }

  #isWorse(entry: number, score: number, place: number): boolean {
    const other = this.#scores[place]!;
    return score < other || (score === other && entry > this.entries[place]!);
  }
}

/** Of an entry that was found in another way, the first. */
export function bestForms({ sections, scratch }: KnowledgeIndex, entry: number): number[] {
  const { formScores } = scratch;
  const best: number[] = [];
  for (let form = sections.formStarts[entry]!, end = sections.formStarts[entry + 1]!; form < end; form++) {
    let place = best.length;
    while (place > 0 && formScores[best[place - 1]!]! < formScores[form]!) place--;
    if (place >= formsPerEntry) continue;
    for (let at = Math.min(best.length, formsPerEntry - 1); at > place; at--) best[at] = best[at - 1]!;
    best[place] = form;
  }
  return best;
}
