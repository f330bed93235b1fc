import { type Weekday, weekdays } from "@yingda/contract/service-hours";
import { type LocalTime, nextDay, previousDay, readInstant, readLocalTime } from "./local-time.ts";

/** Local times of day "HH:MM" or "HH:MM:SS", half-open; `to` may be "24:00". Not later than `from` = past midnight. */
export type Period = { from: string; to: string };

export type ServiceHours = {
  weekly: Record<Weekday, readonly Period[]>;
  /** A listed day (YYYY-MM-DD) follows its own periods instead of the week's; none = closed. */
  holidays: readonly { day: string; periods: readonly Period[] }[];
};

/** Is the shop open? A period that runs past midnight belongs to the day it starts on, holidays included. */
export function isInServiceHours(time: LocalTime, hours: ServiceHours): boolean {
  const today = findPeriods(hours, time.day, time.weekday);
  const yesterday = findPeriods(hours, previousDay(time.day), (time.weekday + 6) % 7);
  return (
    today.some((period) => hitsStartDay(time.second, period)) ||
    yesterday.some((period) => hitsNextDay(time.second, period))
  );
}

/** Is the time of day in the period, whatever the day? */
export function isInPeriod(second: number, period: Period): boolean {
  return hitsStartDay(second, period) || hitsNextDay(second, period);
}

/**
 * How long the shop was open between two instants, in ms; 0 when the second is not later. On the days on which a zone
 * changes its clocks the hours are as long as they were.
 */
export function measureOpenMs(fromMs: number, toMs: number, timeZone: string, hours: ServiceHours): number {
  if (toMs <= fromMs) return 0;
  const spans: [number, number][] = [];
  const lastDay = readLocalTime(toMs, timeZone).day;
  // A period that runs past midnight belongs to the day before.
  for (let day = previousDay(readLocalTime(fromMs, timeZone).day); day <= lastDay; day = nextDay(day)) {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    for (const period of findPeriods(hours, day, weekday)) spans.push(findSpan(day, period, timeZone));
  }
  let openMs = 0;
  let countedMs = fromMs;
  // Periods may overlap; no moment counts twice.
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const until = Math.min(end, toMs);
    openMs += Math.max(0, until - Math.max(start, countedMs));
    countedMs = Math.max(countedMs, until);
  }
  return openMs;
}

function findSpan(day: string, { from, to }: Period, timeZone: string): [number, number] {
  const endDay = toSecond(to) <= toSecond(from) || to.startsWith("24") ? nextDay(day) : day;
  return [readInstant(`${day} ${from}`, timeZone)!, readInstant(`${endDay} ${to.replace(/^24/, "00")}`, timeZone)!];
}

function findPeriods(hours: ServiceHours, day: string, weekday: number): readonly Period[] {
  const holiday = hours.holidays.find((one) => one.day === day);
  return holiday ? holiday.periods : hours.weekly[weekdays[weekday]!];
}

function hitsStartDay(second: number, period: Period): boolean {
  const from = toSecond(period.from);
  const to = toSecond(period.to);
  return second >= from && (to <= from || second < to);
}

function hitsNextDay(second: number, period: Period): boolean {
  const to = toSecond(period.to);
  return to <= toSecond(period.from) && second < to;
}

const seconds = new Map<string, number>();

function toSecond(time: string): number {
  let second = seconds.get(time);
  if (second === undefined) {
    const [hour = 0, minute = 0, rest = 0] = time.split(":").map(Number);
    second = hour * 3600 + minute * 60 + rest;
    seconds.set(time, second);
  }
  return second;
}
