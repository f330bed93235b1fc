import type { ErrorCode } from "@yingda/contract/errors";
import { limits } from "@yingda/contract/limits";
import * as words from "./dictionary.ts";

export type Locale = "zh-CN" | "en";
export type Values = Record<string, string | number>;
export type Say = (word: words.Word, values?: Values) => string;

export function sayIn(locale: Locale): Say {
  const at = locale === "en" ? 1 : 0;
  return (word, values = {}) =>
    word.split("|")[at]!.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The first wish that names a language we speak; Chinese in any spelling is zh-CN, anything else English. */
export function chooseLocale(wishes: (string | null | undefined)[]): Locale {
  const wish = wishes.find((value) => value);
  return !wish || /^zh/i.test(wish) ? "zh-CN" : "en";
}

export function sayError(say: Say, code: ErrorCode): string {
  if (code === "too_many_requests") return say(words.errorTooMany);
  if (code === "too_large") return say(words.errorTooLarge, { max: limits.fileBytes / 1024 / 1024 });
  if (code === "file_type_not_allowed" || code === "unreadable_file") return say(words.errorFileType);
  if (code === "invalid_input") return say(words.errorInvalid);
  return say(words.errorOther);
}

/** In whole minutes, rounded up: a promise that is too short costs more trust than a long one. */
export function sayWait(say: Say, seconds: number): string {
  return seconds < 60 ? say(words.queueSoon) : say(words.queueMinutes, { n: Math.ceil(seconds / 60) });
}

export function sayBytes(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** Today the time alone, otherwise with the day. */
export function sayTime(locale: Locale, at: string, nowMs: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(nowMs).toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: "short", day: "numeric" };
  return date.toLocaleString(locale, { ...day, hour: "2-digit", minute: "2-digit", hour12: false });
}
