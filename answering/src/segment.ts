import { cutWords } from "./dictionary.ts";
import { irregularForms } from "./irregular-en.ts";
import type { Reading } from "./normalise.ts";

/** A feature is a word or a piece of one, known by its hash: no string table, and a clash in four billion does no harm. */
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
  return cutWords(reading.core)
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => (/^[a-z]+$/.test(word) ? stem(word) : word));
}

/** Words that every shop's customers use, whatever it knows. */
export const listCommonChinese = (): Iterable<string> => commonZh;
export const listCommonWords = (): Iterable<string> => [...commonZh, ...commonEn];

export function isCommonWord(word: string): boolean {
  return commonZh.has(word) || commonEn.has(word);
}

/** Words, word pairs of English, and character 1–3-grams; each once, with how often it occurs. */
export function listFeatures(reading: Reading, words: readonly string[] = listWords(reading)): Feature[] {
  const features = new Map<number, Feature>();
  const add = (text: string, kind: Kind, isCommon: boolean) => {
    const hash = hashText(text, kind);
    const known = features.get(hash);
    if (known) known.count++;
    else features.set(hash, { hash, kind, count: 1, isCommon, text });
  };
  for (const [i, word] of words.entries()) {
    add(word, wordKind, isCommonWord(word));
    const isLatin = /^[a-z]+$/.test(word);
    if (!isLatin) continue;
    if (i > 0) add(`${words[i - 1]} ${word}`, 2, isCommonWord(word) && isCommonWord(words[i - 1]!));
    const framed = `<${word}>`;
    if (!commonEn.has(word)) for (let at = 0; at + 3 <= framed.length; at++) add(framed.slice(at, at + 3), 3, false);
  }
  for (const run of reading.core.match(/\p{Script=Han}[\p{Script=Han}\d]*/gu) ?? []) {
    const letters = [...run];
    for (let at = 0; at < letters.length; at++) {
      add(letters[at]!, 1, commonZh.has(letters[at]!));
      if (at + 2 <= letters.length) {
        const two = letters.slice(at, at + 2).join("");
        add(two, 2, commonZh.has(two));
      }
      if (at + 3 <= letters.length) add(letters.slice(at, at + 3).join(""), 3, false);
    }
  }
  return [...features.values()];
}

/** Words alone, for the answers: there the pieces would only add noise. */
export function listWordFeatures(reading: Reading): Feature[] {
  const features = new Map<number, Feature>();
  for (const word of listWords(reading)) {
    const hash = hashText(word, wordKind);
    const known = features.get(hash);
    if (known) known.count++;
    else features.set(hash, { hash, kind: wordKind, count: 1, isCommon: isCommonWord(word), text: word });
  }
  return [...features.values()];
}

/** FNV-1a over UTF-16 units, seeded by the kind; 0 is left free to mean "empty slot". */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ (seed * 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash === 0 ? 1 : hash;
}

/** As hashText, of a text's UTF-16 units. */
export function hashUnits(units: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < units.length; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193) >>> 0;
  return hash === 0 ? 1 : hash;
}

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
