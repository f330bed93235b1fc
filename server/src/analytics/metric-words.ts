import type { HomeMetric } from "@yingda/contract/routes/analytics";
import type { Metric } from "@yingda/measures/metric";
import type { MeasureSettings } from "@yingda/measures/settings";
import { fillWords } from "@yingda/measures/words";

type Described = Pick<HomeMetric, "key" | "name" | "formula" | "good"> & { unit: Exclude<Metric["unit"], "effort"> };

/** A metric in the contract's words, with the thresholds that the shop has set. */
export function describeMetric({ key, name, formula, unit, good }: Metric, settings: MeasureSettings): Described {
  const [named, told] = [fillWords(name, settings), fillWords(formula, settings)];
  return {
    key,
    name: { "zh-CN": named.zh, en: named.en },
    formula: { "zh-CN": told.zh, en: told.en },
    // A score of 1–7 reads like any other number of points.
    unit: unit === "effort" ? "points" : unit,
    good: good ?? "none",
  };
}
