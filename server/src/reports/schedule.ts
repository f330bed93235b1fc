import type { Report } from "@yingda/contract/routes/reports";
import { addDays, instantOf, localDay } from "../platform/local-time.ts";

/** When a report is due, and which days it is about. */

export type Schedule = Pick<Report, "frequency" | "weekday" | "atTime">;

/** The last time it was due, now included. */
export function findLastDue(schedule: Schedule, timeZone: string, now: Date): Date {
  return search(schedule, timeZone, now, -1, (at) => at <= now);
}

/** The first time after now. */
export function findNextDue(schedule: Schedule, timeZone: string, now: Date): Date {
  return search(schedule, timeZone, now, 1, (at) => at > now);
}

/** Day by day, from tomorrow or yesterday on: in an hour that a zone skips, today's time may fall on either side. */
function search(
  { frequency, weekday, atTime }: Schedule,
  timeZone: string,
  now: Date,
  step: 1 | -1,
  isIt: (at: Date) => boolean,
): Date {
  const today = localDay(now, timeZone);
  for (let n = -1; n <= 8; n++) {
    const day = addDays(today, n * step);
    if (frequency === "weekly" && weekdayOf(day) !== weekday) continue;
    const at = instantOf(`${day}T${atTime}:00`, timeZone);
    if (isIt(at)) return at;
  }
  throw new RangeError("no day of nine is due");
}

/** 0 = Sunday */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Whole local days, half-open: yesterday, or the seven days until yesterday; and as many before. */
export function windowsOf(frequency: Report["frequency"], at: Date, timeZone: string) {
  const to = localDay(at, timeZone);
  const days = frequency === "daily" ? 1 : 7;
  const from = addDays(to, -days);
  return { now: { from, to }, previous: { from: addDays(from, -days), to: from } };
}
