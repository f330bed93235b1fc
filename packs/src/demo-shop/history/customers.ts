import { type Random, seededRandom } from "./random.ts";
import { pickSurname } from "./slots.ts";
import type { Locale } from "./story.ts";

export type InventedCustomer = { key: string; name: string; locale: Locale };

const nicknames = [
  "山里的猫",
  "小鹿慢跑",
  "momo",
  "阿泽",
  "不想上班的鱼",
  "青柠",
  "大橘为重",
  "老周去哪儿",
  "麦冬",
  "七月半糖",
  "走走停停",
  "木子",
  "Leo",
  "一颗土豆",
  "云边小卖部",
  "南风",
  "甜度三分",
  "背包里的诗",
  "石头",
  "橙子汽水",
  "半山",
  "夏至未至",
  "路过人间",
  "阿布",
  "雨后",
  "Coco",
  "小满",
  "风吹麦浪",
  "铁锅炖自己",
  "西瓜最中间一口",
] as const;
const englishNames = [
  "Emma W.",
  "Daniel",
  "Sofia R.",
  "Tom H.",
  "Anna",
  "Lucas M.",
  "Grace",
  "Oliver P.",
  "Mia",
  "Noah K.",
] as const;

/** Customers come back: mostly new faces, with a core that writes again and again. */
export function makeCustomer(number: number, locale: Locale, random: Random): InventedCustomer {
  const key = `demo-customer-${number}`;
  if (locale === "en") return { key, name: random.pick(englishNames), locale };
  const name = random.chance(0.45)
    ? `${pickSurname(random)}${random.pick(["女士", "先生"])}`
    : `${random.pick(nicknames)}${random.chance(0.3) ? random.integer(1, 99) : ""}`;
  return { key, name, locale };
}

/** Roughly as people are spread over the country. */
const provinces: readonly (readonly [string, number])[] = [
  ["广东", 13],
  ["浙江", 10],
  ["江苏", 10],
  ["四川", 9],
  ["北京", 8],
  ["上海", 8],
  ["山东", 7],
  ["湖北", 6],
  ["河南", 6],
  ["福建", 5],
  ["陕西", 4],
  ["云南", 3],
  ["辽宁", 3],
  ["新疆", 2],
];

/** A customer stays where they are, however often they come. */
export function regionOf({ key, locale }: InventedCustomer): string {
  return locale === "en" ? "海外" : seededRandom(`${key}/region`).weighted(provinces);
}
