import { type Reading, readText } from "./normalise.ts";
import { type Letters, readLetters } from "./pinyin.ts";
import { type Feature, hashText, kindWeights, listFeatures, listWordFeatures, listWords, wordKind } from "./segment.ts";
import { packSections, packStrings } from "./snapshot.ts";
import { listGroupFeatures } from "./thesaurus.ts";
import type { Entry } from "./types.ts";

/**
 * Packs knowledge into one transferable buffer (about 1 s and 1 kB per question for 10,000 of them; made for a worker).
 * A *form* is one wording of an entry: its question or a similar question. Entries are taken in the order of their ids,
 * so the order they come in has no influence.
 */

/** Pretended entries that know only common words: keeps word weights steady in a shop with five entries. */
export const pretendedEntries = 200;
const commonShare = 0.3;
const answerCharacters = 1_500;

export function inverseFrequency(entriesWith: number, entries: number, isCommon: boolean): number {
  const known = Math.max(1, entriesWith) + (isCommon ? commonShare * pretendedEntries : 0);
  return Math.log(1 + (entries + pretendedEntries - known + 0.5) / (known + 0.5));
}

export const saturate = (count: number) => (2 * count) / (count + 1);

/** Letters weigh by their rarity, in steps so that a byte holds it; a letter of a Latin word says about this much. */
export const letterIdfSteps = 16;
export const letterIdfOfLatin = 2;

type Form = { text: string; reading: Reading; words: string[]; features: Feature[]; letters: Letters };

export function buildIndex(source: Iterable<Entry>): ArrayBuffer {
  const entries = distinctEntries(source);
  const forms: Form[] = [];
  const formStarts = new Uint32Array(entries.length + 1);
  const answers: Feature[][] = [];
  const answerHashes = new Uint32Array(entries.length);
  for (const [i, entry] of entries.entries()) {
    forms.push(...listForms(entry));
    formStarts[i + 1] = forms.length;
    const answer = readAnswer(entry.answer);
    answers.push(answer.features);
    answerHashes[i] = answer.hash;
  }
  const known = numberFeatures(forms, formStarts, answers);
  return packSections({
    ...textSections(entries, forms),
    formStarts,
    answerHashes,
    ...featureSections(known, entries.length),
    ...formSections(forms, known, entries.length),
    ...orderSections(forms, known, entries.length),
    ...answerSections(answers, known),
  });
}

function distinctEntries(source: Iterable<Entry>): Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of source) {
    const other = byId.get(entry.id);
    if (!other || entry.question < other.question) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The main question is always the first form, even if nothing of it can be searched. */
function listForms(entry: Entry): Form[] {
  const forms = new Map<string, Form>();
  for (const text of [entry.question, ...firstSentence(entry.question), ...[...entry.similar].sort()]) {
    const reading = readText(text);
    if (forms.size > 0 && (reading.core === "" || forms.has(reading.core))) continue;
    const words = listWords(reading);
    forms.set(reading.core, {
      text,
      reading,
      words,
      features: [...listFeatures(reading, words), ...listGroupFeatures(words)],
      letters: readLetters(reading.core),
    });
  }
  return [...forms.values()];
}

/** "积分怎么用？能抵多少钱？" is asked by its first half too; later halves lack their subject. */
function firstSentence(question: string): string[] {
  const [first = "", ...others] = question.split(/[?？!！。;；]+/u).filter((part) => part.trim() !== "");
  return others.length > 0 && first.length >= 4 ? [first] : [];
}

/** Long answers are read in pieces, because a reading stops after a few hundred characters. */
function readAnswer(answer: string): { features: Feature[]; hash: number } {
  const features = new Map<number, Feature>();
  for (let at = 0; at < Math.min(answer.length, answerCharacters); at += 300) {
    for (const feature of listWordFeatures(readText(answer.slice(at, at + 300)))) {
      const known = features.get(feature.hash);
      if (known) known.count += feature.count;
      else features.set(feature.hash, feature);
    }
  }
  const words = answer.replace(/\s+/g, "");
  return { features: [...features.values()], hash: words === "" ? 0 : hashText(words) };
}

type Known = {
  index: Map<number, number>;
  kinds: number[];
  hashes: number[];
  entriesWith: number[];
  common: boolean[];
  /** Empty for pieces of words. */
  words: string[];
};

function numberFeatures(forms: readonly Form[], formStarts: Uint32Array, answers: readonly Feature[][]): Known {
  const known: Known = { index: new Map(), kinds: [], hashes: [], entriesWith: [], common: [], words: [] };
  const lastEntry: number[] = [];
  const note = (feature: Feature, entry: number) => {
    let at = known.index.get(feature.hash);
    if (at === undefined) {
      at = known.hashes.length;
      known.index.set(feature.hash, at);
      known.hashes.push(feature.hash);
      known.kinds.push(feature.kind);
      known.common.push(feature.isCommon);
      known.words.push(feature.kind === wordKind ? feature.text : "");
      known.entriesWith.push(0);
      lastEntry.push(-1);
    }
    if (entry < 0 || lastEntry[at] === entry) return;
    lastEntry[at] = entry;
    known.entriesWith[at]!++;
  };
  for (let entry = 0; entry + 1 < formStarts.length; entry++) {
    // Counted by entry, not by form: many similar questions must not make a word look common.
    for (let form = formStarts[entry]!; form < formStarts[entry + 1]!; form++) {
      for (const feature of forms[form]!.features) note(feature, entry);
    }
  }
  // Words that occur in answers alone keep a frequency of 0 and weigh as rare ones.
  for (const features of answers) for (const feature of features) note(feature, -1);
  return known;
}

function textSections(entries: readonly Entry[], forms: readonly Form[]) {
  const ids = packStrings(entries.map((entry) => entry.id));
  const texts = packStrings(forms.map((form) => form.text));
  const cores = packStrings(forms.map((form) => form.reading.core));
  return {
    idUnits: ids.units,
    idStarts: ids.starts,
    textUnits: texts.units,
    textStarts: texts.starts,
    coreUnits: cores.units,
    coreStarts: cores.starts,
  };
}

/** Hash → feature number as an open-addressed table, at most half full, so that opening it costs nothing. */
function featureSections(known: Known, entryCount: number) {
  let slots = 16;
  while (slots < known.hashes.length * 2) slots *= 2;
  const slotHashes = new Uint32Array(slots);
  const slotFeatures = new Uint32Array(slots);
  const weights = new Float32Array(known.hashes.length);
  for (const [feature, hash] of known.hashes.entries()) {
    let slot = hash & (slots - 1);
    while (slotHashes[slot] !== 0) slot = (slot + 1) & (slots - 1);
    slotHashes[slot] = hash;
    slotFeatures[slot] = feature;
    weights[feature] = inverseFrequency(known.entriesWith[feature]!, entryCount, known.common[feature]!);
  }
  const words = packStrings(known.words);
  return {
    slotHashes,
    slotFeatures,
    featureIdf: weights,
    featureKinds: Uint8Array.from(known.kinds),
    wordUnits: words.units,
    wordStarts: words.starts,
  };
}

/** Forward (form → features) and inverted (feature → forms, with the share it adds to the cosine). */
function formSections(forms: readonly Form[], known: Known, entryCount: number) {
  const starts = new Uint32Array(forms.length + 1);
  for (const [i, form] of forms.entries()) starts[i + 1] = starts[i]! + form.features.length;
  const total = starts[forms.length]!;
  const features = new Uint32Array(total);
  const counts = new Uint8Array(total);
  const weights = new Float32Array(total);
  const lengths = new Uint16Array(forms.length);
  const postStarts = new Uint32Array(known.hashes.length + 1);
  for (const [i, form] of forms.entries()) {
    let square = 0;
    let words = 0;
    for (const [k, feature] of form.features.entries()) {
      const at = starts[i]! + k;
      const number = known.index.get(feature.hash)!;
      const weight =
        kindWeights[feature.kind] *
        saturate(feature.count) *
        inverseFrequency(known.entriesWith[number]!, entryCount, known.common[number]!);
      features[at] = number;
      counts[at] = Math.min(255, feature.count);
      weights[at] = weight;
      square += weight * weight;
      if (feature.kind === wordKind) words += feature.count;
      postStarts[number + 1]!++;
    }
    const norm = Math.sqrt(square) || 1;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) weights[at]! /= norm;
    lengths[i] = Math.min(65_535, words);
  }
  for (let i = 0; i < known.hashes.length; i++) postStarts[i + 1]! += postStarts[i]!;
  const next = postStarts.slice(0, -1);
  const postForms = new Uint32Array(total);
  const postWeights = new Float32Array(total);
  for (let form = 0; form < forms.length; form++) {
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const to = next[features[at]!]!++;
      postForms[to] = form;
      postWeights[to] = weights[at]!;
    }
  }
  // Bit 0: denied; above it: the aspects asked.
  const marks = Uint16Array.from(forms, ({ reading }) => (reading.isNegated ? 1 : 0) | (reading.asks << 1));
  return {
    formFeatureStarts: starts,
    formFeatures: features,
    formCounts: counts,
    formWeights: weights,
    formLengths: lengths,
    formMarks: marks,
    postStarts,
    postForms,
    postWeights,
  };
}

/** Words in their order, and letters with how much each says: what the alignment of two wordings needs. */
function orderSections(forms: readonly Form[], known: Known, entryCount: number) {
  const wordStarts = new Uint32Array(forms.length + 1);
  const letterStarts = new Uint32Array(forms.length + 1);
  for (const [i, { words, letters }] of forms.entries()) {
    wordStarts[i + 1] = wordStarts[i]! + words.length;
    letterStarts[i + 1] = letterStarts[i]! + letters.looks.length;
  }
  const formWords = new Uint32Array(wordStarts[forms.length]!);
  const letterLooks = new Uint16Array(letterStarts[forms.length]!);
  const letterSounds = new Uint16Array(letterLooks.length);
  const letterIdf = new Uint8Array(letterLooks.length);
  for (const [i, { words, letters }] of forms.entries()) {
    for (const [k, word] of words.entries()) formWords[wordStarts[i]! + k] = known.index.get(hashText(word, wordKind))!;
    const start = letterStarts[i]!;
    letterLooks.set(letters.looks, start);
    letterSounds.set(letters.sounds, start);
    for (const [k, look] of letters.looks.entries()) {
      const number = known.index.get(hashText(String.fromCharCode(look), 1));
      const idf = number === undefined ? letterIdfOfLatin : featureIdf(known, number, entryCount);
      letterIdf[start + k] = Math.min(255, Math.round(idf * letterIdfSteps));
    }
  }
  return { formWordStarts: wordStarts, formWords, letterStarts, letterLooks, letterSounds, letterIdf };
}

const featureIdf = (known: Known, number: number, entryCount: number) =>
  inverseFrequency(known.entriesWith[number]!, entryCount, known.common[number]!);

function answerSections(answers: readonly Feature[][], known: Known) {
  const starts = new Uint32Array(known.hashes.length + 1);
  for (const features of answers) for (const feature of features) starts[known.index.get(feature.hash)! + 1]!++;
  for (let i = 0; i < known.hashes.length; i++) starts[i + 1]! += starts[i]!;
  const entries = new Uint32Array(starts[known.hashes.length]!);
  const counts = new Uint8Array(entries.length);
  const next = starts.slice(0, -1);
  const lengths = new Uint16Array(answers.length);
  for (const [entry, features] of answers.entries()) {
    let words = 0;
    for (const feature of features) {
      const to = next[known.index.get(feature.hash)!]!++;
      entries[to] = entry;
      counts[to] = Math.min(255, feature.count);
      words += feature.count;
    }
    lengths[entry] = Math.min(65_535, words);
  }
  return { answerStarts: starts, answerEntries: entries, answerCounts: counts, answerLengths: lengths };
}
