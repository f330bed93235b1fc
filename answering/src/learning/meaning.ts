import { findFeature, type KnowledgeIndex } from "../index-open.ts";
import type { Query } from "../retrieve.ts";
import { RowTable } from "../row-table.ts";
import { hashText, isCommonWord } from "../segment.ts";
import { findHash } from "./entry-classifier.ts";
import type { WordVectors } from "./vectors.ts";

/** A shop's word vectors laid over one knowledge index: what wordings have in common that share no words. */
export type Meaning = {
  vectors: WordVectors;
  /** By feature of the index: the row of its word, or −1. */
  rowOfFeature: Int32Array;
  /** By wording: the sum of its words' vectors by their rarity, as part of `formNorms`, in 127ths. */
  formVectors: Int8Array;
  /** Length of the whole wording; a word without a vector is a direction of its own. */
  formNorms: Float32Array;
};

/** One question; `telling`: rows of the words that are aligned by their vectors. */
type Meant = {
  rows: Int32Array;
  telling: Int32Array;
  vector: Float64Array;
  norm: number;
};

export const meaningSignalNames = ["meaning", "meantAsked", "meantOffered"] as const;

/** Words whose vectors are less alike than this have nothing to do with each other. */
const leastAlike = 0.5;
const full = 127;

export function layVectors({ sections, formCount }: KnowledgeIndex, vectors: WordVectors): Meaning {
  const { formWordStarts, formWords, featureIdf } = sections;
  const rowOfFeature = new Int32Array(featureIdf.length).fill(-1);
  for (const [row, hash] of vectors.hashes.entries()) {
    const feature = findFeature(sections, hash);
    if (feature >= 0) rowOfFeature[feature] = row;
  }
  const { dimensions } = vectors;
  const formVectors = new Int8Array(formCount * dimensions);
  const formNorms = new Float32Array(formCount);
  for (let form = 0; form < formCount; form++) {
    const features = formWords.subarray(formWordStarts[form]!, formWordStarts[form + 1]!);
    const rows = Int32Array.from(features, (feature) => rowOfFeature[feature]!);
    const idf = Float32Array.from(features, (feature) => featureIdf[feature]!);
    const { vector, norm } = sumVectors(vectors, rows, idf);
    formNorms[form] = norm;
    for (let a = 0; a < dimensions; a++) formVectors[form * dimensions + a] = Math.round((full * vector[a]!) / norm);
  }
  return { vectors, rowOfFeature, formVectors, formNorms };
}

function sumVectors({ dimensions, values }: WordVectors, rows: Int32Array, idf: Float32Array) {
  const vector = new Float64Array(dimensions);
  let square = 0;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i]! < 0) square += idf[i]! ** 2;
    else for (let a = 0; a < dimensions; a++) vector[a]! += (idf[i]! * values[rows[i]! * dimensions + a]!) / full;
  }
  for (const part of vector) square += part * part;
  return { vector, norm: Math.sqrt(square) || 1 };
}

export function readMeaning({ vectors }: Meaning, { words }: Query): Meant {
  const rows = Int32Array.from(words, ({ text }) => findHash(vectors.hashes, hashText(text)));
  const telling = rows.map((row, i) => (isCommonWord(words[i]!.text) ? -1 : row));
  const sum = sumVectors(
    vectors,
    rows,
    Float32Array.from(words, ({ idf }) => idf),
  );
  return { rows, telling, ...sum };
}

const bestOfWord = new Float32Array(512);
/** How alike a wording's word is to each word of the question. */
const alike = new RowTable();
/** Written anew by every call. */
const figures = new Float32Array(3);

/**
 * 0…1, in the order of their names: cosine of the two sums; and words aligned as in words.ts, each counting by the word of
 * the other side whose vector is most alike.
 */
export function compareMeaning(
  index: KnowledgeIndex,
  meaning: Meaning,
  query: Query,
  meant: Meant,
  form: number,
): Float32Array {
  const { formWordStarts, formWords, featureIdf } = index.sections;
  const { vectors, formVectors, formNorms } = meaning;
  const { dimensions } = vectors;
  const count = Math.min(query.words.length, bestOfWord.length);
  bestOfWord.fill(0, 0, count);
  let dot = 0;
  for (let a = 0; a < dimensions; a++) dot += meant.vector[a]! * formVectors[form * dimensions + a]!;
  dot *= formNorms[form]! / full;
  let all = 0;
  let offered = 0;
  for (let at = formWordStarts[form]!, end = formWordStarts[form + 1]!; at < end; at++) {
    const feature = formWords[at]!;
    const idf = featureIdf[feature]!;
    const row = findAlike(meaning, query, meant, feature);
    const { values } = alike;
    let best = 0;
    for (let i = 0; i < count; i++) {
      const one = values[row + i]!;
      if (one > best) best = one;
      if (one > bestOfWord[i]!) bestOfWord[i] = one;
      if (query.words[i]!.feature === feature && meant.rows[i]! < 0) dot += idf * query.words[i]!.idf;
    }
    all += idf;
    offered += idf * best;
  }
  let allAsked = 0;
  let asked = 0;
  for (let i = 0; i < count; i++) {
    allAsked += query.words[i]!.idf;
    asked += query.words[i]!.idf * bestOfWord[i]!;
  }
  figures[0] = Math.max(0, Math.min(1, dot / (meant.norm * formNorms[form]!)));
  figures[1] = allAsked === 0 ? 0 : asked / allAsked;
  figures[2] = all === 0 ? 0 : offered / all;
  return figures;
}

function findAlike({ vectors, rowOfFeature }: Meaning, { words }: Query, meant: Meant, feature: number): number {
  alike.open(meant);
  const known = alike.find(feature);
  if (known >= 0) return known;
  const row = alike.add(feature, words.length);
  const { telling } = meant;
  const { dimensions, values } = vectors;
  const start = rowOfFeature[feature]! * dimensions;
  for (let i = 0; i < words.length; i++) {
    alike.values[row + i] = words[i]!.feature === feature ? 1 : 0;
    if (words[i]!.feature === feature || start < 0 || telling[i]! < 0) continue;
    let dot = 0;
    for (let a = 0, b = telling[i]! * dimensions; a < dimensions; a++, b++) dot += values[start + a]! * values[b]!;
    const cosine = dot / full ** 2;
    if (cosine >= leastAlike) alike.values[row + i] = cosine;
  }
  return row;
}
