import { type Feature, hashText, listCommonWords, stem } from "./segment.ts";
import { groupsEn, groupsZh } from "./thesaurus-words.ts";
import { goodsEn } from "./thesaurus-words-en-goods.ts";
import { lifeEn } from "./thesaurus-words-en-life.ts";
import { techEn } from "./thesaurus-words-en-tech.ts";
import { tradeEn } from "./thesaurus-words-en-trade.ts";
import { travelEn } from "./thesaurus-words-en-travel.ts";
import { verbsEn } from "./thesaurus-words-en-verbs.ts";
import { groupsZhClothes } from "./thesaurus-words-zh-clothes.ts";
import { groupsZhDevices } from "./thesaurus-words-zh-devices.ts";
import { groupsZhFood } from "./thesaurus-words-zh-food.ts";
import { groupsZhHealth } from "./thesaurus-words-zh-health.ts";
import { groupsZhHousehold } from "./thesaurus-words-zh-household.ts";
import { groupsZhHousing } from "./thesaurus-words-zh-housing.ts";
import { groupsZhLeisure } from "./thesaurus-words-zh-leisure.ts";
import { groupsZhMoney } from "./thesaurus-words-zh-money.ts";
import { groupsZhOpinions } from "./thesaurus-words-zh-opinions.ts";
import { groupsZhOrders } from "./thesaurus-words-zh-orders.ts";
import { groupsZhQuantities } from "./thesaurus-words-zh-quantities.ts";
import { groupsZhReturns } from "./thesaurus-words-zh-returns.ts";
import { groupsZhSchooling } from "./thesaurus-words-zh-schooling.ts";
import { groupsZhStates } from "./thesaurus-words-zh-states.ts";
import { groupsZhTime } from "./thesaurus-words-zh-time.ts";
import { groupsZhTrade } from "./thesaurus-words-zh-trade.ts";
import { groupsZhTravel } from "./thesaurus-words-zh-travel.ts";
import { groupsZhVerbs } from "./thesaurus-words-zh-verbs.ts";
import { groupsZhWork } from "./thesaurus-words-zh-work.ts";

const written = [
  groupsZh,
  groupsZhMoney,
  groupsZhOrders,
  groupsZhReturns,
  groupsZhClothes,
  groupsZhHousehold,
  groupsZhDevices,
  groupsZhFood,
  groupsZhTravel,
  groupsZhHousing,
  groupsZhHealth,
  groupsZhSchooling,
  groupsZhWork,
  groupsZhLeisure,
  groupsZhStates,
  groupsZhOpinions,
  groupsZhTime,
  groupsZhQuantities,
  groupsZhVerbs,
  groupsZhTrade,
  groupsEn,
  tradeEn,
  verbsEn,
  goodsEn,
  techEn,
  travelEn,
  lifeEn,
];

const space = 32;
const lineEnd = 10;
const groupKind = 4;

/** Word → the groups it stands in. English words are known by their stems, as everywhere. */
type Thesaurus = { groups: Map<string, number[]>; common: Set<number> };
let thesaurus: Thesaurus | undefined;

/** Read with the first question, as the dictionary is: a process that asks nothing need not know 15,000 words. */
function load(): Thesaurus {
  if (thesaurus) return thesaurus;
  const groups = new Map<string, number[]>();
  let group = 0;
  for (const text of written) group = addGroups(groups, text, group);
  const common = new Set([...listCommonWords()].flatMap((word) => groups.get(word) ?? none));
  thesaurus = { groups, common };
  return thesaurus;
}

/** Letter by letter, because splitting lines and words takes twice as long. Returns the number of the next group. */
function addGroups(groups: Thesaurus["groups"], text: string, first: number): number {
  let group = first;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== space && unit !== lineEnd) continue;
    if (at > start) {
      const word = stem(text.slice(start, at));
      const known = groups.get(word);
      if (!known) groups.set(word, [group]);
      else if (known.at(-1) !== group) known.push(group);
    }
    start = at + 1;
    if (unit === lineEnd) group++;
  }
  return group;
}

const none: readonly number[] = [];

/** Groups of words that ask for the same thing; empty for a word that stands in none. */
export const groupsOf = (word: string): readonly number[] => load().groups.get(word) ?? none;

/** The groups of a wording's words as features of their own, so that other words for it find it. */
export function listGroupFeatures(words: readonly string[]): Feature[] {
  const features: Feature[] = [];
  const found: number[] = [];
  for (const word of words) {
    for (const group of groupsOf(word)) {
      const at = found.indexOf(group);
      if (at >= 0) {
        features[at]!.count++;
        continue;
      }
      const hash = hashText(String(group), groupKind);
      found.push(group);
      features.push({ hash, kind: groupKind, count: 1, isCommon: load().common.has(group), text: "" });
    }
  }
  return features;
}
