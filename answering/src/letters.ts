import type { KnowledgeIndex } from "./index-open.ts";
import type { Letters } from "./pinyin.ts";

/** Two wordings compared letter by letter, by look and by sound, in typed arrays that are kept between calls. */

const longest = 64;
const costs = { sound: 1, edit: 4 } as const;
const width = longest + 1;
const rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
/** Whether a side has a look or a sound: the question, until another is asked, and the wording that it is compared with. */
const looksThere = new Uint8Array(0x10000);
const soundsThere = new Uint8Array(0x10000);
const [inQuestion, inWording] = [1, 2];
let marked: Letters = { looks: new Uint16Array(), sounds: new Uint16Array() };
const ofSameSound = 0.8;

export type QueryLetters = Letters & { idf: Float32Array };

/**
 * 1 − edit distance ÷ longer length: Damerau's distance (optimal string alignment), in which a letter of the same sound
 * costs a quarter. 0 for two empty texts.
 */
export function similarity(asked: Letters, offered: Letters): number {
  const height = Math.min(longest, asked.looks.length);
  const length = Math.min(longest, offered.looks.length);
  if (Math.max(height, length) === 0) return 0;
  let [before, above, row] = rows as [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= length; j++) above[j] = j * costs.edit;
  for (let i = 1; i <= height; i++) {
    const look = asked.looks[i - 1]!;
    const sound = asked.sounds[i - 1]!;
    row[0] = i * costs.edit;
    for (let j = 1; j <= length; j++) {
      const other = offered.looks[j - 1]!;
      const change = look === other ? 0 : sound === offered.sounds[j - 1] ? costs.sound : costs.edit;
      let cost = Math.min(above[j - 1]! + change, Math.min(above[j]!, row[j - 1]!) + costs.edit);
      const isSwapped = i > 1 && j > 1 && look === offered.looks[j - 2] && asked.looks[i - 2] === other;
      if (isSwapped && change > 0) cost = Math.min(cost, before[j - 2]! + costs.edit);
      row[j] = cost;
    }
    [before, above, row] = [above, row, before];
  }
  return Math.max(0, 1 - above[length]! / (costs.edit * Math.max(height, length)));
}

/** Written anew by every call: thousands a second would else be made and thrown away. */
const cover = { asked: 0.5, offered: 0.5 };

/** Share of the question's letters, by how much they say, that the wording has; and the other way round. */
export function coverLetters(index: KnowledgeIndex, asked: QueryLetters, form: number): Readonly<typeof cover> {
  const { letterStarts, letterLooks, letterSounds, letterIdf } = index.sections;
  const start = letterStarts[form]!;
  const end = letterStarts[form + 1]!;
  const { looks, sounds } = asked;
  if (marked !== asked) markQuestion(asked);
  let all = 0;
  let shared = 0;
  for (let at = start; at < end; at++) {
    const idf = letterIdf[at]!;
    const look = letterLooks[at]!;
    const sound = letterSounds[at]!;
    all += idf;
    if ((looksThere[look]! & inQuestion) !== 0) shared += idf;
    else if ((soundsThere[sound]! & inQuestion) !== 0) shared += idf * ofSameSound;
    looksThere[look]! |= inWording;
    soundsThere[sound]! |= inWording;
  }
  cover.offered = all === 0 ? 0 : shared / all;
  all = 0;
  shared = 0;
  for (let i = 0; i < looks.length; i++) {
    const idf = asked.idf[i]!;
    all += idf;
    if ((looksThere[looks[i]!]! & inWording) !== 0) shared += idf;
    else if ((soundsThere[sounds[i]!]! & inWording) !== 0) shared += idf * ofSameSound;
  }
  for (let at = start; at < end; at++) {
    looksThere[letterLooks[at]!]! &= inQuestion;
    soundsThere[letterSounds[at]!]! &= inQuestion;
  }
  cover.asked = all === 0 ? 0 : shared / all;
  return cover;
}

function markQuestion(letters: Letters): void {
  for (const look of marked.looks) looksThere[look] = 0;
  for (const sound of marked.sounds) soundsThere[sound] = 0;
  for (const look of letters.looks) looksThere[look] = inQuestion;
  for (const sound of letters.sounds) soundsThere[sound] = inQuestion;
  marked = letters;
}
