import { aspectBits } from "./aspects.ts";
import { readText } from "./normalise.ts";

/** Several questions in one message: "怎么退货？运费谁出，还有发票怎么开". */

const readCharacters = 400;
const partsKept = 4;
/** A question mark, a full stop or a new line ends a question for sure; a comma only where both sides ask something. */
const sentence = /[^?？!！。;；\n\r]+[?？]?/gu;
const marks = /[?？]+$/u;
const clause =
  /[,，、\s]*(?:还有|另外|以及|顺便(?:再)?问(?:一下|下)?|再问(?:一下|下)?|还想问(?:一下|下)?|对了)[,，:：\s]*|[,，]+/gu;
const clauseEn =
  /[,;]*\s+(?:and also|also|and|plus|by the way|another question)\s*[,:]?\s+(?=how|what|when|where|why|who|which|can|could|do|does|is|are|will)|,\s+(?=how|what|when|where|why|who|which|can|could|do|does|is|are|will)/giu;
/** Without any of these there is nothing to part: most messages are read no further. */
const mayPart =
  /[?？!！。;；\n\r,，、]\s*\S|还有|另外|以及|顺便|再问|还想问|对了|\s(?:and|also|plus|by the way|another)\b/iu;
/** "还有货吗", "这款还有黑色吗": nothing is added here, something is left. */
const stillThere = (before: string, text: string) => before.includes("还有") && /(?:吗|么|没|没有)$/u.test(text);

/** Wishes and troubles are aspects too, but ask nothing by themselves. */
const asking = aspectBits(["how", "when", "where", "why", "price", "amount", "who", "whether", "need", "what"]);
const asksForHelp = /怎么办/;

/** `before`: what parts it from the clause before. */
type Clause = { text: string; before: string; asks: boolean };
const comma = "，";

/**
 * The questions of a message in their order, four at most; one or none when there is nothing to part. What asks nothing
 * ("我买了双鞋，") belongs to the question after it, and what is left at the end to the one before.
 */
export function splitQuestions(text: string): string[] {
  // Half of a character that is cut in two would be no text any more.
  const read = text.slice(0, readCharacters).replace(/[\ud800-\udbff]$/, "");
  if (!mayPart.test(read)) return read.trim() === "" ? [] : [read.trim()];
  const isChinese = readText(read).language === "zh";
  const questions: Clause[] = [];
  for (const part of read.match(sentence) ?? []) {
    const clauses = listClauses(part.replace(marks, ""), isChinese ? clause : clauseEn);
    if (/[?？]$/u.test(part) && clauses.length > 0) clauses.at(-1)!.asks = true;
    questions.push(...gather(clauses));
    if (questions.length > partsKept) break;
  }
  return gather(questions)
    .slice(0, partsKept)
    .map(({ text: words }) => words);
}

/** Told in one breath, without a full stop: what was asked stands somewhere in it. */
const longTale = { zh: 40, en: 150 };
const breathZh =
  /[,，、。；;！!\s]+|(?:然后|接着|结果|后来|但是|可是|因为|所以|而且)(?:呢|啊|吧|嘛|就|我)?|就是说?|现在|(?:这种情况|那么?)(?=我|怎么|能|是)|我?就?想问(?:一下|下)?|(?<=[^什怎这那多要])(?:嘛|啊|呢|呀)(?=.)/gu;
const breathEn =
  /[,.;!?]+\s*|\s+(?:and|but|so|then|because|like|basically|anyway|since|when|after|now|or)\s+|\s*\b(?:(?:i am|im|i'm|just) wondering(?: if)?|i (?:want|wanted) to (?:know|ask)(?: if)?|my question is)\b\s*/giu;
const shortestPiece = { zh: 3, en: 12 };
const piecesKept = 6;

/**
 * The pieces of a long text that tells a story, in their order, and each with the one after it; none where the text is
 * short. A voice message has no marks to part it by.
 */
export function listPieces(text: string): string[] {
  const read = text.slice(0, readCharacters).replace(/[\ud800-\udbff]$/, "");
  const { core, language } = readText(read);
  if (core.length < longTale[language]) return [];
  const pieces = read
    .split(language === "zh" ? breathZh : breathEn)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= shortestPiece[language])
    .slice(-piecesKept);
  if (pieces.length < 2) return [];
  const joint = language === "zh" ? "，" : ", ";
  return [...pieces, ...pieces.slice(1).map((piece, at) => `${pieces[at]}${joint}${piece}`)];
}

function listClauses(sentenceText: string, between: RegExp): Clause[] {
  const clauses: Clause[] = [];
  let [from, before] = [0, ""];
  const add = (to: number) => {
    const text = sentenceText.slice(from, to).trim();
    const { core, asks } = readText(text);
    const isAsked = (asks & asking) !== 0 || asksForHelp.test(core) || stillThere(before, text);
    if (core !== "") clauses.push({ text, before, asks: isAsked });
  };
  for (const { 0: separator, index } of sentenceText.matchAll(between)) {
    add(index);
    [from, before] = [index + separator.length, separator];
  }
  add(sentenceText.length);
  return clauses;
}

function gather(clauses: readonly Clause[]): Clause[] {
  const gathered: Clause[] = [];
  let pending: Clause | undefined;
  for (const { text, before, asks } of clauses) {
    const own = stillThere(before, text) ? `还有${text}` : text;
    const whole = pending ? `${pending.text}${before}${text}` : own;
    const one: Clause = { text: whole, before: pending?.before ?? before, asks };
    if (asks) gathered.push({ ...one, before: comma });
    pending = asks ? undefined : one;
  }
  if (!pending) return gathered;
  const last = gathered.pop();
  const rest = { ...pending, before: comma };
  return [
    ...gathered,
    last ? { text: `${last.text}${pending.before}${pending.text}`, before: comma, asks: true } : rest,
  ];
}
