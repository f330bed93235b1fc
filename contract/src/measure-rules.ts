import * as z from "zod";

/**
 * What a shop may decide about its own figures, besides its time zone and its service hours. What it starts with is
 * in measures/src/settings.ts. Messages of the checks are codes; the console has the words.
 */

/** The six of the capability score, in its order: what their values are, and where they should go. */
export const scoreMetrics = {
  "bot.knowledge_coverage": { unit: "ratio", good: "up" },
  "bot.resolution_rate": { unit: "ratio", good: "up" },
  "human.connect_within_20s": { unit: "ratio", good: "up" },
  "human.average_wait": { unit: "seconds", good: "down" },
  "human.satisfaction_rate": { unit: "ratio", good: "up" },
  "human.reply_rate": { unit: "ratio", good: "up" },
} as const;
export type ScoreMetric = keyof typeof scoreMetrics;
export const scoreMetricKeys = Object.keys(scoreMetrics) as [ScoreMetric, ...ScoreMetric[]];

const mostOf = { ratio: 1, seconds: 86_400 } as const;

const scorePart = z
  .object({
    metric: z.enum(scoreMetricKeys),
    weight: z.number().min(0).max(100),
    /** From the worst to the best; straight lines between, flat beyond. */
    anchors: z
      .array(z.tuple([z.number().min(0).max(86_400), z.number().min(0).max(100)]))
      .min(2)
      .max(8),
  })
  .superRefine(({ metric, anchors }, ctx) => {
    const { unit, good } = scoreMetrics[metric];
    const fault = (i: number, message: string) => ctx.addIssue({ code: "custom", path: ["anchors", i], message });
    for (const [i, [value, points]] of anchors.entries()) {
      if (value > mostOf[unit]) fault(i, "range");
      const before = anchors[i - 1];
      if (!before) continue;
      if (good === "up" ? value <= before[0] : value >= before[0]) fault(i, good === "up" ? "rising" : "falling");
      else if (points < before[1]) fault(i, "points");
    }
    if (anchors.length > 1 && anchors[0]![1] === anchors.at(-1)![1]) fault(anchors.length - 1, "flat");
  });
export type ScorePart = z.infer<typeof scorePart>;

const score = z
  .array(scorePart)
  .length(scoreMetricKeys.length)
  .superRefine((parts, ctx) => {
    if (parts.some((part, i) => part.metric !== scoreMetricKeys[i]))
      ctx.addIssue({ code: "custom", message: "metrics" });
    if (parts.every((part) => part.weight === 0)) ctx.addIssue({ code: "custom", message: "weightless" });
  });

const stars = z
  .array(z.number().int().min(1).max(5))
  .min(1, "none")
  .max(4, "all")
  .refine((all) => new Set(all).size === all.length, "twice");

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00(:00)?$/, "clock");
const second = (time: string) => `${time}:00`.slice(0, 8);

export const measureRules = z
  .object({
    /** The platform's hours: a conversation is judged when its first request for a person falls in them; half-open. */
    examHours: z
      .object({ from: clock, to: clock })
      .refine(({ from, to }) => second(from) < second(to), { path: ["to"], error: "order" }),
    /** Connected in this many seconds or fewer is in time. */
    connectSeconds: z.number().int().min(1).max(3600),
    /** What a turn nobody answers counts for. */
    unansweredSeconds: z.number().int().min(10).max(86_400),
    satisfiedStars: stars,
    dissatisfiedStars: stars,
    /** Stars that count as IM不满意. */
    imBadStars: stars,
    /** A customer back about the same within this time was not helped. */
    returnHours: z.number().int().min(1).max(720),
    score,
  })
  .superRefine(({ satisfiedStars, dissatisfiedStars }, ctx) => {
    // Who was satisfied gave more stars than who was not; with that no star is both.
    if (Math.min(...satisfiedStars) <= Math.max(...dissatisfiedStars))
      ctx.addIssue({ code: "custom", path: ["dissatisfiedStars"], message: "disjoint" });
  });
export type MeasureRules = z.infer<typeof measureRules>;

/** The names of everything the figures depend on, as a change of them is told. */
export const measureNames = ["timeZone", "serviceHours", ...Object.keys(measureRules.shape)] as [
  "timeZone",
  "serviceHours",
  ...(keyof MeasureRules)[],
];
export type MeasureName = (typeof measureNames)[number];
