import type { Dimension, FigureFilter } from "@yingda/contract/figures";

/** From who to what to when: the order in which one asks why. */
const inquiry: readonly Dimension[] = [
  "agent",
  "intentGroup",
  "intent",
  "question",
  "category",
  "product",
  "channel",
  "hour",
  "reason",
  "region",
  "weekday",
  "handledBy",
  "requestedBy",
  "surveyVia",
  "sentiment",
  "entry",
];

/** What lies directly beneath. */
const children: Partial<Record<Dimension, Dimension>> = {
  intentGroup: "intent",
  intent: "question",
  category: "product",
  month: "week",
  week: "day",
  day: "hour",
};

/** Where entering a row leads: what lies beneath it, else the next question not yet answered. Null: nowhere further. */
export function findNextDimension(
  entered: Dimension,
  filters: readonly FigureFilter[],
  available: readonly Dimension[],
): Dimension | null {
  const isAnswered = (dimension: Dimension) =>
    dimension === entered ||
    filters.some((one) => !one.not && one.in.length === 1 && coarserOf(one.dimension).includes(dimension));
  const beneath = children[entered];
  if (beneath && available.includes(beneath) && !isAnswered(beneath)) return beneath;
  return inquiry.find((dimension) => available.includes(dimension) && !isAnswered(dimension)) ?? null;
}

/** A known intent answers for its group as well. */
function coarserOf(dimension: Dimension): Dimension[] {
  const parents = (Object.keys(children) as Dimension[]).filter((parent) => children[parent] === dimension);
  return [dimension, ...parents.flatMap(coarserOf)];
}
