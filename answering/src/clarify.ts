import { type Reading, readText } from "./normalise.ts";
import { isCommonWord, listWords, stem } from "./segment.ts";
import type { Language } from "./types.ts";

/** Asks back so that the difference is plain: "退货运费谁出", "换货运费谁出" → "您问的是退货，还是换货？" */

const choicesAsked = 3;
/** Words and letters of a choice that can still be read out as one. */
const longestDifference: Record<Language, { words: number; letters: number }> = {
  zh: { words: 3, letters: 8 },
  en: { words: 2, letters: 24 },
};

const ask: Record<Language, (choices: readonly string[]) => string> = {
  zh: (choices) =>
    `您问的是${choices
      .slice(0, -1)
      .map((one) => `「${one}」`)
      .join("、")}，还是「${choices.at(-1)}」？`,
  en: (choices) =>
    `Do you mean ${choices
      .slice(0, -1)
      .map((one) => `“${one}”`)
      .join(", ")} or “${choices.at(-1)}”?`,
};

/**
 * A question that tells two or three others apart by the words in which they differ; undefined where those say too little
 * or too much to be asked about.
 */
export function tellApart(questions: readonly string[]): string | undefined {
  const differences = listDifferences(questions);
  // Of two questions in one, half is no choice to read out.
  if (!differences || questions.some((question) => several.test(question))) return undefined;
  const { language, choices } = differences;
  const joined = choices.map((words) => words.join(language === "zh" ? "" : " "));
  const { words: most, letters } = longestDifference[language];
  const isShort = (one: string, at: number) => choices[at]!.length <= most && one.length <= letters;
  return joined.every(isShort) ? ask[language](joined) : undefined;
}

const several = /[?？,，;；].*\S/u;

/** Place of the one question whose difference from the others the customer has named already; −1: none, or several. */
export function findNamed(said: Reading, questions: readonly string[]): number {
  const differences = listDifferences(questions);
  if (!differences || differences.language !== said.language) return -1;
  const saidWords = new Set(listWords(said));
  // "发票" stands in 电子发票 too, though that is one word.
  const isOwn = (word: string, at: number) =>
    differences.choices.every((words, other) => other === at || !words.join(" ").includes(word));
  const named = differences.choices.flatMap((words, at) =>
    words.some((word) => !isCommonWord(word) && saidWords.has(stem(word)) && isOwn(word, at)) ? [at] : [],
  );
  return named.length === 1 ? named[0]! : -1;
}

function listDifferences(questions: readonly string[]): { language: Language; choices: string[][] } | undefined {
  if (questions.length < 2 || questions.length > choicesAsked) return undefined;
  const readings = questions.map((question) => readText(question));
  const { language } = readings[0]!;
  if (readings.some((one) => one.language !== language)) return undefined;
  const cut = readings.map((one) => (language === "en" ? one.core.split(" ") : listWords(one)));
  const start = sharedStart(cut);
  const end = sharedStart(cut.map((words) => words.slice(start).reverse()));
  const choices = cut.map((words) => words.slice(start, words.length - end));
  if (start + end === 0 || choices.some((words) => words.length === 0 || words.every(isCommonWord))) return undefined;
  return { language, choices };
}

/** How many words all begin with. */
function sharedStart([first = [], ...others]: readonly (readonly string[])[]): number {
  let length = 0;
  while (length < first.length && others.every((words) => words[length] === first[length])) length++;
  return length;
}
