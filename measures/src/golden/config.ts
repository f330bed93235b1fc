import { type Weekday, weekdays } from "@yingda/contract/service-hours";
import type { Period, ServiceHours } from "../hours.ts";
import { readLocalTime } from "../local-time.ts";
import { defaultSettings, type MeasureSettings, type ScorePart } from "../settings.ts";

export type Span = { start: string; end_exclusive: string };
type Anchors = Record<string, [number, number][]>;

/** config.json of a golden set. Whatever it leaves out keeps our default. */
export type GoldenConfig = {
  timezone?: string;
  window: Span;
  previous_window?: Span;
  merchant_service_hours?: { start: string; end_exclusive: string; days?: string | string[] };
  platform_exam_hours?: { start: string; end_exclusive: string };
  unanswered_turn_seconds?: number;
  connect_threshold_seconds?: number;
  csat?: { satisfied?: number[]; dissatisfied?: number[]; im_bad?: number[]; last_rating_wins?: boolean };
  score_weights?: Record<string, number>;
  score_anchors?: Anchors;
};

/** The set's names of the six metrics of the score, and ours. */
export const scoreMetrics: Record<string, string> = {
  coverage: "bot.knowledge_coverage",
  bot_resolution: "bot.resolution_rate",
  connect_20s: "human.connect_within_20s",
  avg_wait_s: "human.average_wait",
  satisfaction: "human.satisfaction_rate",
  reply_rate: "human.reply_rate",
};

export function readSettings(config: GoldenConfig): MeasureSettings {
  const hours = config.merchant_service_hours;
  const exam = config.platform_exam_hours;
  return {
    ...defaultSettings,
    timeZone: findTimeZone(config),
    serviceHours: hours
      ? { weekly: readWeek(toPeriod(hours), hours.days), holidays: [] }
      : defaultSettings.serviceHours,
    examHours: exam ? toPeriod(exam) : defaultSettings.examHours,
    connectSeconds: config.connect_threshold_seconds ?? defaultSettings.connectSeconds,
    unansweredSeconds: config.unanswered_turn_seconds ?? defaultSettings.unansweredSeconds,
    satisfiedStars: config.csat?.satisfied ?? defaultSettings.satisfiedStars,
    dissatisfiedStars: config.csat?.dissatisfied ?? defaultSettings.dissatisfiedStars,
    imBadStars: config.csat?.im_bad ?? defaultSettings.imBadStars,
    lastRatingWins: config.csat?.last_rating_wins ?? defaultSettings.lastRatingWins,
    score: defaultSettings.score.map((part) => readScorePart(part, config)),
  };
}

function readScorePart(part: ScorePart, config: GoldenConfig): ScorePart {
  const name = Object.keys(scoreMetrics).find((one) => scoreMetrics[one] === part.metric)!;
  return {
    metric: part.metric,
    weight: config.score_weights?.[name] ?? part.weight,
    anchors: config.score_anchors?.[name] ?? part.anchors,
  };
}

/**
 * The zone named first ("Asia/Shanghai (+08:00, no DST)"), so that daylight saving is right; but the instants' own
 * offset where the two contradict each other, since wall-clock rules are about what the instants show.
 */
function findTimeZone(config: GoldenConfig): string {
  const named = config.timezone?.trim().split(/[\s(,]+/)[0] ?? "";
  const shown = /([+-]\d{2}:?\d{2})$/.exec(config.window.start)?.[1];
  const written = /[+-]\d{2}:?\d{2}/.exec(config.timezone ?? "")?.[0];
  const fallback = shown ?? written ?? defaultSettings.timeZone;
  if (!isTimeZone(named)) return fallback;
  const wall = readLocalTime(Date.parse(config.window.start), named);
  const isSame = !shown || config.window.start.startsWith(`${wall.day}T${String(wall.hour).padStart(2, "0")}`);
  return isSame ? named : shown;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}

function toPeriod(hours: { start: string; end_exclusive: string }): Period {
  return { from: hours.start, to: hours.end_exclusive };
}

/** "every day", or days by name in any case, short or long: ["mon", "tue"], "Mon-Fri", "weekdays". */
function readWeek(period: Period, days: string | string[] | undefined): ServiceHours["weekly"] {
  const words = (Array.isArray(days) ? days.join(" ") : (days ?? ""))
    .toLowerCase()
    .replace("weekdays", "monday-friday")
    .replace("weekend", "saturday-sunday");
  const open = new Set<Weekday>();
  const names = words.matchAll(
    /(mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*(?:(?:-|–|to)\s*(mon|tue|wed|thu|fri|sat|sun))?/g,
  );
  for (const [, from, to] of names) {
    const first = indexOfDay(from!);
    const last = to ? indexOfDay(to) : first;
    for (let day = first; ; day = (day + 1) % 7) {
      open.add(weekdays[day]!);
      if (day === last) break;
    }
  }
  const isOpen = (day: Weekday) => open.size === 0 || open.has(day);
  const week = weekdays.map((day): [Weekday, Period[]] => [day, isOpen(day) ? [period] : []]);
  return Object.fromEntries(week) as Record<Weekday, Period[]>;
}

function indexOfDay(short: string): number {
  return weekdays.findIndex((day) => day.startsWith(short));
}
