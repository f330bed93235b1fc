import { readings } from "../src/pinyin-table.ts";

/** What happens to a question on its way through a keyboard, by chance that can be repeated. */
export type Random = () => number;

export function makeRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

const rows = readings
  .trim()
  .split(/\s+/)
  .map((row) => row.split(":") as [string, string]);
const syllableOf = new Map(rows.flatMap(([syllable, letters]) => [...letters].map((letter) => [letter, syllable])));
const lettersOf = new Map(rows);

const fillersZh = [
  "你好，请问一下#呢亲",
  "我昨天买的，#，急",
  "#啊",
  "那个#来着",
  "亲，#呀",
  "请问#",
  "#？谢谢",
  "在吗，#",
];
const fillersEn = ["hi there, # please", "I bought it last week. # thanks", "#??", "so # ?", "just wondering, #"];

/** One dropped, doubled or swapped character, one of the same sound, pinyin, a key beside, or courtesies around it. */
export function disturb(text: string, random: Random): string {
  const isHan = /\p{Script=Han}/u.test(text);
  const letters = [...text];
  const at = Math.floor(random() * (letters.length - 1));
  const way = random();
  if (way < 0.2) letters.splice(at, 1);
  else if (way < 0.35) letters.splice(at, 2, letters[at + 1]!, letters[at]!);
  else if (way < 0.4) letters.splice(at, 0, letters[at]!);
  else if (way < 0.7 && isHan) return misspell(letters, at, way < 0.6 ? 1 : 2, random);
  else if (way < 0.55) letters[at] = "abcdefghijklmnopqrstuvwxyz"[Math.floor(random() * 26)]!;
  else {
    const fillers = isHan ? fillersZh : fillersEn;
    return fillers[Math.floor(random() * fillers.length)]!.replace("#", text);
  }
  return letters.join("");
}

/** Another character of the same sound, or two written in pinyin. */
function misspell(letters: string[], at: number, count: 1 | 2, random: Random): string {
  const syllables = letters.slice(at, at + count).map((letter) => syllableOf.get(letter));
  if (syllables.some((syllable) => syllable === undefined)) return `${letters.join("")}啊`;
  const same = [...lettersOf.get(syllables[0]!)!];
  const written = count === 1 ? same[Math.floor(random() * same.length)]! : syllables.join("");
  return [...letters.slice(0, at), written, ...letters.slice(at + count)].join("");
}
