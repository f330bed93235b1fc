import type { Period } from "@yingda/contract/service-hours";

/** A sensible next period of a day: the usual one on an empty day, else from an hour after the last; null: the day is full. */
export function nextPeriod(periods: readonly Period[]): Period | null {
  const last = periods
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (last === undefined) return { from: "09:00", to: "21:00" };
  if (last >= "24:00") return null;
  const hour = Number(last.slice(0, 2));
  const two = (value: number) => String(value).padStart(2, "0");
  if (hour >= 22) return { from: last, to: "24:00" };
  return { from: `${two(hour + 1)}:${last.slice(3)}`, to: `${two(Math.min(24, hour + 5))}:00` };
}
