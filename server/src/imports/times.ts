import { instantOf } from "../platform/local-time.ts";

/** Instants as logs write them. A time without an offset is a wall clock in the given zone. */

const earliestMs = Date.UTC(1990, 0, 1);
const hasOffset = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const wallClock =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]*(?:(\d{1,2})[:：时点](\d{1,2})(?:[:：分](\d{1,2})秒?)?(?:[.,](\d{1,6}))?)?分?$/;

/** null: no time in it, or none that could have been. `nowMs`: a log does not tell the future (a day for clocks). */
export function makeTimeReader(timeZone: string, nowMs: number): (text: string) => number | null {
  /** Offsets change on quarters of an hour only; asking the calendar for every message takes seconds. */
  const offsets = new Map<string, number>();
  const latestMs = nowMs + 24 * 3_600_000;

  const readWallClock = (text: string): number | null => {
    const match = wallClock.exec(text);
    if (!match) return null;
    const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0"] = match;
    const two = (part: string | undefined) => part!.padStart(2, "0");
    const quarter = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(String(Math.floor(Number(minute) / 15) * 15))}:00`;
    const date = new Date(`${quarter}Z`);
    // The 31st of February is no day, and 24:61 no time.
    if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) || Number(minute) > 59 || Number(second) > 60)
      return null;
    let startMs = offsets.get(quarter);
    if (startMs === undefined) {
      startMs = instantOf(quarter, timeZone).getTime();
      if (offsets.size > 50_000) offsets.clear();
      offsets.set(quarter, startMs);
    }
    const fractionMs = Math.floor(Number(`0.${fraction}`) * 1000);
    return startMs + (Number(minute) % 15) * 60_000 + Number(second) * 1000 + fractionMs;
  };

  return (text) => {
    const ms = /^\d+(?:\.\d+)?$/.test(text)
      ? readEpoch(text)
      : hasOffset.test(text) && text.includes(":")
        ? Date.parse(text.replace(" ", "T"))
        : readWallClock(text);
    return ms === null || Number.isNaN(ms) || ms < earliestMs || ms > latestMs ? null : Math.floor(ms);
  };
}

/** Seconds have 9 to 11 digits in our times, milliseconds 12 to 14. */
function readEpoch(text: string): number | null {
  const digits = text.split(".", 1)[0]!.length;
  if (digits >= 9 && digits <= 11) return Number(text) * 1000;
  return digits >= 12 && digits <= 14 ? Number(text) : null;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
