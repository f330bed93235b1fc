import { Growing, GrowingTexts, startsOf } from "./growing.ts";
import { type Feature, hashUnit, type Kind, kindWeights, wordKind } from "./segment.ts";
import { groupsOf } from "./thesaurus.ts";

/** Pretended entries that know only common words: keeps word weights steady in a shop with five entries. */
const pretendedEntries = 200;
const commonShare = 0.3;

export function inverseFrequency(entriesWith: number, entries: number, isCommon: boolean): number {
  const known = Math.max(1, entriesWith) + (isCommon ? commonShare * pretendedEntries : 0);
  return Math.log(1 + (entries + pretendedEntries - known + 0.5) / (known + 0.5));
}

export const saturate = (count: number) => (2 * count) / (count + 1);

/** Every feature of the knowledge gets a number, in the order in which they are first met. */
export class FeatureTable {
  readonly #numbers = new Map<number, number>();
  readonly #hashes = new Growing(Uint32Array);
  readonly #kinds = new Growing(Uint8Array);
  readonly #commons = new Growing(Uint8Array);
  /** Counted by entry, not by wording: many similar questions must not make a word look common. */
  readonly #entriesWith = new Growing(Uint32Array);
  readonly #lastEntry = new Growing(Uint32Array);
  /** Empty for pieces of words. */
  readonly #words = new GrowingTexts();
  readonly #groups = new Growing(Uint16Array);
  readonly #groupEnds = new Growing(Uint32Array);

  get size() {
    return this.#hashes.length;
  }

  /** `entry` −1: words that occur in answers alone keep a frequency of 0 and weigh as rare ones. */
  note({ hash, kind, isCommon, text }: Feature, entry: number): number {
    let number = this.#numbers.get(hash);
    if (number === undefined) {
      number = this.size;
      this.#numbers.set(hash, number);
      this.#hashes.push(hash);
      this.#kinds.push(kind);
      this.#commons.push(isCommon ? 1 : 0);
      this.#entriesWith.push(0);
      this.#lastEntry.push(0);
      this.#words.push(kind === wordKind ? text : "");
      if (kind === wordKind) this.#groups.pushAll(groupsOf(text));
      this.#groupEnds.push(this.#groups.length);
    }
    if (entry >= 0) this.count(number, entry);
    return number;
  }

  /** Of wordings that come entry after entry. */
  count(number: number, entry: number) {
    if (this.#lastEntry.at(number) === entry + 1) return;
    this.#lastEntry.set(number, entry + 1);
    this.#entriesWith.set(number, this.#entriesWith.at(number) + 1);
  }

  numberOf(hash: number): number | undefined {
    return this.#numbers.get(hash);
  }

  /** What a feature weighs in a wording that has it once; `idf` alone says how rare it is. */
  weigh(entryCount: number): { idf: Float32Array; weights: Float32Array } {
    const [commons, kinds] = [this.#commons.values, this.#kinds.values];
    const entriesWith = this.#entriesWith.values;
    const idf = new Float32Array(this.size);
    const weights = new Float32Array(this.size);
    for (let number = 0; number < this.size; number++) {
      idf[number] = inverseFrequency(entriesWith[number]!, entryCount, commons[number] === 1);
      weights[number] = idf[number]! * kindWeights[kinds[number] as Kind];
    }
    return { idf, weights };
  }

  /** Hash → number as an open-addressed table, at most half full, so that opening it costs nothing; 0 is an empty slot. */
  toSections(idf: Float32Array) {
    let slots = 16;
    while (slots < this.size * 2) slots *= 2;
    const featureHashes = this.#hashes.values;
    const slotFeatures = new Uint32Array(slots);
    for (let number = 0; number < this.size; number++) {
      let slot = featureHashes[number]! & (slots - 1);
      while (slotFeatures[slot] !== 0) slot = (slot + 1) & (slots - 1);
      slotFeatures[slot] = number + 1;
    }
    const commons = this.#commons.values;
    const words = this.#words.pack();
    return {
      slotFeatures,
      featureHashes,
      featureKinds: Uint8Array.from(this.#kinds.values, (kind, number) => kind | (commons[number]! * commonMark)),
      featureIdf: idf,
      wordUnits: words.units,
      wordStarts: words.starts,
      wordGroups: this.#groups.values,
      wordGroupStarts: startsOf(this.#groupEnds),
    };
  }
}

/** In a feature's kind: a common word. */
export const commonMark = 0x80;

/** The number of a lone character's feature hangs on its kind: single characters are pieces of words. */
export const hashLetter = (unit: number) => hashUnit(unit, 1);
