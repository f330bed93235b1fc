import type { Random } from "./slips.ts";

/** Small words that say the same: any of a row for any other. */
const sameZh: readonly (readonly string[])[] = [
  ["怎么", "如何", "怎样", "咋", "要怎么", "应该怎么", "该如何"],
  ["怎么办", "该怎么办", "怎么处理", "怎么解决", "咋办", "如何解决", "咋整"],
  ["为什么", "为啥", "怎么", "为何", "什么原因"],
  ["多久", "多长时间", "几天", "要多久", "大概多久"],
  ["什么时候", "何时", "啥时候", "几时", "哪天"],
  ["多少钱", "什么价格", "要多少钱", "价格是多少", "多少费用"],
  ["哪里", "哪儿", "什么地方", "哪"],
  ["可以", "能", "能不能", "可不可以", "是否可以", "能否"],
  ["吗", "不", "么", "呢", "呀", ""],
  ["什么", "啥", "哪些"],
  ["怎么回事", "是什么原因", "为什么", "咋回事", "是怎么回事"],
  ["需要", "要", "得"],
  ["没有", "没", "未"],
  ["是不是", "是否", "是"],
  ["多少", "几"],
  ["我想", "想", "我要", "要"],
];
const startsZh = ["我", "我的", "请问", "我想问", "那", "就是", "想问下", "现在", "如果", "一般"];
const endsZh = ["啊", "呢", "了", "呀", "啊？", "？", "求解", "急", "谢谢", "的", "怎么弄", "，怎么办"];
const insertsZh = ["的", "了", "一下", "我", "会", "还", "要", "都", "就", "在"];
const sameEn: readonly (readonly string[])[] = [
  ["How do I", "How can I", "how to", "what do I do to", "how would I", "is there a way to", "I need to", "can I"],
  ["Can I", "Could I", "Am I able to", "is it possible to", "may I"],
  ["Is there", "do you have", "are there", "have you got"],
  ["Where", "where exactly", "in which place"],
  ["When", "at what time", "what time"],
  ["How much", "what is the price of", "how expensive"],
  ["How long", "how many days", "how much time"],
  ["my", "the", "a", "our"],
  ["I want to", "I'd like to", "I need to", "let me", "please let me"],
  ["not working", "broken", "doesn't work"],
];
const startsEn = ["please", "hi", "so", "tell me", "I wonder", "well", "can you tell me"];
const endsEn = ["please", "?", "now", "for me", "today", "thanks", "help"];

/** The same question put a little differently: other small words, another order, something around or dropped. */
export function rephrase(text: string, random: Random): string {
  const isHan = /\p{Script=Han}/u.test(text);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  let said = text.replace(/[?？]$/, "");
  for (const row of isHan ? sameZh : sameEn) {
    const found = row.find((word) => word !== "" && said.includes(word));
    if (found && random() < 0.5) said = said.replace(found, pick(row));
  }
  if (isHan && random() < 0.3) said = turn(said);
  if (random() < 0.2) said = isHan ? pick(startsZh) + said : `${pick(startsEn)} ${said}`;
  if (random() < 0.2) said = isHan ? said + pick(endsZh) : `${said} ${pick(endsEn)}`;
  if (isHan && random() < 0.25) {
    const at = 1 + Math.floor(random() * (said.length - 1));
    said = said.slice(0, at) + pick(insertsZh) + said.slice(at);
  }
  if (isHan && random() < 0.15) said = said.replace(/[我的了要在]/, "");
  return said === text && isHan ? `${said}啊` : said;
}

/** "押金怎么退" ↔ "怎么退押金"; "退款多久到账" → "多久到账退款" is left to slips. */
function turn(text: string): string {
  const after = /^(怎么|如何|怎样|哪里|在哪里?)(\p{Script=Han})(\p{Script=Han}{2,})$/u.exec(text);
  if (after) return `${after[3]}${after[1]}${after[2]}`;
  const before = /^(\p{Script=Han}{2,4})(怎么|如何|怎样)(\p{Script=Han}{1,2})$/u.exec(text);
  return before ? `${before[2]}${before[3]}${before[1]}` : text;
}
