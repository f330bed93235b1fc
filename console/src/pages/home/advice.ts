import type { Home, HomeMetric } from "@yingda/contract/routes/analytics";

/**
 * What is worth doing today, made only from the figures of the home page. Order: people who wait now; what the shop
 * cannot work without; then the metrics by what they would add to the score; then slow or bad-rated service.
 */

export type ScoreMetric = "coverage" | "resolution" | "connect" | "wait" | "satisfaction" | "reply";
export type Advice = {
  what: "queue" | "knowledge" | "hotQuestions" | "staff" | ScoreMetric | "response" | "dissatisfaction";
  /** The figure it comes from: a number of conversations, questions or people, or seconds for `wait` and `response`. */
  figure: number;
  /** Points the score gains when the metric reaches its next anchor; null where the score does not see it. */
  gain: number | null;
  metricKey: string | null;
};

export const metricNames: Record<string, ScoreMetric | "response" | "dissatisfaction"> = {
  "bot.knowledge_coverage": "coverage",
  "bot.resolution_rate": "resolution",
  "human.connect_within_20s": "connect",
  "human.average_wait": "wait",
  "human.satisfaction_rate": "satisfaction",
  "human.reply_rate": "reply",
  "human.average_response": "response",
  "human.im_dissatisfaction": "dissatisfaction",
};

/** A step smaller than this is no aim: a hair below 60 the aim is 80. */
const leastStep = 1;
/** From here a metric is excellent; nobody's day should be spent on it. */
const excellent = 90;
const longWaitSeconds = 30;
const atMost = 5;

export function adviseToday(home: Home): Advice[] {
  return [...waitingNow(home), ...missingParts(home), ...scoreGains(home), ...serviceTroubles(home)].slice(0, atMost);
}

function waitingNow({ live }: Home): Advice[] {
  if (live.waiting === 0 || live.longestWaitSeconds < longWaitSeconds) return [];
  return [{ what: "queue", figure: live.waiting, gain: null, metricKey: null }];
}

function missingParts({ effectiveness: { facts }, live }: Home): Advice[] {
  const missing: Advice[] = [];
  const plain = { gain: null, metricKey: null };
  if (facts.entries === 0) missing.push({ what: "knowledge", figure: 0, ...plain });
  if (facts.requests > 0 && live.agentsOnline === 0) missing.push({ what: "staff", figure: 0, ...plain });
  // Without knowledge there is nothing to choose hot questions from.
  if (facts.entries > 0 && facts.hotQuestions === 0) missing.push({ what: "hotQuestions", figure: 0, ...plain });
  return missing;
}

function scoreGains({ metrics }: Home): Advice[] {
  const counted = metrics.filter((metric) => metric.weight && metric.points !== null);
  const weights = counted.reduce((sum, metric) => sum + metric.weight!, 0);
  return counted
    .filter(({ points, tags, key }) => points! < excellent && !tags.includes("small_sample") && key in metricNames)
    .map((metric) => ({
      what: metricNames[metric.key]!,
      figure: missedBy(metric),
      gain: gainAtNextAnchor(metric, weights),
      metricKey: metric.key,
    }))
    .filter(({ figure, gain }) => figure > 0 && gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

/** The weights of the metrics without a value are shared out among the others, as in the score itself. */
function gainAtNextAnchor({ points, weight, anchors }: HomeMetric, weights: number) {
  const next = anchors?.map(([, worth]) => worth).find((worth) => worth >= points! + leastStep) ?? points!;
  return (weight! / weights) * (next - points!);
}

function serviceTroubles({ metrics }: Home): Advice[] {
  return metrics
    .filter((metric) => metric.weight === null && metric.key in metricNames)
    .filter(({ tags }) => !tags.includes("small_sample") && (tags.includes("urgent") || tags.includes("worsening")))
    .map((metric) => ({ what: metricNames[metric.key]!, figure: missedBy(metric), gain: null, metricKey: metric.key }));
}

/** How many count against a rate; for a duration, the duration. */
function missedBy({ unit, good, now }: HomeMetric) {
  if (unit === "seconds") return now.value ?? 0;
  return good === "down" ? now.numerator : now.denominator - now.numerator;
}
