import type { Random } from "./random.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A local day of the shop. `age` 0 is the day of `now`, 1 the day before. */
export type LocalDay = {
  age: number;
  /** Local midnight as epoch milliseconds. */
  startMs: number;
  dayOfMonth: number;
  /** 0 = Sunday. */
  weekday: number;
};

/** Today and the `days` whole days before it, oldest first. */
export function listDays(now: number, days: number, timeZone: string): LocalDay[] {
  const offsetMs = offsetOf(now, timeZone);
  const todayLocal = Math.floor((now + offsetMs) / dayMs) * dayMs;
  return Array.from({ length: days + 1 }, (_, index) => {
    const age = days - index;
    const local = todayLocal - age * dayMs;
    // Noon's offset is the day's own, also in the night when clocks change.
    const startMs = local - offsetOf(local - offsetMs + dayMs / 2, timeZone);
    const date = new Date(local);
    return { age, startMs, dayOfMonth: date.getUTCDate(), weekday: date.getUTCDay() };
  });
}

/** Milliseconds that local time is ahead of UTC at an instant. */
function offsetOf(atMs: number, timeZone: string): number {
  const minute = Math.floor(atMs / minuteMs) * minuteMs;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(minute);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - minute;
}

/** Members' day: the 18th, as the shop's knowledge promises. */
const membersDay = 18;

/** Share of a day's conversations by local hour: a noon bump, the evening peak, a thin night. */
const hourWeights = [9, 5, 3, 2, 2, 3, 6, 14, 30, 52, 66, 62, 60, 56, 54, 55, 52, 50, 48, 62, 84, 88, 62, 30];

/** How many conversations a day brings: weekends are for trips and for shopping, and the shop grows a little. */
export function conversationsOn(day: LocalDay, days: number, perDay: number, random: Random): number {
  const weekend = [1.2, 0.9, 0.88, 0.9, 0.94, 1.02, 1.24][day.weekday] ?? 1;
  const growth = 0.92 + (0.16 * (days - day.age)) / days;
  const sale = day.dayOfMonth === membersDay ? 1.6 : 1;
  return Math.max(4, Math.round(perDay * weekend * growth * sale * random.between(0.86, 1.14)));
}

export function startOn(day: LocalDay, random: Random): { hour: number; atMs: number } {
  const hour = random.weighted(hourWeights.map((weight, index) => [index, weight] as const));
  return { hour, atMs: day.startMs + hour * 3_600_000 + random.integer(0, 3_599_999) };
}

/** Hours in which more people asked for an agent than there were agents: sale nights, and now and then an evening. */
export function listBadHours(day: LocalDay, random: Random): ReadonlySet<number> {
  const bad = new Set<number>();
  if (day.dayOfMonth === membersDay) for (const hour of [10, 20, 21]) bad.add(hour);
  if (random.chance(day.age < 30 ? 0.85 : 0.5)) {
    const first = random.pick([10, 14, 19, 19, 20]);
    bad
      .add(first)
      .add(first + 1)
      .add(first + 2);
  }
  return bad;
}
