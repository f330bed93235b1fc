/** From local days of the shop, both meant whole, to the half-open stretch of time that the server filters by. */
export function dayWindow(from: string | undefined, to: string | undefined, timeZone: string) {
  return {
    from: from ? startOfDay(from, timeZone) : undefined,
    to: to ? startOfDay(shiftDay(to, 1), timeZone) : undefined,
  };
}

/** The instant at which a local day begins. The offset is looked up twice: the first guess may fall on its other side. */
export function startOfDay(day: string, timeZone: string) {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`);
  const guess = asIfUtc - offsetMs(asIfUtc, timeZone);
  return new Date(asIfUtc - offsetMs(guess, timeZone)).toISOString();
}

export function shiftDay(day: string, days: number) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const isDay = (text: string | undefined): text is string =>
  !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function offsetMs(instant: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const value = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  const local = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
