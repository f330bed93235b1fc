import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import readXlsxFile from "read-excel-file/node";
import writeXlsxFile from "write-excel-file/node";
import { TooMuch, withoutSurprises } from "./zip-bounds.ts";

/** Tables of words as files, in and out. What the words mean is not known here. */

export type SheetFormat = "xlsx" | "csv";
/** Cells as text, as many rows as the file shows, so that a row's place is its number. */
export type Table = string[][];

/** A file that is no table, or a broken one. */
export class Unreadable extends Error {}

/** Unpacked, all sheets together. A sheet with the most and longest answers that the limits allow is far below. */
const unpackedBytes = 128 * 1024 * 1024;

/** All sheets of a workbook, or the one of a CSV file. What the file is, its bytes say. Throws Unreadable or TooMuch. */
export async function readTables(bytes: Buffer): Promise<Table[]> {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return readWorkbook(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new Unreadable("an old .xls workbook");
  return [readCsv(decodeText(bytes))];
}

async function readWorkbook(bytes: Buffer): Promise<Table[]> {
  const bounded = withoutSurprises(bytes, unpackedBytes);
  mustBeDense(bounded);
  const sheets = await readXlsxFile(bounded, { trim: false }).catch((error) => {
    throw new Unreadable(String(error));
  });
  return sheets.map(({ data }) => data.map((row) => row.map((cell) => textOfCell(cell))));
}

/** Cells far apart stand for all the empty ones between them, and the reader makes every one. */
const cellsMade = 20_000_000;

function mustBeDense(bounded: Buffer): void {
  let rows = 0;
  let columns = 0;
  for (const [, letters, row] of bounded.toString("latin1").matchAll(/<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(
      columns,
      [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  if (rows * columns > cellsMade) throw new TooMuch();
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return textOfDate(cell);
  // Excel keeps a line break in a cell as LF, other programs as CR LF.
  return String(cell).replace(/\r\n?/g, "\n");
}

/** A day, and the time of day where there is one. A sheet keeps days as fractions, so seconds need rounding. */
function textOfDate(cell: Date): string {
  const [day, time] = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day! : `${day} ${time}`;
}

/** UTF-8 with or without its mark, UTF-16 as Excel's "Unicode text" has it, or the Chinese code page of Windows. */
function decodeText(bytes: Buffer): string {
  const tries = bytes[0] === 0xff && bytes[1] === 0xfe ? ["utf-16le"] : ["utf-8", "gb18030"];
  for (const encoding of tries) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes("\0")) break;
      return text;
    } catch {
      // Not this one.
    }
  }
  throw new Unreadable("neither UTF-8 nor GB18030 text");
}

function readCsv(text: string): Table {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [",", "\t", ";"].reduce((best, each) =>
    firstLine.split(each).length > firstLine.split(best).length ? each : best,
  );
  try {
    const rows: Table = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return rows.map((row) => row.map((cell) => unguard(cell.replace(/\r\n?/g, "\n"))));
  } catch (error) {
    throw new Unreadable(String(error));
  }
}

export type SheetOut = { name: string; widths: number[]; rows: Table; isHeaded: boolean };

/** CSV holds the first sheet alone. */
export async function writeTables(format: SheetFormat, sheets: SheetOut[]): Promise<Buffer> {
  if (format === "csv") {
    const rows = sheets[0]!.rows.map((row) => row.map(guard));
    // Without the mark Excel takes UTF-8 for the local code page.
    return Buffer.from(stringify(rows, { bom: true, record_delimiter: "\r\n" }), "utf8");
  }
  return writeXlsxFile(
    sheets.map(({ name, widths, rows, isHeaded }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: isHeaded ? 1 : 0,
      data: rows.map((row, n) =>
        row.map((value) => ({
          value,
          type: String,
          ...(isHeaded && n === 0 ? ({ fontWeight: "bold", backgroundColor: "#E6F2F1" } as const) : look),
        })),
      ),
    })),
  ).toBuffer();
}

const look = { wrap: true, alignVertical: "top" } as const;

/**
 * A spreadsheet program would run a CSV cell that begins so as a formula; a quote in front makes it words. Reading
 * takes one quote away again, so nothing is lost on the way out and back.
 */
const guard = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
