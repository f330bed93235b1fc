import { bareOf, type SheetCell } from "./sheet-cell.ts";

/** A small table as CSV by RFC 4180, as spreadsheet programs take it. Whole tables of details the server writes. */

export function toCsv(rows: readonly (readonly SheetCell[])[]): string {
  // Without the mark Excel takes UTF-8 for the local code page.
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

/** Words that a spreadsheet program would run as a formula get a quote in front; numbers are numbers. */
function cellOf(held: SheetCell): string {
  const cell = bareOf(held);
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
