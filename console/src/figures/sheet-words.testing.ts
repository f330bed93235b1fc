import type { Figure, MetricWords } from "@yingda/contract/figures";
import i18next from "i18next";
import { texts as en } from "../locales/en.ts";
import { texts as zh } from "../locales/zh-CN.ts";
import type { Language } from "../preferences.ts";
import type { Figures, Pair } from "./ask.ts";
import type { SheetWords } from "./figure-sheet.ts";

/** The console's own words, and figures to make sheets of. */

const own = i18next.createInstance();
await own.init({ lng: "zh-CN", resources: { "zh-CN": zh, en }, interpolation: { escapeValue: false } });

export const wordsIn = (language: Language): SheetWords => ({
  language,
  t: own.getFixedT(language, "figures"),
  valueName: (_, { key, name }) => name?.[language] ?? `(${key})`,
});

export const metric = (key: string, unit: MetricWords["unit"], chinese: string, english: string): MetricWords => ({
  key,
  unit,
  good: "none",
  name: { "zh-CN": chinese, en: english },
  formula: { "zh-CN": "", en: "" },
});

export const figure = (numerator: number, denominator: number | null, rest: Partial<Figure> = {}): Figure => ({
  numerator,
  denominator,
  value: denominator === null ? numerator : denominator === 0 ? null : numerator / denominator,
  median: null,
  p90: null,
  ...rest,
});

export const pair = (now: Figure, before: Figure | null = null): Pair => ({ now, before });

/** Rows by the key of their value, with the figures in the order of the metrics. */
export function figuresOf(metrics: readonly MetricWords[], rows: Record<string, (Pair | undefined)[]>): Figures {
  return {
    words: new Map(metrics.map((one) => [one.key, one])),
    unfit: [],
    total: new Map(),
    rows: Object.entries(rows).map(([id, pairs]) => ({
      id,
      keys: id.split(" ").map((key) => ({ key, name: null })),
      figures: new Map(metrics.flatMap(({ key }, i) => (pairs[i] ? [[key, pairs[i]] as const] : []))),
    })),
    rowCount: Object.keys(rows).length,
  };
}
