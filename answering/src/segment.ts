import { cutWords } from "./dictionary.ts";
import { irregularForms } from "./irregular-en.ts";
import type { Reading } from "./normalise.ts";

/**
 * A feature is a word or a piece of one, known by its hash: no string table, and a clash in four billion does no harm.
 * `text` is empty for pieces.
 */
export type Feature = { hash: number; kind: Kind; count: number; isCommon: boolean; text: string };

export type Kind = 0 | 1 | 2 | 3 | 4;
/** Words carry the meaning; pieces carry what typing errors and segmentation leave over. */
export const kindWeights = [1, 0.35, 0.7, 0.45, 0.25] as const;
export const wordKind: Kind = 0;

const commonZh = new Set(
  (
    "的 了 是 我 你 您 他 它 吗 呢 啊 吧 在 有 和 与 就 也 都 还 要 想 能 会 得 地 着 过 把 被 给 让 请 问 这 那 哪 个 一 下 上 " +
    "怎么 怎 么 什么 什 为什么 多久 多少 多少钱 什么时候 哪里 怎么办 怎么样 办 我们 你们 这个 那个 一下 一个 可以 知道 东西 时候 如果 的话 " +
    "今天 明天 昨天 早上 晚上 最近 刚才 上次 应该 需要 现在 已经 没有 没 不 不能 之后 以后 后 去 来 到 做 用 弄 说 看 里 家 店"
  ).split(" "),
);
const commonEn = new Set(
  (
    "a an the i you he she it we they me my your our their its is are was were be been am do does did doing have has had can could will would shall " +
    "should may might must to of in on at for with from by about as into and or but if then so that this these those there here what which who whom " +
    "how when where why not no any some please get got want need like just also very much many long"
  )
    .split(" ")
    .map(stem),
);

/** Words of a reading, English ones stemmed. */
export function listWords(reading: Reading): string[] {
  if (reading.core === "") return [];
  if (!/\p{Script=Han}/u.test(reading.core)) return reading.core.split(" ").filter(Boolean).map(stem);
  const words: string[] = [];
  for (const cut of cutWords(reading.core)) {
    const word = isHan(cut.charCodeAt(0)) ? cut : cut.trim();
    if (word !== "") words.push(isLatin(word) ? stem(word) : word);
  }
  return words;
}

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;
const isLatin = (word: string) => !isHan(word.charCodeAt(0)) && /^[a-z]+$/.test(word);

/** Words that every shop's customers use, whatever it knows. */
export const listCommonChinese = (): Iterable<string> => commonZh;
export const listCommonWords = (): Iterable<string> => [...commonZh, ...commonEn];

export function isCommonWord(word: string): boolean {
  return commonZh.has(word) || commonEn.has(word);
}

/** Common words of one character and of two, by their units. */
const commonLetters = new Uint8Array(0x10000);
const commonPairs = new Set<number>();
const pairOf = (one: number, other: number) => (one << 16) | other;
for (const word of commonZh) {
  if (word.length === 1) commonLetters[word.charCodeAt(0)] = 1;
  else if (word.length === 2) commonPairs.add(pairOf(word.charCodeAt(0), word.charCodeAt(1)));
}

/** Each once, with how often it occurs, in the order in which they come. */
class FeatureList {
  readonly features: Feature[] = [];
  /** By hash, signed: such numbers are looked up fastest. */
  readonly #known = new Map<number, Feature>();

  add(hash: number, kind: Kind, isCommon: boolean, text = ""): void {
    const known = this.#known.get(hash | 0);
    if (known) {
      known.count++;
      return;
    }
    const feature: Feature = { hash, kind, count: 1, isCommon, text };
    this.#known.set(hash | 0, feature);
    this.features.push(feature);
  }
}

/** Words, word pairs of English, and character 1–3-grams; each once, with how often it occurs. */
export function listFeatures(reading: Reading, words: readonly string[] = listWords(reading)): Feature[] {
  const list = new FeatureList();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const isCommon = isCommonWord(word);
    list.add(hashText(word, wordKind), wordKind, isCommon, word);
    if (!isLatin(word)) continue;
    if (i > 0) list.add(hashText(`${words[i - 1]} ${word}`, 2), 2, isCommon && isCommonWord(words[i - 1]!));
    const framed = `<${word}>`;
    if (!commonEn.has(word))
      for (let at = 0; at + 3 <= framed.length; at++) list.add(hashPart(framed, at, at + 3, 3), 3, false);
  }
  for (const run of reading.core.match(/\p{Script=Han}[\p{Script=Han}\d]*/gu) ?? []) addPieces(list, run);
  return list.features;
}

function addPieces(list: FeatureList, run: string): void {
  for (let at = 0; at < run.length; ) {
    const second = at + lettersAt(run, at);
    const third = second + lettersAt(run, second);
    const end = third + lettersAt(run, third);
    const unit = run.charCodeAt(at);
    list.add(hashPart(run, at, second, 1), 1, second - at === 1 && commonLetters[unit] === 1);
    if (second < run.length) {
      const isCommon = third - at === 2 && commonPairs.has(pairOf(unit, run.charCodeAt(second)));
      list.add(hashPart(run, at, third, 2), 2, isCommon);
      if (third < run.length) list.add(hashPart(run, at, end, 3), 3, false);
    }
    at = second;
  }
}

/** UTF-16 units of the letter there. */
const lettersAt = (text: string, at: number) => ((text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1);

/** Words alone, for the answers: there the pieces would only add noise. */
export function listWordFeatures(reading: Reading): Feature[] {
  const list = new FeatureList();
  for (const word of listWords(reading)) list.add(hashText(word, wordKind), wordKind, isCommonWord(word), word);
  return list.features;
}

const prime = 0x01000193;
const seedOf = (seed: number) => (0x811c9dc5 ^ (seed * 0x9e3779b1)) >>> 0;

/** FNV-1a over UTF-16 units, seeded by the kind; 0 is left free to mean "empty slot". */
export const hashText = (text: string, seed = 0): number => hashPart(text, 0, text.length, seed);

function hashPart(text: string, start: number, end: number, seed: number): number {
  let hash = seedOf(seed);
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash === 0 ? 1 : hash >>> 0;
}

/** As hashText, of a text's UTF-16 units. */
export function hashUnits(units: ArrayLike<number>): number {
  let hash = seedOf(0);
  for (let i = 0; i < units.length; i++) hash = Math.imul(hash ^ units[i]!, prime);
  return hash === 0 ? 1 : hash >>> 0;
}

/** As hashText, of one unit. */
export const hashUnit = (unit: number, seed: number): number => Math.imul(seedOf(seed) ^ unit, prime) >>> 0 || 1;

/** Light: only endings and spellings that never change which thing is meant, and forms that no ending explains. */
export function stem(word: string): string {
  const base = irregularForms.get(word);
  if (base !== undefined) return base.length > 3 && base.endsWith("e") ? base.slice(0, -1) : base;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let root = word;
  if (root.length > 4 && (root.endsWith("ies") || root.endsWith("ied"))) root = `${root.slice(0, -3)}y`;
  else if (root.endsWith("s")) {
    if (/(?:ss|sh|ch|x|z)es$/.test(root)) root = root.slice(0, -2);
    else if (!/[sui]s$/.test(root)) root = root.slice(0, -1);
  }
  if (root.length > 5 && root.endsWith("ing")) root = root.slice(0, -3);
  else if (root.length > 4 && root.endsWith("ed")) root = root.slice(0, -2);
  else if (root.length > 4 && root.endsWith("ie")) root = `${root.slice(0, -2)}y`;
  // "add" and "app" stay whole, so that "added" and "apps" come to the same.
  if (root.at(-1) === root.at(-2) && /..([bdgmnprt])\1$|.{4}ll$/.test(root)) root = root.slice(0, -1);
  if (root.length > 3 && root.endsWith("e")) root = root.slice(0, -1);
  return root.length > 4 ? toAmerican(root) : root;
}

/** "colour" and "color", "organise" and "organize", "organisation" and "organization"; what has one spelling only may end up odd. */
function toAmerican(root: string): string {
  if (root.endsWith("our")) return `${root.slice(0, -3)}or`;
  if (root.length > 5 && root.endsWith("is")) return `${root.slice(0, -1)}z`;
  return root.endsWith("isation") ? `${root.slice(0, -7)}ization` : root;
}
