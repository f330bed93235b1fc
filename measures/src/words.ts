import type { Words } from "./metric.ts";
import type { MeasureSettings } from "./settings.ts";

/**
 * Names and formulas of the catalogue leave room for what a shop may set: "{connectSeconds}秒接通率". This fills it in,
 * so that what a page says is what its figure was reckoned by. Throws RangeError for a place nobody fills.
 */
export function fillWords(words: Words, settings: MeasureSettings): Words {
  return { zh: fill(words.zh, settings, "zh"), en: fill(words.en, settings, "en") };
}

type Language = keyof Words;

const places: Record<string, (settings: MeasureSettings, language: Language) => string> = {
  connectSeconds: ({ connectSeconds }) => String(connectSeconds),
  unansweredSeconds: ({ unansweredSeconds }) => String(unansweredSeconds),
  returnHours: ({ returnHours }) => String(returnHours),
  examHours: ({ examHours }, language) => tellPeriod(examHours, language),
  satisfiedStars: ({ satisfiedStars }, language) => tellStars(satisfiedStars, language),
  dissatisfiedStars: ({ dissatisfiedStars }, language) => tellStars(dissatisfiedStars, language),
  imBadStars: ({ imBadStars }, language) => tellStars(imBadStars, language),
  /** A sentence of its own, since there may be no such stars. */
  neutralStars: ({ satisfiedStars, dissatisfiedStars }, language) => {
    const neither = [1, 2, 3, 4, 5].filter(
      (star) => !satisfiedStars.includes(star) && !dissatisfiedStars.includes(star),
    );
    const stars = tellStars(neither, language);
    if (language === "zh") return stars === "" ? "" : `${stars} 分两边都不算，`;
    return stars === "" ? "" : `${stars} is neither; `;
  },
};

function fill(text: string, settings: MeasureSettings, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, place: string) => {
    const tell = places[place];
    if (!tell) throw new RangeError(`nothing fills {${place}}`);
    return tell(settings, language);
  });
}

/** [1, 2, 3] is "1–3", [1, 3] is "1、3". */
function tellStars(stars: readonly number[], language: Language): string {
  const sorted = stars.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return "";
  const isRun = last - first === sorted.length - 1;
  if (isRun) return first === last ? String(first) : `${first}–${last}`;
  return sorted.join(language === "zh" ? "、" : ", ");
}

/** Half-open as stored, to the last second as people say it: 8:00–22:59:59. */
function tellPeriod({ from, to }: { from: string; to: string }, language: Language): string {
  const [hours = 0, minutes = 0, seconds = 0] = to.split(":").map(Number);
  const last = hours * 3600 + minutes * 60 + seconds - 1;
  const two = (value: number) => String(value).padStart(2, "0");
  const until = [last / 3600, (last / 60) % 60, last % 60].map((value) => two(Math.floor(value))).join(":");
  const start = from.replace(/^(\d\d:\d\d):00$/, "$1");
  return `${language === "zh" ? start.replace(/^0(?=\d)/, "") : start}–${until}`;
}
