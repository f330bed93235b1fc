import type { Language } from "../preferences.ts";

/** Figures as people say them. null is never 0: it prints as a dash, and the page says why. */
export const dash = "—";

export function formatNumber(value: number | null, language: Language, digits = 0) {
  if (value === null) return dash;
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
    value,
  );
}

/** 0.8312 → 83.1% */
export function formatRatio(value: number | null, language: Language) {
  if (value === null) return dash;
  return new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
}

const units = {
  "zh-CN": { s: " 秒", m: " 分", h: " 小时", d: " 天" },
  en: { s: " s", m: " min", h: " h", d: " d" },
};

/** 38 秒 · 1 分 12 秒 · 2 小时 5 分 · 3 天 4 小时: the two largest units; a tenth below ten seconds. */
export function formatDuration(seconds: number | null, language: Language) {
  if (seconds === null) return dash;
  const unit = units[language];
  const tenth = Math.round(seconds * 10) / 10;
  if (tenth < 10) return `${tenth}${unit.s}`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${unit.s}`;
  const pair = (big: number, bigUnit: string, small: number, smallUnit: string) =>
    small > 0 ? `${big}${bigUnit} ${small}${smallUnit}` : `${big}${bigUnit}`;
  if (whole < 3600) return pair(Math.floor(whole / 60), unit.m, whole % 60, unit.s);
  const minutes = Math.round(whole / 60);
  if (minutes < 24 * 60) return pair(Math.floor(minutes / 60), unit.h, minutes % 60, unit.m);
  const hours = Math.round(minutes / 60);
  return pair(Math.floor(hours / 24), unit.d, hours % 24, unit.h);
}

/** 1:05 for a running timer that steps every second. */
export function formatClock(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export type Unit = "ratio" | "seconds" | "count" | "stars" | "points";

export function formatValue(value: number | null, unit: Unit, language: Language) {
  if (unit === "ratio") return formatRatio(value, language);
  if (unit === "seconds") return formatDuration(value, language);
  if (unit === "count") return formatNumber(value, language);
  return formatNumber(value, language, 1);
}

/** The difference of two figures: percentage points for ratios. Signed; "±0" when nothing shows. */
export function formatChange(change: number | null, unit: Unit, language: Language) {
  if (change === null) return dash;
  const size = Math.abs(change);
  const words =
    unit === "ratio"
      ? `${formatNumber(size * 100, language, 1)}${language === "en" ? " pp" : " 个百分点"}`
      : formatValue(size, unit, language);
  if (/^0(\.0)?(?![.\d])/.test(words)) return "±0";
  return `${change > 0 ? "+" : "−"}${words}`;
}

/** Today: 14:05; this year: 11-21 14:05; else with the year. In the shop's time zone. */
export function formatTime(at: string | Date | null, language: Language, timeZone: string, now: Date = new Date()) {
  if (at === null) return dash;
  const date = typeof at === "string" ? new Date(at) : at;
  const clock = formatHour(date, timeZone);
  const day = isoDay(date, timeZone);
  const today = isoDay(now, timeZone);
  if (day === today) return clock;
  return `${formatDay(day, language, today)} ${clock}`;
}

/** A local day, "2026-11-21" → 11月21日 / Nov 21; with the year when it is another one. */
export function formatDay(day: string, language: Language, today: string = isoDay(new Date(), "UTC")) {
  return new Intl.DateTimeFormat(language, {
    month: language === "en" ? "short" : "long",
    day: "numeric",
    year: day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

export function formatHour(date: Date, timeZone?: string) {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone }).format(date);
}

export function formatSecond(date: Date, timeZone: string) {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", hour12: false, timeZone }).format(date);
}

/** Which local day an instant falls on. */
export function isoDay(date: Date, timeZone: string) {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
}
