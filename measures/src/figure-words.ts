import type { Metric, Words } from "./metric.ts";

/** Figures inside sentences, as people say them, in both languages. Pages format their own; mails and diagnoses use these. */

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const short = (value: number): string => String(Math.round(value * 10) / 10);

/** 38 秒 · 1 分 12 秒; a tenth below ten seconds. */
function sayDuration(seconds: number): Words {
  const tenth = Math.round(seconds * 10) / 10;
  if (tenth < 10) return { zh: `${tenth} 秒`, en: `${tenth} s` };
  const whole = Math.round(seconds);
  if (whole < 60) return { zh: `${whole} 秒`, en: `${whole} s` };
  if (whole < 3600) return pair([Math.floor(whole / 60), " 分", " min"], [whole % 60, " 秒", " s"]);
  const minutes = Math.round(whole / 60);
  return pair([Math.floor(minutes / 60), " 小时", " h"], [minutes % 60, " 分", " min"]);
}

type Part = [n: number, zh: string, en: string];
function pair([big, bigZh, bigEn]: Part, [small, smallZh, smallEn]: Part): Words {
  if (small === 0) return { zh: `${big}${bigZh}`, en: `${big}${bigEn}` };
  return { zh: `${big}${bigZh} ${small}${smallZh}`, en: `${big}${bigEn} ${small}${smallEn}` };
}

export function sayValue(value: number | null, unit: Metric["unit"]): Words {
  if (value === null) return { zh: "—", en: "—" };
  if (unit === "seconds") return sayDuration(value);
  const text = unit === "ratio" ? percent(value) : short(value);
  return { zh: text, en: text };
}

/**
 * A local day as tables have it: 11月20日 · Nov 20; with the year where it is not the year of `today`, both YYYY-MM-DD.
 */
export function sayDay(day: string, today: string = day): Words {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : ("numeric" as const);
  const at = new Date(`${day}T00:00:00Z`);
  const say = (language: string, month: "long" | "short") =>
    new Intl.DateTimeFormat(language, { month, day: "numeric", year, timeZone: "UTC" }).format(at);
  return { zh: say("zh-CN", "long"), en: say("en", "short") };
}

/** The size of a difference, without its sign: points of a percentage for ratios. */
export function sayDifference(difference: number, unit: Metric["unit"]): Words {
  const size = Math.abs(difference);
  if (unit !== "ratio") return sayValue(size, unit);
  return { zh: `${short(size * 100)} 个百分点`, en: `${short(size * 100)} points` };
}
