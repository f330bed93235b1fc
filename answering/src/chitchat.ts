import { chitchatEn } from "./chitchat-en.ts";
import { chitchatZh } from "./chitchat-zh.ts";
import { hashText } from "./segment.ts";
import { toSimplified } from "./traditional.ts";
import type { Language } from "./types.ts";

export type ChitchatIntent = { intent: string; says: string; replies: readonly string[] };

const longestSaying = 60;
const emojiReplies: Record<Language, string> = {
  zh: "收到您的表情啦，请问有什么可以帮您？",
  en: "Got your emoji! How can I help?",
};
const punctuationReplies: Record<Language, string> = {
  zh: "我在的，请问有什么可以帮您？",
  en: "I'm here. How can I help?",
};

const sayings = new Map<string, ChitchatIntent>();
for (const intent of chitchatZh) for (const say of intent.says.split(" ")) sayings.set(keyOf(say), intent);
for (const intent of chitchatEn) {
  for (const say of intent.says.split("|")) {
    const key = keyOf(say);
    // "hello" and "ok" are in both: the language of the conversation decides, see findChitchat.
    if (!sayings.has(key)) sayings.set(key, intent);
  }
}
const english = new Map(
  chitchatEn.flatMap((intent) => intent.says.split("|").map((say) => [keyOf(say), intent] as const)),
);

/**
 * 寒暄: words that ask nothing of the knowledge. Every part of the text must be such, so that "你好，怎么退款" stays a question.
 * The same words get the same reply; different ones of an intent get different ones.
 */
export function findChitchat(text: string, language: Language): { intent: string; reply: string } | undefined {
  const trimmed = text
    .slice(0, 4 * longestSaying)
    .toWellFormed()
    .normalize("NFKC")
    .trim();
  if (trimmed === "" || text.length > 4 * longestSaying) return undefined;
  if (hasStrangeLetter(trimmed)) return undefined;
  const key = keyOf(trimmed);
  if (key === "") {
    const isEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\[[^\]]+\]/u.test(trimmed);
    if (isEmoji) return { intent: "emoji", reply: emojiReplies[language] };
    return /\p{P}/u.test(trimmed) ? { intent: "are-you-there", reply: punctuationReplies[language] } : undefined;
  }
  const intent = findIntent(trimmed, language) ?? findIntentOfAll(trimmed, language) ?? findRun(key, language);
  if (!intent) return undefined;
  return { intent: intent.intent, reply: intent.replies[hashText(key) % intent.replies.length]! };
}

/** What is said to words that only vent. */
export function comfort(text: string, language: Language): string {
  const { replies } = (language === "en" ? chitchatEn : chitchatZh).find(({ intent }) => intent === "scolding")!;
  return replies[hashText(keyOf(text)) % replies.length]!;
}

function findIntent(text: string, language: Language): ChitchatIntent | undefined {
  const key = keyOf(text);
  return (language === "en" ? english.get(key) : undefined) ?? sayings.get(key);
}

/** "你好，在吗" and "ok, got it, thanks" are small talk if each part is; the last part is what is answered. */
function findIntentOfAll(text: string, language: Language): ChitchatIntent | undefined {
  const parts = text
    .split(/\p{Script=Han}/u.test(text) ? /[\s\p{P}]+/u : /[,.!?;~]+/)
    .filter((part) => keyOf(part) !== "");
  if (parts.length < 2 || parts.length > 4) return undefined;
  const intents = parts.map((part) => findIntent(part, language));
  return intents.every((intent) => intent !== undefined) ? intents.at(-1) : undefined;
}

/** Said in one breath: "好的谢谢亲再见", "ok cool thanks". Sayings that ask something ("帮助", "help") are no part of a run. */
const inRuns = new Set(
  "greeting morning noon evening good-night thanks bye okay praise laugh sorry festival".split(" "),
);
const longestRun = 24;

/** The intent of a text that is nothing but such sayings; of several the last that is more than an "ok". */
function findRun(key: string, language: Language): ChitchatIntent | undefined {
  const isHan = /\p{Script=Han}/u.test(key);
  const pieces = isHan ? [...key] : key.split(" ");
  if (pieces.length < 2 || key.length > (isHan ? longestRun : 2 * longestRun)) return undefined;
  const reached: (readonly ChitchatIntent[] | undefined)[] = [[]];
  for (let end = 1; end <= pieces.length; end++) {
    for (let start = 0; start < end && !reached[end]; start++) {
      const before = reached[start];
      const said = before && findIntent(pieces.slice(start, end).join(isHan ? "" : " "), language);
      if (said && inRuns.has(said.intent)) reached[end] = [...before, said];
    }
  }
  const run = reached[pieces.length];
  return run?.findLast(({ intent }) => intent !== "okay") ?? run?.at(-1);
}

const endings = "呀啊哦呢嘛哈咯啦噢喔哟的了吗么吧滴哒";
/** By UTF-16 unit: whether a saying has it, or keyOf takes it off. */
const familiar = new Uint8Array(0x10000);
for (const key of [...sayings.keys(), ...english.keys(), endings])
  for (let at = 0; at < key.length; at++) familiar[key.charCodeAt(at)] = 1;

/** With a Chinese character that no saying has a text is no small talk: most questions are read no further. */
function hasStrangeLetter(text: string): boolean {
  if (text.includes("[")) return false;
  const plain = toSimplified(text);
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff && familiar[unit] === 0) return true;
  }
  return false;
}

/** "哈哈哈哈！！" and "哈哈" are one saying, so are "Thanks!!!" and "thanks". */
function keyOf(text: string): string {
  const plain = toSimplified(text.toLowerCase())
    .replace(/\[[\p{Script=Han}a-z]{1,6}\]/gu, "")
    .replace(/[’‘`]/g, "'")
    .replace(/\bcan'?t\b|\bcannot\b/g, "can not")
    .replace(/n't\b/g, " not")
    .replace(/'re\b/g, " are")
    .replace(/'m\b/g, " am")
    .replace(/'ll\b/g, " will")
    .replace(/(?<=\b(?:what|how|that|who|it))'s\b/g, " is")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const isHan = /\p{Script=Han}/u.test(plain);
  if (!isHan) return plain.replace(/(\p{L})\1{2,}/gu, "$1$1").replace(/^(ha|he|hi|bye|ok|lol|test)(?: ?\1)+$/, "$1");
  const joined = plain.replace(/ /g, "").replace(/(\p{Script=Han})\1+/gu, "$1");
  const bare = joined.replace(/(?<=.)[呀啊哦呢嘛哈咯啦噢喔哟的了吗么吧滴哒]+$/u, "");
  // 好吗 and 你好吗 ask something else than 好 and 你好.
  return /吗$/.test(joined) && /好$/.test(bare) ? joined : bare;
}
