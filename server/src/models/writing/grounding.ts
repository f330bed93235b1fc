import { detectLanguage, readText } from "@yingda/answering/normalise";
import type { Language } from "@yingda/answering/types";
import type { WrittenFault } from "@yingda/contract/routes/knowledge";
import { keepsConditions } from "./conditions.ts";
import { piecesOf, plain, sentencesOf, shareIn } from "./pieces.ts";
import { isNamed, listQuantities } from "./quantities.ts";

/**
 * Whether a piece of text stands in the entries it names. Not whether it is true, nor whether it follows: what is
 * checked are the things that can be checked without understanding — amounts, links, numbers to call, names in Latin
 * letters, denials, conditions, and that most of its words come from there. A finding is a reason not to send it; null is none.
 */
export type Ungrounded = Extract<
  WrittenFault,
  "markup" | "link" | "name" | "phone" | "quantity" | "denial" | "condition" | "words" | "language"
>;

/** `question`: words of customers, which may be taken up again; nothing is learned from them. */
type Check = { text: string; sources: readonly string[]; question: string; language: Language };

const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;
const markup = /[<>＜＞]|&(?:\w+|#\w+);|`{3}|!?\[[^\]]*\]\(|(?:javascript|data|vbscript):/i;
const link =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；！？]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:\/[^\s\p{Script=Han}，。；！？]*)?/giu;
/** Of the words of a piece at least so many come from the entries or the question. */
const leastShare = { zh: 0.4, en: 0.5 };
/** And so many from the entries alone: what the customer says must not come back as what the shop says. */
const leastFromEntries = 0.3;
const leastWords = 3;
/** From here on two sentences are about the same. */
const sameSentence = 0.6;

export function checkGrounding({ text, sources, question, language }: Check): Ungrounded | null {
  if (hidden.test(text.replace(/\n/g, "")) || markup.test(text)) return "markup";
  const written = detectLanguage(text, language);
  if (written !== language && /\p{L}{4}/u.test(text)) return "language";
  const source = plain(sources.join("\n"));
  const links = listLinks(source);
  if (listLinks(text).some((each) => !links.includes(each))) return "link";
  if (!hasAllNumbersToCall(text, source)) return "phone";
  if (!hasAllNames(text, `${source}\n${plain(question)}`, language)) return "name";
  const known = listQuantities(sources.join("\n"));
  if (!listQuantities(text).every((each) => isNamed(each, known))) return "quantity";
  // Words of two languages can't be held against each other.
  if (detectLanguage(source, language) !== written) return null;
  if (!keepsConditions(text, sources)) return "condition";
  if (sentencesOf(text).some((each) => isTurnedRound(each, sources))) return "denial";
  if (shareOf(text, source, language) < leastFromEntries) return "words";
  return shareOf(text, `${source}\n${plain(question)}`, language) < leastShare[language] ? "words" : null;
}

/** Whole, but for the way it is written down: part of an address leads elsewhere. */
const listLinks = (text: string): string[] =>
  [...plain(text).matchAll(link)].map(([found]) =>
    found.replace(/[.,;:)\]}'"!?]+$/, "").replace(/^https?:\/\/|\/$/g, ""),
  );

/** Pieces of a long number may each occur, and yet be put together to another one. */
function hasAllNumbersToCall(text: string, source: string): boolean {
  const all = source.replace(/(?<=\d)[ \-()]+(?=\d)/g, "");
  return [...plain(text).matchAll(/\d(?:[ \-()]*\d){6,}/g)].every(([found]) => all.includes(found.replace(/\D/g, "")));
}

/** An account to add, a code to type, a brand: in Chinese whatever has Latin letters, in English what is not a plain word. */
function hasAllNames(text: string, known: string, language: Language): boolean {
  const pattern = language === "zh" ? /[a-z][a-z\d_-]+/g : /[a-z]*(?:\d[a-z]|[a-z]\d|_)[a-z\d_-]*/g;
  return [...plain(text).matchAll(pattern)].every(([found]) => known.includes(found));
}

/** The sentence of the entries that is most like this one says the opposite: one denies, the other does not. */
function isTurnedRound(sentence: string, sources: readonly string[]): boolean {
  const mine = piecesOf(sentence);
  if (mine.size < leastWords) return false;
  let best = { alike: 0, isNegated: false };
  // A clause that says as much as its whole sentence speaks for itself.
  for (const other of sources.flatMap(sentencesOf).flatMap((each) => [each, ...each.split(/[，,]/u)])) {
    const theirs = piecesOf(other);
    const alike = shareIn(mine, (piece) => theirs.has(piece));
    if (alike >= best.alike) best = { alike, isNegated: denies(other) };
  }
  return best.alike >= sameSentence && best.isNegated !== denies(sentence);
}

/** 七天无理由 is the name of a promise, and denies nothing. */
const denies = (sentence: string): boolean => readText(sentence.replaceAll("无理由", "")).isNegated;

function shareOf(text: string, known: string, language: Language): number {
  const mine = piecesOf(text);
  if (mine.size < leastWords) return 1;
  if (language === "en") {
    const theirs = piecesOf(known);
    return shareIn(mine, (piece) => theirs.has(piece));
  }
  // Words in another order share few pairs, but the characters: both have their say.
  const letters = new Set(plain(text).match(/\p{Script=Han}/gu) ?? []);
  const isKnown = (piece: string) => known.includes(piece);
  return (shareIn(mine, isKnown) + shareIn(letters, isKnown)) / 2;
}
