/** The amounts, days, percents and times that a text names, so that those of two texts can be held against each other. */

export type Quantity = { value: string; unit: Unit | "" };
type Unit =
  | "money"
  | "percent"
  | "discount"
  | "day"
  | "hour"
  | "minute"
  | "week"
  | "month"
  | "year"
  | "weight"
  | "length";

const units: readonly [Unit, RegExp][] = [
  ["money", /^(?:万?(?:元|块|圆|角)|rmb|cny|usd|yuan|dollars?|¥|\$)/],
  ["percent", /^(?:%|percent)/],
  ["discount", /^折/],
  ["hour", /^(?:个?小时|个?钟头|hours?|hrs?|h\b)/],
  ["minute", /^(?:分钟|minutes?|mins?)/],
  ["day", /^(?:个?(?:自然|工作)?[天日]|(?:business |working )?days?)/],
  ["week", /^(?:个?(?:星期|周)|weeks?)/],
  ["month", /^(?:个?月|months?)/],
  ["year", /^(?:周?年|years?)/],
  ["weight", /^(?:公斤|千克|斤|克|kg|g\b|grams?)/],
  ["length", /^(?:厘米|毫米|米|cm|mm|m\b)/],
];
const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };
const english = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
/** A numeral is only an amount before something that is counted: 一般, 一起, 三明治 name none. */
const counted =
  /[零〇一二两三四五六七八九十百千万]+(?=个|天|日|月|年|周|星期|小时|分钟|秒|元|块|角|折|件|次|张|斤|公斤|克|米|厘米|毫升|升|寸|码|倍|层|楼|号|位|人|期|瓶|盒|包|双|套|字|成)|半(?=天|年|小时|个月|价|折)/g;

export function listQuantities(text: string): Quantity[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const found: Quantity[] = [];
  for (const match of plain.matchAll(/(?<prefix>[¥$]\s*)?(?<value>\d+(?:[.:]\d+)*)/g)) {
    const after = plain.slice(match.index + match[0].length);
    found.push({ value: tidy(match.groups!.value!), unit: match.groups!.prefix ? "money" : unitOf(after) });
  }
  for (const match of plain.matchAll(counted)) {
    // 第一个, 一个, 一次: an article, no amount.
    const value = match[0] === "半" ? 0.5 : readNumeral(match[0]);
    const unit = unitOf(plain.slice(match.index + match[0].length));
    if (value === null || (value === 1 && unit === "")) continue;
    found.push({ value: String(value), unit });
  }
  for (const [value, word] of english.entries())
    for (const match of plain.matchAll(new RegExp(`\\b${word}\\b(?!-)`, "g"))) {
      const unit = unitOf(plain.slice(match.index + word.length));
      if (unit !== "" || value > 1) found.push({ value: String(value), unit });
    }
  return found;
}

/** The same value, and not of another kind of thing: 7 天 is no 7 元. */
export const isNamed = (asked: Quantity, among: readonly Quantity[]): boolean =>
  among.some(({ value, unit }) => value === asked.value && (unit === asked.unit || unit === "" || asked.unit === ""));

function unitOf(after: string): Unit | "" {
  const next = after.trimStart();
  return units.find(([, pattern]) => pattern.test(next))?.[0] ?? "";
}

/** 3.50 is 3.5, 09:00 is 9:00. */
function tidy(value: string): string {
  if (value.includes(":")) return value.replace(/^0(?=\d)/, "");
  return /^\d+(?:\.\d+)?$/.test(value) ? String(Number(value)) : value;
}

/** 十五 → 15, 一百二十 → 120, 三五 → null: “three to five” is none. */
function readNumeral(numeral: string): number | null {
  let [sum, last, isAfterDigit] = [0, 0, false];
  for (const letter of numeral) {
    const digit = digits[letter];
    if (digit !== undefined) {
      if (isAfterDigit && last !== 0) return null;
      last = digit;
      isAfterDigit = true;
      continue;
    }
    const ten = tens[letter]!;
    if (ten === 10_000) sum = (sum + last) * ten;
    else sum += (isAfterDigit ? last : 1) * ten;
    [last, isAfterDigit] = [0, false];
  }
  return sum + last;
}
