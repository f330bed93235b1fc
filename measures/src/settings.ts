import type { Period, ServiceHours } from "./hours.ts";

/** One of the six metrics of the capability score: what it weighs and how its value becomes points. */
export type ScorePart = {
  /** Key in the catalogue. */
  metric: string;
  weight: number;
  /** Straight lines through (value, points), flat beyond the ends; values rise or fall from first to last. */
  anchors: readonly (readonly [value: number, points: number])[];
};

/** What a shop may decide about its own figures. A change means folding again, but for the score. */
export type MeasureSettings = {
  /** IANA name, or a fixed offset such as "+08:00". */
  timeZone: string;
  serviceHours: ServiceHours;
  /** The platform's hours: a conversation is judged when its first human request falls in them. */
  examHours: Period;
  /** Connected in this many seconds or fewer is in time. */
  connectSeconds: number;
  /** What a turn nobody answers counts for. */
  unansweredSeconds: number;
  satisfiedStars: readonly number[];
  dissatisfiedStars: readonly number[];
  /** Stars that count as IM不满意. */
  imBadStars: readonly number[];
  /** Of several ratings of one target in a conversation the last counts; else the first. */
  lastRatingWins: boolean;
  /** A customer back with the same intent within this time was not helped. */
  returnHours: number;
  score: readonly ScorePart[];
};

const everyDay: readonly Period[] = [{ from: "09:00", to: "21:00" }];

/** Weights and anchors are ours: the source of the score publishes none. */
export const defaultSettings: MeasureSettings = {
  timeZone: "Asia/Shanghai",
  serviceHours: {
    weekly: {
      monday: everyDay,
      tuesday: everyDay,
      wednesday: everyDay,
      thursday: everyDay,
      friday: everyDay,
      saturday: everyDay,
      sunday: everyDay,
    },
    holidays: [],
  },
  examHours: { from: "08:00:00", to: "23:00:00" },
  connectSeconds: 20,
  unansweredSeconds: 600,
  satisfiedStars: [4, 5],
  dissatisfiedStars: [1, 2],
  imBadStars: [1, 2, 3],
  lastRatingWins: true,
  returnHours: 72,
  score: [
    {
      metric: "bot.knowledge_coverage",
      weight: 20,
      anchors: [
        [0.4, 0],
        [0.7, 60],
        [0.85, 80],
        [0.95, 100],
      ],
    },
    {
      metric: "bot.resolution_rate",
      weight: 20,
      anchors: [
        [0.3, 0],
        [0.6, 60],
        [0.75, 80],
        [0.9, 100],
      ],
    },
    {
      metric: "human.connect_within_20s",
      weight: 15,
      anchors: [
        [0.5, 0],
        [0.8, 60],
        [0.9, 80],
        [0.98, 100],
      ],
    },
    {
      metric: "human.average_wait",
      weight: 15,
      anchors: [
        [180, 0],
        [60, 60],
        [30, 80],
        [10, 100],
      ],
    },
    {
      metric: "human.satisfaction_rate",
      weight: 15,
      anchors: [
        [0.6, 0],
        [0.8, 60],
        [0.9, 80],
        [0.97, 100],
      ],
    },
    {
      metric: "human.reply_rate",
      weight: 15,
      anchors: [
        [0.7, 0],
        [0.9, 60],
        [0.97, 80],
        [1, 100],
      ],
    },
  ],
};
