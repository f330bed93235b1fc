import { type FeatureTable, hashLetter, saturate } from "./feature-table.ts";
import { countedStarts, Growing, GrowingTexts, startsOf } from "./growing.ts";
import type { IndexSections } from "./index-open.ts";
import type { Reading } from "./normalise.ts";
import { readLetters } from "./pinyin.ts";
import { hashText, hashUnits, listFeatures, listWords, wordKind } from "./segment.ts";
import { listGroupFeatures } from "./thesaurus.ts";

/** Letters weigh by their rarity, in steps so that a byte holds it; a letter of a Latin word says about this much. */
export const letterIdfSteps = 16;
export const letterIdfOfLatin = 2;
/** A form's marks: bit 0 denied, above it the aspects asked, and this bit for numbers. */
export const numbersMark = 0x8000;

/** Wordings, in the order of their entries. */
export class FormTable {
  readonly #table: FeatureTable;
  readonly #texts = new GrowingTexts();
  readonly #cores = new GrowingTexts();
  readonly #features = new Growing(Uint32Array);
  readonly #counts = new Growing(Uint8Array);
  readonly #featureEnds = new Growing(Uint32Array);
  readonly #words = new Growing(Uint32Array);
  readonly #wordEnds = new Growing(Uint32Array);
  readonly #looks = new Growing(Uint16Array);
  readonly #sounds = new Growing(Uint16Array);
  readonly #letterEnds = new Growing(Uint32Array);
  readonly #marks = new Growing(Uint16Array);

  constructor(table: FeatureTable) {
    this.#table = table;
  }

  get count() {
    return this.#featureEnds.length;
  }

  hashCoreAt(form: number): number {
    return hashUnits(this.#cores.unitsAt(form));
  }

  add(text: string, reading: Reading, entry: number) {
    this.#texts.push(text);
    this.#cores.push(reading.core);
    const words = listWords(reading);
    for (const feature of [...listFeatures(reading, words), ...listGroupFeatures(words)]) {
      this.#features.push(this.#table.note(feature, entry));
      this.#counts.push(Math.min(255, feature.count));
    }
    this.#featureEnds.push(this.#features.length);
    for (const word of words) this.#words.push(this.#table.numberOf(hashText(word, wordKind))!);
    this.#wordEnds.push(this.#words.length);
    const { looks, sounds } = readLetters(reading.core);
    this.#looks.pushAll(looks);
    this.#sounds.pushAll(sounds);
    this.#letterEnds.push(this.#looks.length);
    const numbers = reading.numbers.length > 0 ? numbersMark : 0;
    this.#marks.push((reading.isNegated ? 1 : 0) | (reading.asks << 1) | numbers);
  }

  /** Of wordings as another snapshot has them, `first` up to `end`, what does not hang on numbers: whole pieces of it. */
  copyTexts(from: IndexSections, first: number, end: number) {
    const part = <T extends Uint8Array | Uint16Array>(values: T, starts: Uint32Array): T =>
      values.subarray(starts[first]!, starts[end]!) as T;
    this.#texts.pushMany(from.textUnits, from.textStarts, first, end);
    this.#cores.pushMany(from.coreUnits, from.coreStarts, first, end);
    this.#counts.pushAll(part(from.formCounts, from.formFeatureStarts));
    this.#letterEnds.pushEnds(from.letterStarts, first, end, this.#looks.length);
    this.#looks.pushAll(part(from.letterLooks, from.letterStarts));
    this.#sounds.pushAll(part(from.letterSounds, from.letterStarts));
    this.#marks.pushAll(from.formMarks.subarray(first, end));
  }

  /** And what does: the features and words of one of them. */
  copyNumbers(from: IndexSections, form: number, entry: number, toNumber: (feature: number) => number) {
    const { formFeatures, formFeatureStarts, formWords, formWordStarts } = from;
    for (let at = formFeatureStarts[form]!, end = formFeatureStarts[form + 1]!; at < end; at++) {
      const number = toNumber(formFeatures[at]!);
      this.#table.count(number, entry);
      this.#features.push(number);
    }
    this.#featureEnds.push(this.#features.length);
    for (let at = formWordStarts[form]!, end = formWordStarts[form + 1]!; at < end; at++)
      this.#words.push(toNumber(formWords[at]!));
    this.#wordEnds.push(this.#words.length);
  }

  toSections(weights: Float32Array, idf: Float32Array) {
    const texts = this.#texts.pack();
    const cores = this.#cores.pack();
    const looks = this.#looks.values;
    const idfOfLook = new Int16Array(0x10000).fill(-1);
    const letterIdf = new Uint8Array(looks.length);
    for (let at = 0; at < looks.length; at++) {
      const look = looks[at]!;
      if (idfOfLook[look]! < 0) {
        const number = this.#table.numberOf(hashLetter(look));
        const value = number === undefined ? letterIdfOfLatin : idf[number]!;
        idfOfLook[look] = Math.min(255, Math.round(letterIdfSteps * value));
      }
      letterIdf[at] = idfOfLook[look]!;
    }
    return {
      textUnits: texts.units,
      textStarts: texts.starts,
      coreUnits: cores.units,
      coreStarts: cores.starts,
      ...this.#postings(weights),
      formCounts: this.#counts.values,
      formMarks: this.#marks.values,
      formWords: this.#words.values,
      formWordStarts: startsOf(this.#wordEnds),
      letterLooks: this.#looks.values,
      letterSounds: this.#sounds.values,
      letterIdf,
      letterStarts: startsOf(this.#letterEnds),
    };
  }

  /** Forward (form → features) and inverted (feature → forms, with the share it adds to the cosine). */
  #postings(weights: Float32Array) {
    const features = this.#features.values;
    const counts = this.#counts.values;
    const starts = startsOf(this.#featureEnds);
    const formWeights = new Float32Array(features.length);
    for (let form = 0; form < this.count; form++) {
      const [start, end] = [starts[form]!, starts[form + 1]!];
      let square = 0;
      for (let at = start; at < end; at++) {
        const weight = weights[features[at]!]! * saturate(counts[at]!);
        formWeights[at] = weight;
        square += weight * weight;
      }
      const norm = Math.sqrt(square) || 1;
      for (let at = start; at < end; at++) formWeights[at]! /= norm;
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
