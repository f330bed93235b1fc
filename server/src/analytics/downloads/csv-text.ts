import { clockOf, isNumber, numberOf, type RawRow, type Sheet, wordsOf } from "./sheet.ts";

/** CSV by RFC 4180, as spreadsheet programs take it. */

/** Without the mark Excel takes UTF-8 for the local code page. */
export const csvHead = (sheet: Sheet): string =>
  `\ufeff${sheet.columns.map(({ heading }) => quote(guard(heading))).join(",")}\r\n`;

export function csvLines(rows: readonly RawRow[], sheet: Sheet): string {
  let text = "";
  for (const row of rows) text += `${row.map((raw, i) => cellOf(raw, i, sheet)).join(",")}\r\n`;
  return text;
}

function cellOf(raw: string | null, i: number, sheet: Sheet): string {
  if (raw === null) return "";
  const column = sheet.columns[i]!;
  if (isNumber(column.kind)) return String(numberOf(raw, column.kind));
  if (column.kind === "instant") return clockOf(raw);
  if (column.kind === "day") return raw;
  return quote(guard(wordsOf(raw, column, sheet)));
}

/** A spreadsheet program would run words that begin so as a formula; with a quote in front they are words. */
const guard = (words: string): string => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);

const quote = (words: string): string => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
