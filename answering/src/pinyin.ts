import { readings } from "./pinyin-table.ts";

/**
 * A text as letters that can be compared by look and by sound: two characters sound the same when their commonest
 * readings do, without tones, and pinyin typed among characters ("怎么tuikuan") counts as the syllables it spells.
 */
export type Letters = { looks: Uint16Array; sounds: Uint16Array };

/** Syllables are numbered in the private use area, where no letter of a text lies. */
const firstSyllable = 0xe000;
const longestSyllable = 6;

/** By UTF-16 unit; a letter without a known reading sounds like itself alone. */
export const soundOfUnit = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
const syllables = new Map<string, number>();
for (const row of readings.trim().split(/\s+/)) {
  const [syllable = "", letters = ""] = row.split(":");
  const sound = firstSyllable + syllables.size;
  syllables.set(syllable, sound);
  for (const letter of letters) soundOfUnit[letter.charCodeAt(0)] = sound;
}

export function readLetters(core: string): Letters {
  if (!hasPinyin.test(core)) return { looks: unitsOf(core), sounds: soundUnitsOf(core) };
  const looks: number[] = [];
  const sounds: number[] = [];
  const hasHan = /\p{Script=Han}/u.test(core);
  for (const part of hasHan ? core.split(/([a-z]{2,})/) : [core]) {
    const spelled = hasHan && /^[a-z]/.test(part) ? spell(part) : undefined;
    if (spelled) {
      looks.push(...spelled);
      sounds.push(...spelled);
      continue;
    }
    for (let at = 0; at < part.length; at++) {
      const look = part.charCodeAt(at);
      looks.push(look);
      sounds.push(soundOfUnit[look]!);
    }
  }
  return { looks: new Uint16Array(looks), sounds: new Uint16Array(sounds) };
}

const hasPinyin = /[a-z]{2}/;

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

function soundUnitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = soundOfUnit[text.charCodeAt(at)]!;
  return units;
}

/** The syllables of a text that is nothing but pinyin ("zen me tuihuo"); undefined for any other. */
export function spellAll(core: string): number[] | undefined {
  const sounds: number[] = [];
  for (const word of core.split(" ")) {
    const spelled = /^[a-z]+$/.test(word) ? spell(word) : undefined;
    if (!spelled) return undefined;
    sounds.push(...spelled);
  }
  return sounds;
}

/** How a word sounds; pinyin is read as such, as it may stand among characters. */
export function soundsOf(word: string): readonly number[] {
  const spelled = /^[a-z]{2,}$/.test(word) ? spell(word) : undefined;
  if (spelled) return spelled;
  const sounds: number[] = [];
  for (let at = 0; at < word.length; at++) sounds.push(soundOfUnit[word.charCodeAt(at)]!);
  return sounds;
}

/** The fewest syllables that spell the whole of it, or undefined: "tuikuan" → tui, kuan; "wifi" → nothing. */
function spell(latin: string): number[] | undefined {
  if (latin.length > 36) return undefined;
  const ways: (number[] | undefined)[] = [[]];
  for (let end = 1; end <= latin.length; end++) {
    for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
      const before = ways[start];
      const syllable = before && syllables.get(latin.slice(start, end));
      if (syllable === undefined) continue;
      if (!ways[end] || before!.length + 1 < ways[end]!.length) ways[end] = [...before!, syllable];
    }
  }
  return ways[latin.length];
}
