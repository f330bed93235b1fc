import type { Aggregate, Metric, Predicate } from "./metric.ts";
import { all, eq, oneOf } from "./metric.ts";
import type { MeasureSettings } from "./settings.ts";

export type Verdicts = Pick<MeasureSettings, "connectSeconds" | "satisfiedStars" | "dissatisfiedStars" | "imBadStars">;

/**
 * The metric as other thresholds would have it, from facts folded with the present ones: columns that hold a threshold's
 * verdict are replaced by the condition itself. Only verdicts on one fact's own columns can be reckoned so (in time,
 * satisfied, dissatisfied, bad); hours, unanswered turns and returns need a fold.
 */
export function asIfSet(metric: Metric, rules: Verdicts): Metric {
  const predicate = (one: Predicate | undefined) => one && replace(one, metric, rules);
  const aggregate = <A extends Aggregate | null>(part: A): A =>
    part?.where ? { ...part, where: predicate(part.where) } : part;
  return {
    ...metric,
    ...(metric.where && { where: predicate(metric.where) }),
    numerator: aggregate(metric.numerator),
    denominator: aggregate(metric.denominator),
  };
}

function replace(predicate: Predicate, metric: Metric, rules: Verdicts): Predicate {
  if ("and" in predicate) return { and: predicate.and.map((one) => replace(one, metric, rules)) };
  if ("not" in predicate) return { not: replace(predicate.not, metric, rules) };
  if (!("eq" in predicate) || typeof predicate.eq[1] !== "boolean") return predicate;
  const condition = conditionOf(`${metric.fact}.${predicate.eq[0]}`, rules);
  if (!condition) return predicate;
  return predicate.eq[1] ? condition : { not: condition };
}

/** What the fold asks, as data. */
function conditionOf(column: string, rules: Verdicts): Predicate | null {
  switch (column) {
    case "request.isInTime":
      return all(eq("outcome", "connected"), { lte: ["waitSeconds", rules.connectSeconds] });
    case "rating.isSatisfied":
      return oneOf("stars", rules.satisfiedStars);
    case "rating.isDissatisfied":
      return oneOf("stars", rules.dissatisfiedStars);
    case "rating.isImBad":
      return oneOf("stars", rules.imBadStars);
    case "rating.isFirstImBad":
      return oneOf("firstStars", rules.imBadStars);
    default:
      return null;
  }
}
