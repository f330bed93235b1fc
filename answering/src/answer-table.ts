import type { FeatureTable } from "./feature-table.ts";
import { countedStarts, Growing, startsOf } from "./growing.ts";
import type { IndexSections } from "./index-open.ts";
import { readText } from "./normalise.ts";
import { type Feature, hashText, listWordFeatures } from "./segment.ts";

const answerCharacters = 1_500;

/** Words of answers, by entry; the pieces would only add noise there. */
export class AnswerTable {
  readonly #table: FeatureTable;
  readonly #features = new Growing(Uint32Array);
  readonly #ends = new Growing(Uint32Array);
  readonly #hashes = new Growing(Uint32Array);

  constructor(table: FeatureTable) {
    this.#table = table;
  }

  add(answer: string) {
    for (const feature of listAnswerFeatures(answer)) this.#features.push(this.#table.note(feature, -1));
    this.#ends.push(this.#features.length);
    const words = answer.replace(/\s+/g, "");
    this.#hashes.push(words === "" ? 0 : hashText(words));
  }

  /** An answer as another snapshot has it, by the numbers that its words have there. */
  copy({ features, starts }: AnswerWords, entry: number, hash: number, toNumber: (feature: number) => number) {
    for (let at = starts[entry]!, end = starts[entry + 1]!; at < end; at++)
      this.#features.push(toNumber(features[at]!));
    this.#ends.push(this.#features.length);
    this.#hashes.push(hash);
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

/** By entry, the words of its answer. */
type AnswerWords = { features: Uint32Array; starts: Uint32Array };

/** From the lists of entries that have a word. */
export function listByEntry({ answerStarts, answerEntries }: IndexSections, entryCount: number): AnswerWords {
  const starts = countedStarts(answerEntries, entryCount);
  const next = starts.slice(0, -1);
  const features = new Uint32Array(answerEntries.length);
  for (let feature = 0; feature + 1 < answerStarts.length; feature++)
    for (let at = answerStarts[feature]!; at < answerStarts[feature + 1]!; at++)
      features[next[answerEntries[at]!]!++] = feature;
  return { features, starts };
}

/** Long answers are read in pieces, because a reading stops after a few hundred characters. */
function listAnswerFeatures(answer: string): Iterable<Feature> {
  const features = new Map<number, Feature>();
  for (let at = 0; at < Math.min(answer.length, answerCharacters); at += 300)
    for (const feature of listWordFeatures(readText(answer.slice(at, at + 300)))) features.set(feature.hash, feature);
  return features.values();
}
