/** A wall-clock reading in a shop's time zone. `day` is YYYY-MM-DD, `second` counts from local midnight. */
export type LocalTime = { day: string; hour: number; second: number; weekday: number };

const quarterMs = 15 * 60 * 1000;
/** Every zone's offset changes only on a quarter of an hour (since 1972), so one look-up serves fifteen minutes. */
const offsets = new Map<string, Map<number, number>>();
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Reads the wall clock of `timeZone` (IANA name or fixed offset such as "+08:00") at an instant, daylight saving
 * included. `weekday` is 0 for Monday. Throws RangeError for an unknown zone.
 */
export function readLocalTime(instantMs: number, timeZone: string): LocalTime {
  const local = new Date(instantMs + findOffsetMs(instantMs, timeZone));
  return {
    day: local.toISOString().slice(0, 10),
    hour: local.getUTCHours(),
    second: local.getUTCHours() * 3600 + local.getUTCMinutes() * 60 + local.getUTCSeconds(),
    weekday: (local.getUTCDay() + 6) % 7,
  };
}

const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads "2024-06-03T10:00:00+08:00" (a space for the T, no seconds, fractions are fine) as an instant in ms. Without an
 * offset it is the wall clock of `timeZone`: in the hour that a zone repeats the first, in the one it skips the one
 * after. Null for what is no such time, the 30th of February included.
 */
export function readInstant(text: string, timeZone: string): number | null {
  const match = written.exec(text.trim());
  if (!match) return null;
  const [, day, time, second = ":00", fraction = "", offset] = match;
  const wallMs = Date.parse(`${day}T${time}${second}${fraction}Z`);
  if (Number.isNaN(wallMs) || new Date(wallMs).getUTCDate() !== Number(day!.slice(8))) return null;
  if (!offset) {
    const guess = wallMs - findOffsetMs(wallMs, timeZone);
    return wallMs - findOffsetMs(guess, timeZone);
  }
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return wallMs - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The day before a YYYY-MM-DD day. */
export function previousDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The day after a YYYY-MM-DD day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function findOffsetMs(instantMs: number, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  const quarter = Math.floor(instantMs / quarterMs);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = askIntl(quarter * quarterMs, timeZone);
    // Bounded: a server that lives for years must not remember every quarter it ever saw.
    if (known.size > 100_000) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

function askIntl(instantMs: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(timeZone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instantMs)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return wall - instantMs;
}
