import { countedStarts, type FeatureTable, Growing, hashLetter, saturate, startsOf } from "./feature-table.ts";
import { formCoreAt, formTextAt, type KnowledgeIndex } from "./index-open.ts";
import type { Reading } from "./normalise.ts";
import { readLetters } from "./pinyin.ts";
import { hashText, listFeatures, listWords, wordKind } from "./segment.ts";
import { packStrings } from "./snapshot.ts";
import { listGroupFeatures } from "./thesaurus.ts";

/** Letters weigh by their rarity, in steps so that a byte holds it; a letter of a Latin word says about this much. */
export const letterIdfSteps = 16;
export const letterIdfOfLatin = 2;
/** A form's marks: bit 0 denied, above it the aspects asked, and this bit for numbers. */
export const numbersMark = 0x8000;

/** Wordings, in the order of their entries. */
export class FormTable {
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
      this.#counts.push(Math.min(255, feature.count));
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

  /** A wording as another snapshot has it: nothing of it is read anew. */
  copy(index: KnowledgeIndex, form: number, entry: number, toNumber: (feature: number) => number) {
    const from = index.sections;
    this.#texts.push(formTextAt(index, form));
    this.#cores.push(formCoreAt(index, form));
    for (let at = from.formFeatureStarts[form]!; at < from.formFeatureStarts[form + 1]!; at++) {
      const number = toNumber(from.formFeatures[at]!);
      this.#table.count(number, entry);
      this.#features.push(number);
      this.#counts.push(from.formCounts[at]!);
    }
    this.#featureEnds.push(this.#features.length);
    for (let at = from.formWordStarts[form]!; at < from.formWordStarts[form + 1]!; at++)
      this.#words.push(toNumber(from.formWords[at]!));
    this.#wordEnds.push(this.#words.length);
    for (let at = from.letterStarts[form]!; at < from.letterStarts[form + 1]!; at++) {
      this.#looks.push(from.letterLooks[at]!);
      this.#sounds.push(from.letterSounds[at]!);
    }
    this.#letterEnds.push(this.#looks.length);
    this.#marks.push(from.formMarks[form]!);
  }

  toSections(weights: Float32Array, idf: Float32Array) {
    const texts = packStrings(this.#texts);
    const cores = packStrings(this.#cores);
    const idfOfLook = new Map<number, number>();
    const letterIdf = Uint8Array.from(this.#looks.values, (look) => {
      let known = idfOfLook.get(look);
      if (known === undefined) {
        const number = this.#table.numberOf(hashLetter(look));
        known = Math.min(255, Math.round(letterIdfSteps * (number === undefined ? letterIdfOfLatin : idf[number]!)));
        idfOfLook.set(look, known);
      }
      return known;
    });
    return {
      textUnits: texts.units,
      textStarts: texts.starts,
      coreUnits: cores.units,
      coreStarts: cores.starts,
      ...this.#postings(weights),
      formCounts: Uint8Array.from(this.#counts.values),
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
