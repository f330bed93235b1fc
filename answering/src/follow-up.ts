import { aspectBits } from "./aspects.ts";
import { findChitchat } from "./chitchat.ts";
import { type Reading, readText } from "./normalise.ts";
import { isCommonWord, listWords } from "./segment.ts";
import type { Turn } from "./types.ts";

/** A follow-up is short; a longer text says itself what it is about. */
const followUpCharacters = { zh: 10, en: 36 };
const swapsTried = 3;
const thingsTried = 6;
const productsTried = 4;
/** A text that asks one of these needs a thing to ask it of, not another place in the old question. */
const asking = aspectBits(["how", "when", "where", "why", "price", "amount", "who"]);
/** "能到吗" too; but "are the boots too" is another thing asked the same. */
const askingZh = asking | aspectBits(["whether"]);

const askZh = /什么时候|多久|多少钱|多少|怎么办|怎么样|怎么|为什么|哪里|在哪|什么|谁|几[个件次张]|能|要|有|会|是/g;
const askOnlyZh =
  /^(?:大概|一般|需要|要|得|具体|那|会|是|的)*(?:什么时候|多久|多少钱?|怎么办?|怎么样|为什么|哪里|在哪|什么|谁|几[个件次张]?|能)(?:到|能|呢|才能|到账|的|出|付|收)*$/;
const pronounZh = /^(?:那|那么|还有|另外|如果|要是)+|(?:的话|呢|吗|啊|么)+$/g;
const itZh = /(?<![其])(?:它们?|这款|这个|那款|那个|这种|该商品|这件)/;
const leadEn = /^(?:and|but|what about|how about|and what about|and for|or|then|what if|also)\s+/;
const askOnlyEn =
  /^(?:how long|how much|when|where|why|how|what|who|how many|how soon|which one|is it free|for how long)(?: (?:is it|does it take|will it take|exactly|then|to))*$/;
const itEn = /\b(?:it|this one|that one|this|that|they|them)\b/;

/**
 * Full questions that a short one may stand for, from what was talked about before: the last customer's question, the
 * question of the entry that answered it, and the names of the products that the customer is looking at ("它防水吗").
 * Empty when the text needs no context. The caller tries them and keeps the best.
 */
export function resolveFollowUp(
  text: string,
  history: readonly Turn[],
  products: readonly string[],
  questionOf: (entryId: string) => string | undefined,
): string[] {
  const reading = readText(text);
  if (!mayFollow(reading)) return [];
  const topics = earlierQuestions(text, history, questionOf).filter(
    (topic) => readText(topic).language === reading.language,
  );
  const resolved = topics.flatMap((topic) =>
    reading.language === "zh" ? joinZh(reading, readText(topic).core) : joinEn(reading, readText(topic).core),
  );
  const ofProducts = products
    .slice(0, productsTried)
    .flatMap((product) => nameProduct(reading, readText(product).core));
  return [...new Set([...resolved, ...ofProducts])].filter((candidate) => candidate !== reading.core);
}

/** Short enough to lean on what was said before. */
export const mayFollow = ({ core, language }: Reading): boolean =>
  core !== "" && core.length <= followUpCharacters[language];

function earlierQuestions(
  text: string,
  history: readonly Turn[],
  questionOf: (entryId: string) => string | undefined,
): string[] {
  const recent = history.slice(-6);
  // A thank-you in between changes no subject; nor does the text itself, should the caller have put it in already.
  const asked = recent.flatMap((turn) =>
    turn.by === "customer" && turn.text !== text && findChitchat(turn.text, "zh") === undefined ? [turn.text] : [],
  );
  const last = asked.at(-1);
  // "how heavy is it" leans on another question itself.
  const before = last !== undefined && leans(last) ? asked.at(-2) : undefined;
  // What was answered earlier is no subject any more once something else was asked, understood or not.
  const answered = recent.findLast((turn) => turn.by === "bot" && (turn.entryId ?? turn.options) !== undefined);
  const entryId = answered && entryOf(answered);
  const question = entryId === undefined ? undefined : questionOf(entryId);
  return [last, before, question].filter((topic) => topic !== undefined);
}

/** The entry that answered, or the only one that was offered. */
const entryOf = ({ entryId, options }: Turn): string | undefined =>
  entryId ?? (options?.length === 1 ? options[0] : undefined);

function leans(text: string): boolean {
  const { core, language } = readText(text);
  if (language === "en") return itEn.test(core) || askOnlyEn.test(core);
  return itZh.test(core) || askOnlyZh.test(core.replace(pronounZh, ""));
}

/**
 * "多久" after "怎么退款" → "退款多久"; "什么时候能到账" → "退款什么时候能到账"; "那换货呢" after "退货运费谁出" →
 * "换货运费谁出".
 */
function joinZh({ core, asks }: Reading, topic: string): string[] {
  const bare = core.replace(pronounZh, "");
  if (bare === "") return [];
  const about = contentOf(topic);
  if (itZh.test(bare)) return about.map((word) => bare.replace(itZh, word));
  if (askOnlyZh.test(bare)) return [about.join("") + bare, `${topic.replace(askZh, "")}${bare}`];
  const some = about.slice(0, swapsTried);
  if (asks & askingZh) return some.map((word) => `${word}${bare}`);
  const asked = topic.match(askZh)?.at(-1) ?? "";
  return [...some.map((word) => topic.replace(word, bare)), `${bare}${asked}`, `${about.join("")}${bare}`];
}

function joinEn({ core, asks }: Reading, topic: string): string[] {
  const bare = core.replace(leadEn, "").replace(/^(?:a|an|the)\s+/, "");
  const about = topic.split(" ").filter((word) => !isCommonWord(word));
  if (askOnlyEn.test(bare)) return [`${bare} ${about.join(" ")}`];
  if (itEn.test(bare) && about.length > 0)
    return [about.join(" "), ...about.slice(0, thingsTried)].map((thing) => bare.replace(itEn, thing));
  const some = about.slice(0, swapsTried);
  if (asks & asking) return some.map((word) => `${bare} ${word}`);
  return [...some.map((word) => topic.replace(word, bare)), `${bare} ${about.join(" ")}`];
}

/** "这款防水吗" and "防水吗" beside a jacket → "冲锋衣防水吗". */
function nameProduct({ core, language }: Reading, product: string): string[] {
  if (product === "" || core.includes(product)) return [];
  if (language === "en") return [itEn.test(core) ? core.replace(itEn, product) : `${core} ${product}`];
  const bare = core.replace(pronounZh, "");
  return bare === "" ? [] : [itZh.test(bare) ? bare.replace(itZh, product) : `${product}${bare}`];
}

function contentOf(topic: string): string[] {
  const words = listWords(readText(topic)).filter((word) => !isCommonWord(word) && word.replace(askZh, "") !== "");
  return [...new Set(words)].slice(0, thingsTried);
}
