import { piecesOf, plain, sentencesOf, shareIn } from "./pieces.ts";
import { isNamed, listQuantities } from "./quantities.ts";

/**
 * Whether a text keeps the conditions under which its entries say what it says: “7天内未拆封可退” is not “7天内可退”. A condition
 * is found by the word that begins it, and belongs to its own clause, or to the one beside it where it stands alone. Strict
 * rather than clever: a condition put in quite other words counts as left out, which costs an answer and no wrong one.
 */
export function keepsConditions(text: string, sources: readonly string[]): boolean {
  const said = plain(text);
  const pieces = piecesOf(said);
  if (pieces.size === 0) return true;
  const sentences = sources.flatMap((source) => sentencesOf(answerOf(plain(source))));
  const broken = sentences.filter((sentence) => leavesOut(said, sentence));
  if (broken.length === 0) return true;
  // Said without condition elsewhere in the entries: that is ground enough.
  return sentences.some(
    (sentence) =>
      !broken.includes(sentence) &&
      conditionsOf(sentence).length === 0 &&
      shareIn(pieces, (piece) => sentence.includes(piece)) >= fullyThere,
  );
}

/** Of what is said so much stands in an unconditional sentence. */
const fullyThere = 0.8;
/** A clause is taken up when so much of it is said; a condition is kept when so much of it is. */
const takenUp = 0.5;
const kept = 0.5;

/** An entry's first line is what is asked, which promises nothing. */
const answerOf = (source: string): string => source.slice(source.indexOf("\n") + 1);

const markersZh: readonly RegExp[] = [
  /(?:尚未|还未|未(?![来知必免婚])|(?:还|若|如|在)没有?)(?:\p{Script=Han}{1,4}?(?=[的可能即就才方时都均则不]|支持|允许|情况|[，。；\s]|$)|\p{Script=Han}{2})/gu,
  /不(?![同错少久过仅但好客])\p{Script=Han}{1,7}(?=的(?!话)|时|情况|前提)/gu,
  /(?:除(?!了(?!.*外))|除非)[^，。；]{1,20}?(?:之外|以外|外|(?=[，。；]|$))|[^，。；]{1,12}除外/gu,
  /(?:仅|只)(?:限|有|要|能|支持|适用|对|在)[^，。；]{1,16}/gu,
  /(?:^|但|并|且|还|也|同时|商品|您)(?:必须|务必|须|需(?!要?联系))(?:要)?[^，。；]{2,16}/gu,
  /(?:如果?|若|只要|假如|要是)(?!何|下|实|图|需|有|要|想|您?(?:需|想|要|有))[^，。；]{2,16}/gu,
  /[^，。；]{2,16}(?:的情况下|为前提|的前提下)/gu,
  /满(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?:元|块|件|个|双|瓶|盒)?/gu,
  /(?:\d+|[一二两三四五六七八九十]+)个?(?:工作日|小时|天|日|周|月|年)(?:以内|之内|内)/gu,
];
const markersEn: readonly RegExp[] = [
  /\b(?:without|unless|except(?: for)?|provided(?: that)?|as long as|only (?:if|when|for|in|on|with))\b[^,;.]{2,60}/g,
  /\bif (?!you (?:need|want|have|wish|would|like))[^,;.]{2,60}/g,
  /\b(?:un(?!der|til|it|ion|ique)\w{3,}(?:ed|n)|within \d+ \w+|must (?:be|have|keep)\b[^,;.]{2,40})/g,
];

/** `phrase`: the words of the condition; `rest`: what it holds for. */
type Condition = { phrase: string; rest: string };

function conditionsOf(sentence: string): Condition[] {
  const clauses = sentence.split(/[，,;；]/u).map((clause) => clause.trim());
  return clauses.flatMap((clause, at) =>
    [...markersZh, ...markersEn].flatMap((marker) =>
      [...clause.matchAll(marker)].flatMap(([phrase]) => {
        const own = clause.replace(phrase, " ");
        if (hasClaim(own)) return [{ phrase, rest: own }];
        const beside = [clauses[at + 1], clauses[at - 1]].filter((each) => each !== undefined && hasClaim(each));
        return beside.slice(0, 1).map((rest) => ({ phrase, rest: rest! }));
      }),
    ),
  );
}

/** More than a subject. */
const hasClaim = (clause: string): boolean => piecesOf(clause).size >= 2;

function leavesOut(said: string, sentence: string): boolean {
  return conditionsOf(sentence).some(({ phrase, rest }) => {
    const claim = piecesOf(rest);
    return shareIn(claim, (piece) => hasPiece(said, piece)) >= takenUp && !isKept(said, phrase);
  });
}

function isKept(said: string, phrase: string): boolean {
  const amounts = listQuantities(phrase);
  if (amounts.length > 0) return amounts.every((each) => isNamed(each, listQuantities(said)));
  const isDenial = /^(?:尚|还|若|如|在)?[未没不]|^un|^without/.test(phrase);
  if (isDenial && !/[未没不无非]|\b(?:not|no|never|without|un\w+)\b/.test(said)) return false;
  const content = piecesOf(phrase);
  return content.size === 0 || shareIn(content, (piece) => hasPiece(said, piece)) >= kept;
}

/** Stems of English words, pairs of Chinese characters. */
const hasPiece = (said: string, piece: string): boolean => said.includes(piece);
