import type { Aggregate, Metric, Predicate, Source, Unit } from "./metric.ts";
import { defaultSettings } from "./settings.ts";
import { fillWords } from "./words.ts";

const units: Record<Unit, string> = {
  ratio: "ratio, shown as %",
  seconds: "seconds",
  count: "count",
  stars: "stars, 1–5",
  effort: "1–7",
  points: "points, −100…100",
};
const sources: Record<Source, string> = {
  ant: "Alipay service capability score",
  douyin: "Douyin shop Compass",
  bot: "e-commerce bot KPIs",
  std: "bot judging and agent standards",
  hx: "human–machine practice",
  field: "usual in the field",
  ours: "ours",
};

/** Renders the catalogue as the reference page (markdown, both languages). Pure: the same catalogue, the same text. */
export function renderReference(catalogue: readonly Metric[]): string {
  const families = Map.groupBy(catalogue, (metric) => metric.key.split(".")[0]!);
  return [
    "# Metrics",
    "",
    "Generated from the catalogue in `measures/`; do not edit. A ratio with denominator 0 has no value (“—”). " +
      "A conversation belongs to the window of its first event. Means of durations come with median and P90. Thresholds, " +
      "hours and stars are those that a shop starts with; it may set its own.",
    ...[...families].flatMap(([family, metrics]) => ["", `## ${family}`, ...metrics.flatMap(renderMetric)]),
    "",
  ].join("\n");
}

function renderMetric(metric: Metric): string[] {
  const { source, dimensions, events } = metric;
  const name = fillWords(metric.name, defaultSettings);
  const formula = fillWords(metric.formula, defaultSettings);
  return [
    "",
    `### ${name.zh} · ${name.en}`,
    "",
    `\`${metric.key}\` — ${units[metric.unit]}, ${renderGood(metric.good)}. Source: ${source.map((one) => sources[one]).join(", ")}.`,
    "",
    formula.zh,
    "",
    formula.en,
    "",
    `- Computed: ${renderFraction(metric)}`,
    `- Cut by: ${dimensions.join(", ")}`,
    `- Made of: ${events.join(", ")}`,
  ];
}

function renderGood(good: Metric["good"]): string {
  if (good === null) return "no good direction";
  return good === "up" ? "higher is better" : "lower is better";
}

function renderFraction({ fact, where, numerator, denominator, scale }: Metric): string {
  const top = renderAggregate(numerator);
  const fraction = denominator ? `${top} ÷ ${renderAggregate(denominator)}${scale ? ` × ${scale}` : ""}` : top;
  return `\`${fraction}\` over \`${fact}\` rows${where ? ` where \`${renderPredicate(where)}\`` : ""}`;
}

function renderAggregate(part: Aggregate): string {
  const where = part.where ? ` if ${renderPredicate(part.where)}` : "";
  return "sum" in part ? `sum(${part.sum}${where})` : `count(${where.trim()})`;
}

function renderPredicate(predicate: Predicate): string {
  if ("and" in predicate) return predicate.and.map(renderPredicate).join(" and ");
  if ("not" in predicate) return `not (${renderPredicate(predicate.not)})`;
  if ("in" in predicate) return `${predicate.in[0]} in (${predicate.in[1].join(", ")})`;
  if ("gte" in predicate) return `${predicate.gte[0]} ≥ ${predicate.gte[1]}`;
  if ("lte" in predicate) return `${predicate.lte[0]} ≤ ${predicate.lte[1]}`;
  const [column, value] = predicate.eq;
  if (value === true) return column;
  return value === false ? `not ${column}` : `${column} = ${value}`;
}
