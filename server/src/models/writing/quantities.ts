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
const english = Object.fromEntries([
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value] as const),
  ..."twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, at) => [word, 10 * at + 20] as const),
]);
const englishWord = [...Object.keys(english), "hundred", "thousand"].join("|");
const englishNumeral = new RegExp(`\\b(?:${englishWord})(?:(?:[ -]|[ -]and )(?:${englishWord}))*\\b`, "g");
/** A numeral is an amount before something that is counted, or with a digit and its place: 一般, 一起, 三明治, 万一 name none. */
const counted =
  /[零〇一二两三四五六七八九十百千万]+(?=个|点|天|日|月|年|周|星期|小时|分钟|秒|元|块|角|折|件|次|张|斤|公斤|克|米|厘米|毫升|升|寸|码|倍|层|楼|号|位|人|期|瓶|盒|包|双|套|字|成)|(?<=百分之)[零〇一二两三四五六七八九十百千万]+|(?:[一二两三四五六七八九][十百千万]|十[一二三四五六七八九])[零〇一二两三四五六七八九十百千万]*|半(?=天|年|小时|个月|价|折)/g;

export function listQuantities(text: string): Quantity[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const found: Quantity[] = [];
  for (const match of plain.matchAll(/(?<prefix>[¥$]\s*)?(?<value>\d+(?:[.:]\d+)*)/g)) {
    const after = plain.slice(match.index + match[0].length);
    found.push(withUnit(tidy(match.groups!.value!), match.groups!.prefix ? "money" : unitOf(after), after));
  }
  for (const match of plain.matchAll(counted)) {
    const after = plain.slice(match.index + match[0].length);
    const isPercent = plain.slice(0, match.index).endsWith("百分之");
    for (const value of match[0] === "半" ? [0.5] : readNumerals(match[0], after)) {
      const unit = isPercent ? "percent" : unitOf(after);
      // 第一个, 一个, 一次, 一点: an article, no amount.
      if (value !== 1 || unit !== "") found.push(withUnit(String(value), unit, after));
    }
  }
  for (const match of plain.matchAll(englishNumeral)) {
    const value = readEnglish(match[0]);
    const unit = unitOf(plain.slice(match.index + match[0].length).replace(/^-/, ""));
    if (unit !== "" || value > 1) found.push({ value: String(value), unit });
  }
  return found;
}

/** 9点 is 9:00, 9点半 9:30; 85折 is 8.5折. */
function withUnit(value: string, unit: Unit | "", after: string): Quantity {
  const [, half] = /^点(半)?/.exec(after) ?? [];
  if (unit === "" && after.startsWith("点") && /^\d+$/.test(value))
    return { value: `${value}:${half ? 30 : "00"}`, unit };
  return { value: unit === "discount" && /^\d{2}$/.test(value) ? String(Number(value) / 10) : value, unit };
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

/** 十五 → 15, 一百二十 → 120, 八五折 → 8.5, 二〇二六 → 2026, 三五天 → 3 and 5. */
function readNumerals(numeral: string, after: string): number[] {
  if (![...numeral].every((letter) => digits[letter] !== undefined)) return [readNumeral(numeral)];
  const read = [...numeral].map((letter) => digits[letter]!);
  const isRange = read.length === 2 && !read.includes(0);
  if (isRange && after.startsWith("折")) return [read[0]! + read[1]! / 10];
  return isRange ? read : [Number(read.join(""))];
}

function readNumeral(numeral: string): number {
  let [sum, last, isAfterDigit] = [0, 0, false];
  for (const letter of numeral) {
    const digit = digits[letter];
    if (digit !== undefined) {
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

/** twenty-one → 21, one hundred and twenty → 120. */
function readEnglish(numeral: string): number {
  let [sum, last] = [0, 0];
  for (const word of numeral.split(/[ -]/)) {
    if (word === "hundred") last = 100 * (last || 1);
    else if (word === "thousand") [sum, last] = [sum + 1_000 * (last || 1), 0];
    else last += english[word] ?? 0;
  }
  return sum + last;
}
