import { readAspects } from "./aspects.ts";
import { toSimplified } from "./traditional.ts";
import type { Language } from "./types.ts";

/** What a text says once everything that doesn't matter to its meaning is taken off. */
export type Reading = {
  /** Lower case, half width, simplified, without fillers, courtesies, emoji, links, order numbers; words of English spaced. */
  core: string;
  language: Language;
  numbers: readonly string[];
  isNegated: boolean;
  /** One bit for each aspect it asks of a thing (aspects.ts). */
  asks: number;
  /** Things recognised and taken out, because they say nothing about which knowledge is meant. */
  found: readonly ("link" | "mail" | "phone" | "order" | "emoji")[];
};

/** Longer texts are read up to here: time stays bounded whatever a customer pastes. */
const readCharacters = 400;

const questionWords: readonly [RegExp, string][] = [
  [/为啥子?|为何|干嘛|干吗|怎么会/g, "为什么"],
  [/啥时候|何时|几时|什么时间|哪天|几号/g, "什么时候"],
  [/多长时间|多少时间|多少天|几天|几个?小时|几个工作日|要?好久/g, "多久"],
  [/咋样/g, "怎么样"],
  [/如何|怎样(?!的)|咋个?|怎么才能|怎么去|该怎么/g, "怎么"],
  [/怎么弄|怎么搞|怎么整|怎么操作|怎么处理/g, "怎么办"],
  [/多少钱|什么价位?|啥价|价钱|几块钱?/g, "多少钱"],
  [/啥/g, "什么"],
  [/哪儿|什么地方|何处/g, "哪里"],
  [/可不可以|能不能够?|能否|可否|能够|可以/g, "能"],
  [/有没有|有木有/g, "有"],
  [/是不是|是否/g, "是"],
  [/木有|没得/g, "没有"],
  // Spellings that half of the people mix up.
  [/[帐账][蓬逢棚]/g, "帐篷"],
  [/(?<!蚊)帐(?![篷子幕杆钉绳布])/g, "账"],
  [/账(?=篷)/g, "帐"],
  [/登陆/g, "登录"],
];

const leadZh =
  /^(?:亲爱的|亲亲|亲(?![子属友人戚密自手身笔口近情切])|您好|你好|哈[喽罗啰]|嗨|在吗|在不在|有人吗|请问一?下|请问|请教一?下|请教|麻烦问一?下|麻烦您?|打扰一?下|打扰了?|我?想问一?下|我?想问|我?想咨询一?下|我?想咨询|咨询一?下|问一?下|我?想知道|我?想了解一?下|那个|那啥|那么|就是|到底|究竟|话说|我就想问|请帮我看一?下|帮我看[看下]|帮忙看一?下|劳驾|不好意思|急{2,}|急死[我人]?了?|(?:我)?(?:很|好|太|挺|真的?)着?急|跪?求助|求教|有人知道|谁知道|有谁知道|你们知道|告诉我|嗯+|额+(?![度外头定])|呃+|老板|掌柜|店家|你们家|你们店|你们|你家|贵店|咱们|咱家|谢谢你?|hello|hi|hey)/;
const tailZh =
  /(?:谢谢[你您了]?|谢谢大家|急{2,}|在线等|求解答?|求助|求告知|求大神|拜托了?|麻烦了|多谢|感谢|亲亲|(?<![母父相探])亲|[呀啊哦呢嘛哈咯啦噢喔哟吗]|(?<=\S{2}(?<!要|好|是|差))不|(?<![什怎这那多要])么)$/;
const leadEn =
  /^(?:hi|hello|hey|there|excuse me|please|pls|good (?:morning|afternoon|evening)|(?:can|could|would) you (?:please )?tell me|i (?:want|would like|need) to know|may i ask|just wondering|um+|so|well|thanks|thank you|sorry|ok|okay) /;
const tailEn = / (?:please|pls|thanks|thank you|thx|sir|madam)$/;

/**
 * What somebody's body measures says nothing about which knowledge is meant, only that it was given: "一米七五 130斤穿什么码"
 * asks as "身高体重穿什么码". Lengths and weights of things are left alone.
 */
const mayMeasure = /\d|米[四五六七八九]/;
const tall =
  /(?:身高|净高)(?:是|有|大概|大约)?1(?:\.|米)?[4-9]\d?(?:米|cm|公分|厘米)?|(?<![\d.])1[4-9]\d ?(?:cm|公分|厘米)|(?<![\d.])(?:一米[四五六七八九](?:[零一二三四五六七八九]|\d)?|1米[4-9]\d?|1\.[4-9]\d?米)(?![\d高宽长×x*])/g;
const heavy =
  /(?:体重)(?:是|有|大概|大约)?\d{2,3}(?:斤|公斤|kg|千克)?|(?<![\d.])(?:[4-9]\d|1\d\d|2[0-4]\d) ?(?:斤|公斤|kg|千克)/g;
/** A bare number is a height only beside a weight: "175 70公斤". */
const tallBeside = /(?<![\d.])1[4-9]\d(?=[ ,，/、]{0,3}体重)|(?<=体重[ ,，/、]{0,3})1[4-9]\d(?![\d.])/g;
const isWorn = /穿|码|尺寸|睡|背|女|男|胖|瘦|身高|\bsize|\bfit|\bwear|\btall/;
const shoeSize = /(?<=平时(?:穿|买)?|穿|脚|鞋)(?:3[4-9]|4[0-8])(?:\.5)?(?:码|号)?(?![\d%])/g;

function withoutMeasures(text: string): string {
  if (!mayMeasure.test(text)) return text;
  const withHeight = text.replace(tall, "身高");
  if (withHeight === text && !isWorn.test(text)) return text;
  return withHeight.replace(heavy, "体重").replace(tallBeside, "身高").replace(shoeSize, "鞋码");
}

/** Words in which 不/没 deny nothing. */
const harmlessNegations =
  /不好意思|对不起|差不多|不错|不过|不同|不仅|不但|不管|不论|不足|要不|不知道|不懂|不会用|不明白|不太清楚|不清楚|不了解|没事|没关系|不客气|不锈钢|不粘锅|了不起/g;

const digitOf: Record<string, number> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Nothing but Chinese and its marks, as most that customers write: nothing is to be taken out of it. */
const onlyChinese = /^[\u4e00-\u9fff][\u4e00-\u9fff，。？！、：；]*$/;

export function readText(text: string, locale?: string): Reading {
  const isChinese = text.length <= readCharacters && onlyChinese.test(text);
  const { plain: all, found } = isChinese ? { plain: text, found: [] } : takeOut(text);
  let plain = toSimplified(all).slice(0, readCharacters);
  const language = isChinese ? "zh" : detectLanguage(plain, locale);
  if (language === "zh") plain = withoutMeasures(plain);
  const core = language === "zh" ? coreZh(plain) : coreEn(plain);
  const denied = core.replace(harmlessNegations, "");
  return {
    core,
    language,
    numbers: listNumbers(core),
    isNegated: language === "zh" ? /[不没无未别勿非]/.test(denied) : /\b(?:not|no|never|without|cannot)\b/.test(denied),
    asks: readAspects(core),
    found,
  };
}

/** In lower case and half width, without what says nothing about which knowledge is meant. */
function takeOut(text: string): { plain: string; found: Reading["found"] } {
  const found = new Set<Reading["found"][number]>();
  const mark = (kind: Reading["found"][number]) => () => {
    found.add(kind);
    return " ";
  };
  // Cut before normalising too: one compatibility character may expand to eighteen.
  let plain = text
    .slice(0, 4 * readCharacters)
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase();
  plain = plain.replace(/\p{Cc}/gu, " ").replace(/[\p{Cf}\p{Mn}]/gu, "");
  plain = plain
    .replace(/(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。]+/gu, mark("link"))
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}/g, mark("mail"))
    .replace(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g, mark("phone"))
    .replace(/(?<![a-z\d])[a-z]{0,6}-?\d{8,32}(?!\d)/g, mark("order"))
    .replace(
      /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\[[\p{Script=Han}a-z]{1,6}\]/gu,
      mark("emoji"),
    );
  return { plain, found: [...found] };
}

export function listNumbers(core: string): string[] {
  return [...new Set(core.match(/\d+(?:\.\d+)?/g) ?? [])];
}

/** A Chinese sentence with English product names in it is Chinese. */
export function detectLanguage(text: string, locale?: string): Language {
  let han = 0;
  let latin = 0;
  for (const run of text.match(/\p{Script=Han}+|[a-z]+/giu) ?? []) {
    if (/^[a-z]/i.test(run)) latin++;
    else han += run.length;
  }
  if (han === 0 && latin === 0) return locale?.toLowerCase().startsWith("en") ? "en" : "zh";
  return han > 0 && han * 2 >= latin ? "zh" : "en";
}

function withoutPunctuation(text: string): string {
  return text
    .replace(/(?<!\d)\.|\.(?!\d)/g, " ")
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();
}

const writtenNumber = /[一二两三四五六七八九十]/;
const counted =
  /([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=天|日|小时|分钟|个月|年|元|块|件|折|次|岁|斤|公斤|周|星期|期|码|米)/g;

function toFigures(all: string, tens: string, ten: string, ones: string): string {
  if (all === "" || (ten === "" && tens !== "" && ones !== "")) return all;
  if (ten === "") return String(digitOf[tens || ones]);
  return String((tens === "" ? 1 : digitOf[tens]!) * 10 + (ones === "" ? 0 : digitOf[ones]!));
}

function coreZh(plain: string): string {
  const parts = withoutPunctuation(plain)
    .replace(/(\p{L})\1{2,}/gu, "$1$1")
    .split(" ");
  const kept = parts.map((part) => stripEnds(part, leadZh, tailZh)).filter((part) => part !== "");
  let core = (kept.length > 0 ? kept : parts).join(" ");
  for (const [pattern, word] of questionWords) core = core.replace(pattern, word);
  if (core.includes("不")) core = core.replace(/(\p{Script=Han})不\1/gu, "$1");
  if (core.includes("没")) core = core.replace(/(\p{Script=Han})没\1/gu, "$1了没");
  if (writtenNumber.test(core)) core = core.replace(counted, toFigures);
  // Spaces say nothing between Chinese characters, but part Latin words and numbers.
  return core.includes(" ") ? core.replace(/(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/gu, "") : core;
}

function coreEn(plain: string): string {
  const open = plain
    .replace(/[’‘`]/g, "'")
    .replace(/\b(can)'?t\b|\bcannot\b/g, "can not")
    .replace(/\bwon'?t\b/g, "will not")
    .replace(/n't\b|(?<=\b(?:do|does|did|is|are|was|were|has|have|had|could|would|should))nt\b/g, " not")
    .replace(/\b(what|where|how|when|who|it|that|there)'s\b|\b(what|where|how|who|that)s\b/g, "$1$2 is")
    .replace(/'(?:re|ve|ll|m|d|s)\b|(?<=\bi)(?:m|ve)\b|(?<=\b(?:you|they))(?:re|ve)\b/g, "");
  const words = withoutPunctuation(open).replace(/([a-z])\1{2,}/g, "$1$1");
  return stripEnds(words, leadEn, tailEn);
}

/** Takes courtesies off both ends, a few times over, but never everything. */
function stripEnds(text: string, lead: RegExp, tail: RegExp): string {
  let rest = text;
  for (let round = 0; round < 6; round++) {
    const next = rest.replace(lead, "").replace(tail, "").trim();
    if (next === rest) break;
    rest = next;
  }
  return rest;
}
