import { toSimplified } from "../traditional.ts";

/**
 * Whether a customer can't wait: says so, presses for an answer, or names a moment by which something must happen. By rules,
 * because what makes a text urgent is said in so many words, and an agent must be able to see them.
 */

const readCharacters = 400;

/** Words in which nothing is urgent. */
const harmless =
  /不(?:太|是很|用|必|要|怎么)?(?:着?急|赶时间)|别(?:着)?急|急诊|急救|应急灯?|急支|(?<!加)急性|\bno (?:rush|hurry)\b|\bnot (?:in a (?:rush|hurry)|urgent)\b/g;

const signsZh: readonly RegExp[] = [
  /(?:很|好|太|特别|非常|真的|挺|比较|有点|万分|十万火)急|急{2,}|急(?:用|需|死|着|求|等|寻|得)|着急|加急|紧急|急(?:啊|呀|!|！|$)|(?:^|[，。！,!\s])急(?=$|[，。！,!\s])/,
  /赶(?:紧|快|时间|飞机|火车|高铁)|(?:马上|立刻|立即|现在|尽快)(?:就)?(?:要|给|帮|处理|发|回|退|解决|联系|安排)|快(?:点|些)(?!的)|麻烦快|来不及|等不(?:及|了)|等着用|在线等|火烧眉毛/,
  /(?:今[天晚]|明[天早晚]|后天|这?周[一二三四五六日末]|\d{1,2}[号日]|\d{1,2}点)[^，。！？]{0,8}(?:就要|必须|得用|要用|要穿|要送|结婚|婚礼|生日|出发|出差|考试|用得?着|之?前(?:能|要|必须|得|送|到|收)|截止|到期)/,
  /(?:怎么|为什么|为啥)还(?:没|不)(?:人)?(?:回|理|处理|解决)|(?:有人|人)(?:吗|呢|在吗)[?？!！]{2,}|都?等了?(?:好久|半天|半个?小时|一?(?:上午|下午|晚上|整天|天)|[一二两三四五六七八九十\d]+个?(?:多)?(?:小时|天))|催(?:了|一下|促)|第[二三四五\d]次(?:问|催|联系)/,
];
const signsEn: readonly RegExp[] = [
  /\b(?:urgent(?:ly)?|asap|a\.s\.a\.p|emergency|immediately|right (?:now|away)|hurry|as soon as possible|time[- ]sensitive|quickly please)\b/,
  /\b(?:by|before|need (?:it|this|them)(?: \w+){0,3}) (?:today|tonight|tomorrow|the end of (?:the )?(?:day|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon)\b/,
  /\b(?:deadline|can(?:no|')?t wait|running out of time|still waiting|been waiting|waited (?:for )?(?:hours|days|\d+)|no one (?:is )?(?:answer|repl|respond)|third time|second time i)/,
];

/** What was pressing at the beginning may have been settled since. */
const lastTexts = 6;
/** Of a sentence; as much as a list can show. */
const wordsShown = 120;

/** The sentence in which one of the customer's last messages says that it can't wait; null: none does. `texts` oldest first. */
export function findUrgent(texts: readonly string[]): string | null {
  const said = texts.slice(-lastTexts).findLast(isUrgent)?.slice(0, readCharacters);
  if (said === undefined) return null;
  const sentence = said.split(/(?<=[。！？!?\n])/u).find(isUrgent) ?? said;
  return sentence.trim().slice(0, wordsShown).toWellFormed();
}

/** Linear in the length, of which it reads the first 400 characters. */
export function isUrgent(text: string): boolean {
  const plain = toSimplified(text.slice(0, readCharacters).toWellFormed().normalize("NFKC").toLowerCase()).replace(
    harmless,
    " ",
  );
  return [...signsZh, ...signsEn].some((pattern) => pattern.test(plain));
}
