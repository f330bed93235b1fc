import { type Feature, hashText, isCommonWord, stem } from "./segment.ts";
import { groupsEn, groupsZh } from "./thesaurus-words.ts";
import { groupsZhClothes } from "./thesaurus-words-zh-clothes.ts";
import { groupsZhDevices } from "./thesaurus-words-zh-devices.ts";
import { groupsZhHousehold } from "./thesaurus-words-zh-household.ts";
import { groupsZhMoney } from "./thesaurus-words-zh-money.ts";
import { groupsZhOrders } from "./thesaurus-words-zh-orders.ts";
import { groupsZhReturns } from "./thesaurus-words-zh-returns.ts";

const written = [
  groupsZh,
  groupsZhMoney,
  groupsZhOrders,
  groupsZhReturns,
  groupsZhClothes,
  groupsZhHousehold,
  groupsZhDevices,
  groupsEn,
];

/** Word → the groups it stands in. English words are known by their stems, as everywhere. */
const groups = new Map<string, number[]>();
for (const [group, line] of written.flatMap((lines) => lines.trim().split("\n")).entries()) {
  for (const word of line.split(" ")) {
    const key = stem(word);
    const known = groups.get(key) ?? [];
    if (!known.includes(group)) groups.set(key, [...known, group]);
  }
}

const none: readonly number[] = [];

/** Groups of words that ask for the same thing; empty for a word that stands in none. */
export const groupsOf = (word: string): readonly number[] => groups.get(word) ?? none;

const groupKind = 4;
const commonGroups = new Set<number>();
for (const [word, list] of groups) if (isCommonWord(word)) for (const group of list) commonGroups.add(group);

/** The groups of a wording's words as features of their own, so that other words for it find it. */
export function listGroupFeatures(words: readonly string[]): Feature[] {
  const features = new Map<number, Feature>();
  for (const word of words) {
    for (const group of groupsOf(word)) {
      const text = String(group);
      const known = features.get(group);
      if (known) known.count++;
      else
        features.set(group, {
          hash: hashText(text, groupKind),
          kind: groupKind,
          count: 1,
          isCommon: commonGroups.has(group),
          text,
        });
    }
  }
  return [...features.values()];
}
