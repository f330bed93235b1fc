import { readText } from "./normalise.ts";
import { isCommonWord, listWords } from "./segment.ts";

/** The answer to "which of these do you mean?", when the customer writes it instead of clicking. */

const longestReply = 14;
const places: readonly RegExp[] = [
  /^(?:选|要|是|就)?(?:第?[一1](?:个|条|项|种)?|前者|前面(?:的|那个)|1)(?:个|吧|的)?$|^(?:the )?(?:first|former|1st|1)(?: one)?$/,
  /^(?:选|要|是|就)?(?:第?[二两2](?:个|条|项|种)?|2)(?:个|吧|的)?$|^(?:the )?(?:second|2nd|2)(?: one)?$/,
  /^(?:选|要|是|就)?(?:第?[三3](?:个|条|项|种)?|3)(?:个|吧|的)?$|^(?:the )?(?:third|3rd|3)(?: one)?$/,
  /^(?:选|要|是|就)?(?:第?[四4](?:个|条|项|种)?|4)(?:个|吧|的)?$|^(?:the )?(?:fourth|4th|4)(?: one)?$/,
  /^(?:选|要|是|就)?(?:第?[五5](?:个|条|项|种)?|5)(?:个|吧|的)?$|^(?:the )?(?:fifth|5th|5)(?: one)?$/,
];
const last = /^(?:选|要|是|就)?(?:最后(?:一个|那个)|后者|后面(?:的|那个))(?:吧)?$|^(?:the )?(?:last|latter)(?: one)?$/;

/** Place of the question that the reply means: by its number, or by words that only this one has. −1: none of them. */
export function pickQuestion(reply: string, questions: readonly string[]): number {
  if (questions.length === 0 || reply.length > longestReply * 3) return -1;
  const reading = readText(reply);
  const said = reading.core.trim();
  if (said === "") return -1;
  const place = last.test(said) ? questions.length - 1 : places.findIndex((pattern) => pattern.test(said));
  if (place >= 0) return place < questions.length ? place : -1;
  if (said.length > longestReply) return -1;
  const words = listWords(reading).filter((word) => !isCommonWord(word));
  if (words.length === 0) return -1;
  const having = questions.flatMap((question, at) => {
    const asked = readText(question);
    const known = [...listWords(asked), asked.core];
    // "我不换货" leaves it out.
    if (reading.isNegated && !asked.isNegated) return [];
    return words.every((word) => known.some((one) => one === word || one.includes(word))) ? [at] : [];
  });
  return having.length === 1 ? having[0]! : -1;
}
