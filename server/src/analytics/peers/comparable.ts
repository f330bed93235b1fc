import { catalogue } from "@yingda/measures/catalogue";
import type { Metric } from "@yingda/measures/metric";

/** What shops can be compared by: ratios and means with a good direction. Counts depend on a shop's size alone. */
export const comparableMetrics: readonly Metric[] = catalogue.filter(
  (metric) => metric.good !== null && metric.denominator !== null,
);
