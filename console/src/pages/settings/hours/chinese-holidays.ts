/**
 * The statutory holidays of China in a year, 13 days since 2025, reckoned from the lunar calendar that the browser knows
 * and the solar term. Days that are moved so that weeks off are longer are announced yearly and can't be reckoned.
 */

export const holidayNames = ["newYear", "spring", "qingming", "labour", "dragonBoat", "midAutumn", "national"] as const;
type HolidayName = (typeof holidayNames)[number];
type PublicHoliday = { day: string; name: HolidayName };

export function listPublicHolidays(year: number): PublicHoliday[] {
  const spring = findLunar(year, 1, 1);
  const all: [HolidayName, string[]][] = [
    ["newYear", [at(year, 1, 1)]],
    // New Year's Eve and three days.
    ["spring", [-1, 0, 1, 2].map((after) => shift(spring, after))],
    ["qingming", [at(year, 4, findQingming(year))]],
    ["labour", [at(year, 5, 1), at(year, 5, 2)]],
    ["dragonBoat", [findLunar(year, 5, 5)]],
    ["midAutumn", [findLunar(year, 8, 15)]],
    ["national", [at(year, 10, 1), at(year, 10, 2), at(year, 10, 3)]],
  ];
  return all
    .flatMap(([name, days]) => days.map((day) => ({ day, name })))
    .filter((one, i, list) => list.findIndex(({ day }) => day === one.day) === i)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

const at = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });

/** The day of the year that is this day of this lunar month; a leap month is another month ("5bis"). */
function findLunar(year: number, month: number, day: number): string {
  for (let ms = Date.UTC(year, 0, 15); ; ms += 86_400_000) {
    const parts = lunar.formatToParts(ms);
    const read = (type: string) => parts.find((part) => part.type === type)?.value;
    if (read("month") === String(month) && read("day") === String(day)) return new Date(ms).toISOString().slice(0, 10);
  }
}

/** The solar term's day in April, by the usual formula for this century. */
function findQingming(year: number): number {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
}
