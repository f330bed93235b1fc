/**
 * What a cell of a small table holds. A percent is a ratio (0.31 is 31 %), a date as much as is known of
 * "2026-11-21 14:05" in the shop's time: Excel shows both as what they are, CSV has the bare number and the words.
 */
export type SheetCell = string | number | null | { percent: number } | { date: string };

/** The same without its form. */
export function bareOf(cell: SheetCell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  return "date" in cell ? cell.date : cell.percent;
}

export const percent = (ratio: number | null): SheetCell => (ratio === null ? null : { percent: ratio });
