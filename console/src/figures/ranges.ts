import { type DayWindow, daysBetween } from "@yingda/contract/figures";
import { limits } from "@yingda/contract/limits";

/** Stretches of whole local days: the named ones, one's own, and what each is compared with. Pure. */

export const rangeNames = ["today", "yesterday", "7", "30", "90", "month", "lastMonth"] as const;
export type RangeName = (typeof rangeNames)[number];
export const usualRange: RangeName = "30";

const dayMs = 86_400_000;

export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export const isDay = (text: string | undefined): text is string =>
  !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && shiftDay(text, 0) === text;

export const lengthOf = ({ from, to }: DayWindow): number => daysBetween(from, to) + 1;

/** Like the home page, the last days end today. */
export function windowOf(range: RangeName, today: string): DayWindow {
  if (range === "today") return { from: today, to: today };
  if (range === "yesterday") return { from: shiftDay(today, -1), to: shiftDay(today, -1) };
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  if (range === "month") return { from: firstOfMonth, to: today };
  if (range === "lastMonth") {
    const to = shiftDay(firstOfMonth, -1);
    return { from: `${to.slice(0, 7)}-01`, to };
  }
  return { from: shiftDay(today, 1 - Number(range)), to: today };
}

export function isAskable({ from, to }: DayWindow): boolean {
  return from <= to && lengthOf({ from, to }) <= limits.windowDays;
}

export const windowBefore = (window: DayWindow): DayWindow => ({
  from: shiftDay(window.from, -lengthOf(window)),
  to: shiftDay(window.from, -1),
});

/** As many days, from the same date a year ago; 29 February begins on the 28th. */
export function windowAYearAgo(window: DayWindow): DayWindow {
  const sameDate = `${Number(window.from.slice(0, 4)) - 1}${window.from.slice(4)}`;
  const from = isDay(sameDate) ? sameDate : shiftDay(window.from, -366);
  return { from, to: shiftDay(from, lengthOf(window) - 1) };
}

export type Grain = "day" | "week" | "month";

/** So many points that a line can be read, and not so few that it says nothing. */
export function usualGrain(window: DayWindow): Grain {
  const days = lengthOf(window);
  return days <= 62 ? "day" : days <= 200 ? "week" : "month";
}

/** Every stretch of the window, also those in which nothing happened; a week is named by its Monday, a month YYYY-MM. */
export function stretchesOf(window: DayWindow, grain: Grain): string[] {
  const found = new Set<string>();
  for (let day = window.from; day <= window.to; day = shiftDay(day, 1)) found.add(stretchOf(day, grain));
  return [...found];
}

export function stretchOf(day: string, grain: Grain): string {
  if (grain === "day") return day;
  if (grain === "month") return day.slice(0, 7);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shiftDay(day, -weekday);
}
