import type { ColumnKind } from "@yingda/contract/details";

/** A table on its way into a file: what is needed to write it, as plain data that a thread can be handed. */

export type SheetColumn = {
  heading: string;
  kind: ColumnKind;
  /** Words for values of a choice; others stand as they are. */
  choices: Record<string, string> | null;
};

export type Sheet = {
  name: string;
  columns: SheetColumn[];
  yes: string;
  no: string;
};

/** As the database says it in text: t and f, 2026-11-21, 2026-11-21 10:05:33.1+08 in the shop's zone; null: nothing. */
export type RawRow = (string | null)[];

/** Facts are measured in milliseconds; what a mean has beyond is noise. */
const roundings: Partial<Record<ColumnKind, number>> = { seconds: 1_000, ratio: 1_000_000, stars: 1_000 };

export function numberOf(raw: string, kind: ColumnKind): number {
  const by = roundings[kind];
  return by ? Math.round(Number(raw) * by) / by : Number(raw);
}

export const isNumber = (kind: ColumnKind): boolean => ["count", "seconds", "stars", "ratio"].includes(kind);

/** Local date and time to the second. */
export const clockOf = (raw: string): string => raw.slice(0, 19);

export function wordsOf(raw: string, { kind, choices }: SheetColumn, { yes, no }: Sheet): string {
  if (kind === "flag") return raw === "t" ? yes : no;
  return kind === "choice" ? (choices?.[raw] ?? raw) : raw;
}
