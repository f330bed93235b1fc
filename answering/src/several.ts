import { aspectBits } from "./aspects.ts";
import { readText } from "./normalise.ts";

/** Several questions in one message: "怎么退货？运费谁出，还有发票怎么开". */

const readCharacters = 400;
const partsKept = 4;
/** A question mark, a full stop or a new line ends a question for sure; a comma only where both sides ask something. */
const sentence = /[^?？!！。;；\n\r]+[?？]?/gu;
const marks = /[?？]+$/u;
const clause =
  /[,，、\s]*(?:还有|另外|以及|顺便(?:再)?问(?:一下|下)?|再问(?:一下|下)?|还想问(?:一下|下)?|对了)[,，:：\s]*|[,，]+/u;
const clauseEn =
  /[,;]*\s+(?:and also|also|and|plus|by the way|another question)\s*[,:]?\s+(?=how|what|when|where|why|who|which|can|could|do|does|is|are|will)|,\s+(?=how|what|when|where|why|who|which|can|could|do|does|is|are|will)/iu;

/** Wishes and troubles are aspects too, but ask nothing by themselves. */
const asking = aspectBits(["how", "when", "where", "why", "price", "amount", "who", "whether", "need", "what"]);
const asksForHelp = /怎么办/;

type Clause = { text: string; asks: boolean };

/**
 * The questions of a message in their order, four at most; one or none when there is nothing to part. What asks nothing
 * ("我买了双鞋，") belongs to the question after it, and what is left at the end to the one before.
 */
export function splitQuestions(text: string): string[] {
  // Half of a character that is cut in two would be no text any more.
  const read = text.slice(0, readCharacters).replace(/[\ud800-\udbff]$/, "");
  const isChinese = readText(read).language === "zh";
  const questions: Clause[] = [];
  for (const part of read.match(sentence) ?? []) {
    const clauses = part
      .replace(marks, "")
      .split(isChinese ? clause : clauseEn)
      .map(toClause)
      .filter(({ text: words }) => words !== "");
    if (/[?？]$/u.test(part) && clauses.length > 0) clauses.at(-1)!.asks = true;
    questions.push(...gather(clauses));
    if (questions.length > partsKept) break;
  }
  return gather(questions)
    .slice(0, partsKept)
    .map(({ text: words }) => words);
}

function toClause(text: string): Clause {
  const { core, asks } = readText(text);
  return { text: core === "" ? "" : text.trim(), asks: (asks & asking) !== 0 || asksForHelp.test(core) };
}

function gather(clauses: readonly Clause[]): Clause[] {
  const gathered: Clause[] = [];
  let pending = "";
  for (const { text, asks } of clauses) {
    const whole = pending === "" ? text : `${pending}，${text}`;
    if (asks) gathered.push({ text: whole, asks });
    pending = asks ? "" : whole;
  }
  if (pending === "") return gathered;
  const last = gathered.pop();
  return [...gathered, last ? { text: `${last.text}，${pending}`, asks: true } : { text: pending, asks: false }];
}
