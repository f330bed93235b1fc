import type { CellObject } from "write-excel-file/browser";
import { fetchPart } from "../fetch-part.ts";
import type { CsvCell } from "./csv.ts";

/** A small table as an Excel workbook, written in the browser. Whole tables of details the server writes. */

export async function toXlsx(rows: readonly (readonly CsvCell[])[], name: string): Promise<Blob> {
  const { default: write } = await fetchPart(() => import("write-excel-file/browser"));
  return write(workbookCells(rows), {
    sheet: sheetName(name),
    columns: columnWidths(rows).map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob();
}

/** Every cell says what it is: words that look like a number or a formula stay words. */
export const workbookCells = (rows: readonly (readonly CsvCell[])[]): (CellObject | null)[][] =>
  rows.map((row, y) =>
    row.map((value) => {
      if (value === null) return null;
      const cell: CellObject = typeof value === "number" ? { value, type: Number } : { value, type: String };
      return y === 0 ? { ...cell, fontWeight: "bold" } : cell;
    }),
  );

const narrowest = 9;
const widest = 60;
/** Of a value without end like 1/3, Excel shows what fits. */
const longestNumber = 10;

/** In characters, as Excel counts them: as wide as the widest cell, a Chinese character being two. */
export const columnWidths = (rows: readonly (readonly CsvCell[])[]): number[] =>
  (rows[0] ?? []).map((_, x) => {
    const widths = rows.map((row) => widthOf(row[x] ?? null));
    return Math.min(widest, widths.reduce((most, width) => Math.max(most, width), narrowest) + 2);
  });

function widthOf(cell: CsvCell): number {
  if (cell === null) return 0;
  if (typeof cell === "number") return Math.min(longestNumber, String(cell).length);
  return cell.length + (cell.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

/** Excel refuses these signs and more than 31 characters. */
export const sheetName = (name: string): string => name.replace(/[[\]/\\:*?]+/g, " ").slice(0, 31);
