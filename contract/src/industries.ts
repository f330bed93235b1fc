/** What a shop sells: who its peers are, and which knowledge packs fit. A shop that named its own words keeps them. */
export const industries = {
  apparel: { "zh-CN": "服饰鞋包", en: "Clothing, shoes and bags" },
  home: { "zh-CN": "家居日用", en: "Home and living" },
  electronics: { "zh-CN": "数码家电", en: "Electronics" },
  beauty: { "zh-CN": "美妆个护", en: "Beauty and care" },
  food: { "zh-CN": "食品生鲜", en: "Food and groceries" },
  baby: { "zh-CN": "母婴玩具", en: "Baby and toys" },
  sports: { "zh-CN": "运动户外", en: "Sports and outdoor" },
  other: { "zh-CN": "其他", en: "Other" },
} as const;
export type Industry = keyof typeof industries;
export const industryKeys = Object.keys(industries) as Industry[];
