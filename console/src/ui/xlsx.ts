import type { CellObject } from "write-excel-file/browser";
import { fetchPart } from "../fetch-part.ts";
import { bareOf, type SheetCell } from "./sheet-cell.ts";

/** A small table as an Excel workbook, written in the browser. Whole tables of details the server writes. */

export async function toXlsx(rows: readonly (readonly SheetCell[])[], name: string): Promise<Blob> {
  const { default: write } = await fetchPart(() => import("write-excel-file/browser"));
  return write(workbookCells(rows), {
    sheet: sheetName(name),
    columns: columnWidths(rows).map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob();
}

/** Every cell says what it is: words that look like a number or a formula stay words. */
export const workbookCells = (rows: readonly (readonly SheetCell[])[]): (CellObject | null)[][] =>
  rows.map((row, y) =>
    row.map((value) => {
      const cell = cellOf(value);
      return cell && y === 0 ? { ...cell, fontWeight: "bold" } : cell;
    }),
  );

function cellOf(cell: SheetCell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === "string") return { value: cell, type: String };
  // The value stays whole; 1/3 in full would only be in the way.
  if (typeof cell === "number")
    return { value: cell, type: Number, ...(Number.isInteger(cell) ? {} : { format: "#,##0.00" }) };
  if ("percent" in cell) return { value: cell.percent, type: Number, format: "0.0%" };
  const [day, clock = "00:00"] = cell.date.split(" ");
  const isMonth = day!.length === 7;
  return {
    // Excel knows no time zones: the shop's own clock goes in as it is.
    value: new Date(`${day}${isMonth ? "-01" : ""}T${clock}Z`),
    type: Date,
    format: isMonth ? "yyyy-mm" : cell.date.includes(" ") ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd",
  };
}

const narrowest = 9;
const widest = 60;
/** Of a value without end like 1/3, two decimals are shown. */
const longestNumber = 10;

/** In characters, as Excel counts them: as wide as the widest cell, a Chinese character being two. */
export const columnWidths = (rows: readonly (readonly SheetCell[])[]): number[] =>
  (rows[0] ?? []).map((_, x) => {
    const widths = rows.map((row) => widthOf(row[x] ?? null));
    return Math.min(widest, widths.reduce((most, width) => Math.max(most, width), narrowest) + 2);
  });

function widthOf(held: SheetCell): number {
  const cell = bareOf(held);
  if (cell === null) return 0;
  if (typeof cell === "number") return Math.min(longestNumber, String(cell).length);
  return cell.length + (cell.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

/** Excel refuses these signs and more than 31 characters. */
export const sheetName = (name: string): string => name.replace(/[[\]/\\:*?]+/g, " ").slice(0, 31);
