import type { HomeMetric } from "@yingda/contract/routes/analytics";
import type { Metric } from "@yingda/measures/metric";

type Described = Pick<HomeMetric, "key" | "name" | "formula" | "good"> & { unit: Exclude<Metric["unit"], "effort"> };

/** A metric in the contract's words. */
export function describeMetric({ key, name, formula, unit, good }: Metric): Described {
  return {
    key,
    name: { "zh-CN": name.zh, en: name.en },
    formula: { "zh-CN": formula.zh, en: formula.en },
    // A score of 1–7 reads like any other number of points.
    unit: unit === "effort" ? "points" : unit,
    good: good ?? "none",
  };
}
