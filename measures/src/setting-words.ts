import { type Weekday, weekdays } from "@yingda/contract/service-hours";
import type { Period, ServiceHours } from "./hours.ts";
import type { Words } from "./metric.ts";

/** Settings as people say them, in both languages. */

const dayNames: Record<Weekday, Words> = {
  monday: { zh: "周一", en: "Monday" },
  tuesday: { zh: "周二", en: "Tuesday" },
  wednesday: { zh: "周三", en: "Wednesday" },
  thursday: { zh: "周四", en: "Thursday" },
  friday: { zh: "周五", en: "Friday" },
  saturday: { zh: "周六", en: "Saturday" },
  sunday: { zh: "周日", en: "Sunday" },
};

/** 4–5 星; stars that are no run are listed. */
export function sayStars(stars: readonly number[]): Words {
  const sorted = stars.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { zh: "无", en: "none" };
  const isRun = last - first === sorted.length - 1;
  const text = first === last ? String(first) : isRun ? `${first}–${last}` : sorted.join(", ");
  return { zh: `${text} 星`, en: `${text} stars` };
}

/** Days that are alike are said together: 周一至周五 09:00–21:00，周六 10:00–18:00. Special days are only counted. */
export function sayHours({ weekly, holidays }: ServiceHours): Words {
  const runs: { days: Weekday[]; periods: readonly Period[] }[] = [];
  for (const day of weekdays) {
    const last = runs.at(-1);
    if (last && sayPeriods(last.periods) === sayPeriods(weekly[day])) last.days.push(day);
    else runs.push({ days: [day], periods: weekly[day] });
  }
  const open = runs.filter(({ periods }) => periods.length > 0);
  const special = holidays.length;
  const say = (language: "zh" | "en", everyDay: string, to: string) =>
    open.map(({ days, periods }) => {
      const [first, last] = [dayNames[days[0]!][language], dayNames[days.at(-1)!][language]];
      const when = days.length === 7 ? everyDay : days.length === 1 ? first : `${first}${to}${last}`;
      return `${when} ${sayPeriods(periods)}`;
    });
  const zh = [...say("zh", "每天", "至"), ...(special ? [`另有 ${special} 个特殊日期`] : [])];
  const en = [...say("en", "every day", " to "), ...(special ? [`${special} special days`] : [])];
  return { zh: zh.join("，") || "不营业", en: en.join(", ") || "never open" };
}

const sayPeriods = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${from.slice(0, 5)}–${to.slice(0, 5)}`).join(" ");
