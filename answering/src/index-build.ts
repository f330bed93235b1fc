import { FeatureTable, Growing, hashLetter, saturate } from "./feature-table.ts";
import { type Reading, readText } from "./normalise.ts";
import { readLetters } from "./pinyin.ts";
import { type Feature, hashText, listFeatures, listWordFeatures, listWords, wordKind } from "./segment.ts";
import { packSections, packStrings } from "./snapshot.ts";
import { listGroupFeatures } from "./thesaurus.ts";
import type { Entry } from "./types.ts";

/**
 * Packs knowledge into one transferable buffer (about 1 kB per question; made for a worker).
 * A *form* is one wording of an entry: its question or a similar question. Entries are taken in the order of their ids,
 * so the order they come in has no influence.
 */

const answerCharacters = 1_500;
/** Letters weigh by their rarity, in steps so that a byte holds it; a letter of a Latin word says about this much. */
export const letterIdfSteps = 16;
export const letterIdfOfLatin = 2;
/** A form's marks: bit 0 denied, above it the aspects asked, and this bit for numbers. */
export const numbersMark = 0x8000;

export function buildIndex(source: Iterable<Entry>): ArrayBuffer {
  const entries = distinctEntries(source);
  const table = new FeatureTable();
  const forms = new FormTable(table);
  const answers = new AnswerTable(table);
  const formStarts = new Uint32Array(entries.length + 1);
  for (const [i, entry] of entries.entries()) {
    for (const { text, reading } of listForms(entry)) forms.add(text, reading, i);
    formStarts[i + 1] = forms.count;
    answers.add(entry.answer);
  }
  const ids = packStrings(entries.map((entry) => entry.id));
  const { idf, weights } = table.weigh(entries.length);
  return packSections({
    idUnits: ids.units,
    idStarts: ids.starts,
    formStarts,
    questionHashes: Uint32Array.from(entries, (_, i) => hashText(forms.coreAt(formStarts[i]!))),
    ...table.toSections(idf),
    ...forms.toSections(weights, idf),
    ...answers.toSections(),
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
function listForms(entry: Entry): { text: string; reading: Reading }[] {
  const forms = new Map<string, { text: string; reading: Reading }>();
  for (const text of [entry.question, ...firstSentence(entry.question), ...[...entry.similar].sort()]) {
    const reading = readText(text);
    if (forms.size > 0 && (reading.core === "" || forms.has(reading.core))) continue;
    forms.set(reading.core, { text, reading });
  }
  return [...forms.values()];
}

/** "积分怎么用？能抵多少钱？" is asked by its first half too; later halves lack their subject. */
function firstSentence(question: string): string[] {
  const [first = "", ...others] = question.split(/[?？!！。;；]+/u).filter((part) => part.trim() !== "");
  return others.length > 0 && first.length >= 4 ? [first] : [];
}

class FormTable {
  readonly #table: FeatureTable;
  readonly #texts: string[] = [];
  readonly #cores: string[] = [];
  readonly #features = new Growing();
  readonly #counts = new Growing();
  readonly #featureEnds = new Growing();
  readonly #words = new Growing();
  readonly #wordEnds = new Growing();
  readonly #looks = new Growing();
  readonly #sounds = new Growing();
  readonly #letterEnds = new Growing();
  readonly #marks = new Growing();

  constructor(table: FeatureTable) {
    this.#table = table;
  }

  get count() {
    return this.#texts.length;
  }

  coreAt(form: number): string {
    return this.#cores[form]!;
  }

  add(text: string, reading: Reading, entry: number) {
    this.#texts.push(text);
    this.#cores.push(reading.core);
    const words = listWords(reading);
    for (const feature of [...listFeatures(reading, words), ...listGroupFeatures(words)]) {
      this.#features.push(this.#table.note(feature, entry));
      this.#counts.push(feature.count);
    }
    this.#featureEnds.push(this.#features.length);
    for (const word of words) this.#words.push(this.#table.numberOf(hashText(word, wordKind))!);
    this.#wordEnds.push(this.#words.length);
    const { looks, sounds } = readLetters(reading.core);
    for (const look of looks) this.#looks.push(look);
    for (const sound of sounds) this.#sounds.push(sound);
    this.#letterEnds.push(this.#looks.length);
    const numbers = reading.numbers.length > 0 ? numbersMark : 0;
    this.#marks.push((reading.isNegated ? 1 : 0) | (reading.asks << 1) | numbers);
  }

  toSections(weights: Float32Array, idf: Float32Array) {
    const texts = packStrings(this.#texts);
    const cores = packStrings(this.#cores);
    const letterIdf = Uint8Array.from(this.#looks.values, (look) => {
      const number = this.#table.numberOf(hashLetter(look));
      return Math.min(255, Math.round(letterIdfSteps * (number === undefined ? letterIdfOfLatin : idf[number]!)));
    });
    return {
      textUnits: texts.units,
      textStarts: texts.starts,
      coreUnits: cores.units,
      coreStarts: cores.starts,
      ...this.#postings(weights),
      formMarks: Uint16Array.from(this.#marks.values),
      formWords: this.#words.values,
      formWordStarts: startsOf(this.#wordEnds),
      letterLooks: Uint16Array.from(this.#looks.values),
      letterSounds: Uint16Array.from(this.#sounds.values),
      letterIdf,
      letterStarts: startsOf(this.#letterEnds),
    };
  }

  /** Forward (form → features) and inverted (feature → forms, with the share it adds to the cosine). */
  #postings(weights: Float32Array) {
    const features = this.#features.values;
    const counts = this.#counts.values;
    const starts = startsOf(this.#featureEnds);
    const formWeights = Float32Array.from(features, (number, at) => weights[number]! * saturate(counts[at]!));
    for (let form = 0; form < this.count; form++) {
      const own = formWeights.subarray(starts[form]!, starts[form + 1]!);
      const norm = Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
      for (let at = 0; at < own.length; at++) own[at]! /= norm;
    }
    const postStarts = countedStarts(features, this.#table.size);
    const next = postStarts.slice(0, -1);
    const postForms = new Uint32Array(features.length);
    const postWeights = new Float32Array(features.length);
    for (let form = 0; form < this.count; form++) {
      for (let at = starts[form]!; at < starts[form + 1]!; at++) {
        const to = next[features[at]!]!++;
        postForms[to] = form;
        postWeights[to] = formWeights[at]!;
      }
    }
    return { formFeatures: features, formFeatureStarts: starts, formWeights, postStarts, postForms, postWeights };
  }
}

/** Words of answers, by entry; the pieces would only add noise there. */
class AnswerTable {
  readonly #table: FeatureTable;
  readonly #features = new Growing();
  readonly #ends = new Growing();
  readonly #hashes = new Growing();

  constructor(table: FeatureTable) {
    this.#table = table;
  }

  add(answer: string) {
    for (const feature of listAnswerFeatures(answer)) this.#features.push(this.#table.note(feature, -1));
    this.#ends.push(this.#features.length);
    const words = answer.replace(/\s+/g, "");
    this.#hashes.push(words === "" ? 0 : hashText(words));
  }

  toSections() {
    const features = this.#features.values;
    const starts = startsOf(this.#ends);
    const answerStarts = countedStarts(features, this.#table.size);
    const next = answerStarts.slice(0, -1);
    const answerEntries = new Uint32Array(features.length);
    for (let entry = 0; entry + 1 < starts.length; entry++)
      for (let at = starts[entry]!; at < starts[entry + 1]!; at++) answerEntries[next[features[at]!]!++] = entry;
    return { answerStarts, answerEntries, answerHashes: this.#hashes.values };
  }
}

/** Long answers are read in pieces, because a reading stops after a few hundred characters. */
function listAnswerFeatures(answer: string): Iterable<Feature> {
  const features = new Map<number, Feature>();
  for (let at = 0; at < Math.min(answer.length, answerCharacters); at += 300)
    for (const feature of listWordFeatures(readText(answer.slice(at, at + 300)))) features.set(feature.hash, feature);
  return features.values();
}

/** Ends of lists that follow one another → their starts, with one more at the end. */
function startsOf(ends: Growing): Uint32Array {
  const starts = new Uint32Array(ends.length + 1);
  starts.set(ends.values, 1);
  return starts;
}

/** Where each number's places begin once all are sorted by number. */
function countedStarts(numbers: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const number of numbers) starts[number + 1]!++;
  for (let number = 0; number < size; number++) starts[number + 1]! += starts[number]!;
  return starts;
}
