import { featureWordAt, type KnowledgeIndex } from "./index-open.ts";
import { soundsOf, spellAll } from "./pinyin.ts";
import { listCommonChinese } from "./segment.ts";

/** "zenmetuihuo" → "怎么退货": a text all in pinyin, read with the words that the shop's knowledge has. */

const longestWord = 5;
const mostSyllables = 24;
/** One syllable has too many characters: words that cover more of them go first. */
const weightOf = (length: number) => length * length;

/** What these syllables are by themselves, whatever else a shop has of their sound: its readings have lost them. */
const particles = "ma吗 le了 de的 ba吧 ne呢".split(" ");
/** And these, where the shop has no word for them. */
const commonest = "bu不 wo我 ni你 shi是 zai在 you有 na那 zhe这 ge个 hai还 dou都 jiu就 hen很 yao要".split(" ");

/** By syllables; of words that sound the same the one that more entries have. */
const vocabularies = new WeakMap<KnowledgeIndex["sections"], ReadonlyMap<string, string>>();

/** Undefined where the text is anything but pinyin, or a syllable fits no word. */
export function readPinyin({ sections }: KnowledgeIndex, core: string): string | undefined {
  const sounds = spellAll(core);
  if (!sounds || sounds.length < 2 || sounds.length > mostSyllables) return undefined;
  let vocabulary = vocabularies.get(sections);
  if (!vocabulary) {
    vocabulary = listVocabulary(sections);
    vocabularies.set(sections, vocabulary);
  }
  const best: ({ weight: number; text: string } | undefined)[] = [{ weight: 0, text: "" }];
  for (let end = 1; end <= sounds.length; end++) {
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = best[start];
      const word = before && vocabulary.get(keyOf(sounds.slice(start, end)));
      if (!word) continue;
      const weight = before.weight + weightOf(end - start);
      if (weight > (best[end]?.weight ?? 0)) best[end] = { weight, text: before.text + word };
    }
  }
  return best[sounds.length]?.text;
}

function listVocabulary(sections: KnowledgeIndex["sections"]): ReadonlyMap<string, string> {
  const words: { word: string; idf: number }[] = [];
  for (let feature = 0; feature < sections.featureIdf.length; feature++) {
    const word = featureWordAt(sections, feature);
    if (word.length <= longestWord && /^\p{Script=Han}+$/u.test(word))
      words.push({ word, idf: sections.featureIdf[feature]! });
  }
  words.sort((a, b) => a.idf - b.idf || (a.word < b.word ? -1 : 1));
  const spelt = (word: string): [string, string] => [keyOf(soundsOf(word)), word];
  // Of two that sound alike the later one stays.
  return new Map([
    ...[...listCommonChinese()].map(spelt).reverse(),
    ...commonest.map(readSyllable),
    ...words.map(({ word }) => spelt(word)).reverse(),
    ...particles.map(readSyllable),
  ]);
}

/** "ma吗". */
const readSyllable = (pair: string): [string, string] => [keyOf(spellAll(pair.slice(0, -1))!), pair.slice(-1)];

const keyOf = (sounds: readonly number[]): string => String.fromCharCode(...sounds);
