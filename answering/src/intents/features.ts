import { readText } from "../normalise.ts";
import { hashText, isCommonWord, listWords } from "../segment.ts";

/**
 * What the classifiers read in a text: words and pairs of words, pieces of Latin words (typing errors, endings), and
 * Chinese characters by one, two and three. Known by their hashes, as in retrieval: no string table to keep.
 */
export type Vector = {
  hashes: number[];
  /** Share of the kind times the root of how often it occurs: the fifth "好" says little more than the first. */
  values: number[];
  /** The feature as a person would read it; empty for pieces of words and for words that explain nothing. */
  words: string[];
};

/** Words carry the meaning, pairs the form of a question, pieces what errors and segmentation leave over. */
const shares = { word: 1, pair: 0.7, piece: 0.45, one: 0.35, two: 0.7, three: 0.45 } as const;
type Kind = keyof typeof shares;
const seeds: Readonly<Record<Kind, number>> = { word: 11, pair: 12, piece: 13, one: 14, two: 15, three: 16 };
/** "how do I" tells questions apart, but less than what they ask about. */
const commonShare = 0.7;

/** A review is longer than a question; what is beyond this adds nothing. Read piece by piece, as readText cuts. */
const readCharacters = 1_200;
const partCharacters = 300;

/** Empty for a text without words. */
export function readFeatures(text: string): Vector {
  const found = new Map<number, { kind: Kind; isCommon: boolean; count: number; word: string }>();
  const add = (kind: Kind, text: string, isCommon: boolean) => {
    const hash = hashText(text, seeds[kind]);
    const known = found.get(hash);
    if (known) known.count++;
    else found.set(hash, { kind, isCommon, count: 1, word: kind === "word" && !isCommon ? text : "" });
  };
  for (const part of partsOf(text)) addPart(part, add);
  const vector: Vector = { hashes: [], values: [], words: [] };
  for (const [hash, { kind, isCommon, count, word }] of found) {
    vector.hashes.push(hash);
    vector.values.push(shares[kind] * (isCommon ? commonShare : 1) * Math.sqrt(count));
    vector.words.push(word);
  }
  return vector;
}

/** The text as far as it is read, in parts that readText takes whole. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < Math.min(text.length, readCharacters); from += partCharacters)
    parts.push(text.slice(from, Math.min(from + partCharacters, readCharacters)));
  return parts;
}

function addPart(text: string, add: (kind: Kind, text: string, isCommon: boolean) => void): void {
  const reading = readText(text);
  const words = listWords(reading);
  for (const [i, word] of words.entries()) {
    const isCommon = isCommonWord(word);
    add("word", word, isCommon);
    if (i > 0 && /^[a-z]+$/.test(word)) add("pair", `${words[i - 1]} ${word}`, isCommon && isCommonWord(words[i - 1]!));
    if (isCommon || !/^[a-z]+$/.test(word)) continue;
    const framed = `<${word}>`;
    for (let at = 0; at + 3 <= framed.length; at++) add("piece", framed.slice(at, at + 3), false);
  }
  for (const run of reading.core.match(/\p{Script=Han}[\p{Script=Han}\d]*/gu) ?? []) {
    const letters = [...run];
    for (let at = 0; at < letters.length; at++) {
      add("one", letters[at]!, isCommonWord(letters[at]!));
      const two = letters.slice(at, at + 2).join("");
      if (at + 2 <= letters.length) add("two", two, isCommonWord(two));
      if (at + 3 <= letters.length) add("three", letters.slice(at, at + 3).join(""), false);
    }
  }
}
