import { pipeline, Readable } from "node:stream";
import { limits } from "@yingda/contract/limits";
import { parse } from "csv-parse";
import { readTables } from "../knowledge/sheet.ts";
import { TooMuch } from "../knowledge/zip-bounds.ts";
import { AppError } from "../platform/errors.ts";
import { type LogSource, readText, unreadable } from "./source.ts";

/** From text to records: a line of JSONL or a row of a table, each with its number for people to find it by. */

export type LogRecord = { row: number; fields: Record<string, unknown> } | { row: number; broken: string };

/** One line. A conversation of the allowed messages stays far below. */
const lineCharacters = 16 * 1024 * 1024;

/** Throws too_many_rows; what one record lacks is said in its place. */
export async function* readRecords(source: LogSource): AsyncGenerator<LogRecord> {
  let rows = 0;
  for await (const record of readers[source.format](source)) {
    if (++rows > limits.importRows) {
      throw new AppError("too_many_rows", `The file has more than ${limits.importRows} rows. Split it.`, {
        limit: limits.importRows,
      });
    }
    yield record;
  }
}

const readers = { jsonl: readLines, csv: readTable, xlsx: readSheet };

/** The first sheet with anything in it; times come as its cells show them, in the zone of the log. */
async function* readSheet(source: LogSource): AsyncGenerator<LogRecord> {
  const tables = await readTables(Buffer.from(source.bytes)).catch((error) => {
    if (error instanceof TooMuch)
      throw new AppError("too_large", "Unpacked, the workbook is too large. Split it, or save it as CSV.");
    throw unreadable(
      "workbook",
      "This is no workbook (.xlsx) that can be read. Save the sheet as CSV and import that.",
    );
  });
  const isFilled = (cells: string[]) => cells.some((cell) => cell.trim() !== "");
  const table = tables.find((one) => one.some(isFilled));
  if (!table) throw unreadable("empty", "The workbook is empty.");
  let names: string[] | null = null;
  for (const [i, cells] of table.entries()) {
    if (!isFilled(cells)) continue;
    if (names) yield { row: i + 1, fields: toFields(names, cells) };
    else names = nameColumns(cells);
  }
}

const toFields = (names: string[], cells: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));

async function* readLines(source: LogSource): AsyncGenerator<LogRecord> {
  let row = 0;
  let rest = "";
  let isSkipping = false;
  for await (const text of readText(source.bytes, source.encoding)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      row += 1;
      if (!isSkipping) yield* readLine(row, line);
      isSkipping = false;
    }
    if (rest.length > lineCharacters) {
      if (!isSkipping) yield { row: row + 1, broken: rest };
      isSkipping = true;
      rest = "";
    }
  }
  if (!isSkipping) yield* readLine(row + 1, rest);
}

function* readLine(row: number, line: string): Generator<LogRecord> {
  if (line.trim() === "") return;
  yield parseLine(row, line);
}

function parseLine(row: number, line: string): LogRecord {
  try {
    const fields: unknown = JSON.parse(line);
    if (fields && typeof fields === "object" && !Array.isArray(fields))
      return { row, fields: fields as Record<string, unknown> };
  } catch {
    // Said below.
  }
  return { row, broken: line };
}

async function* readTable(source: LogSource): AsyncGenerator<LogRecord> {
  const texts = readText(source.bytes, source.encoding);
  let head = "";
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    head += next.value;
    if (/\S[^\n]*\n/.test(head)) break;
  }
  const parser = parse({
    delimiter: findDelimiter(head),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: lineCharacters,
  });
  // An error in the text ends the parser with it; the loop below throws it.
  pipeline(
    Readable.from(
      (async function* () {
        yield head;
        yield* texts;
      })(),
    ),
    parser,
    () => {},
  );
  let names: string[] | null = null;
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (!names) names = nameColumns(cells);
      else yield { row, fields: toFields(names, cells) };
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A quote that is never closed swallows the rest: nothing after it can be told apart.
    yield { row: row + 1, broken: String((error as Error).message) };
  }
}

function findDelimiter(head: string): string {
  const firstLine = head.trimStart().split(/[\r\n]/, 1)[0]!;
  return [",", "\t", ";"].reduce((best, each) =>
    firstLine.split(each).length > firstLine.split(best).length ? each : best,
  );
}

/** A heading may be empty or stand twice; each column still needs a name of its own. */
function nameColumns(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = cell.trim() || `#${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
