import { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { openFileStore } from "../../platform/storage.ts";
import { csvHead, csvLines } from "./csv-text.ts";
import type { RawRow, Sheet } from "./sheet.ts";
import { workbookStream } from "./workbook.ts";

// Writes a table to a file away from the thread that serves people. Rows come by a cursor, a thousand at a time: the
// table is never in memory, its sort is done once, and all of it is of one moment.

export type SheetJob = {
  databaseUrl: string;
  dataFolder: string;
  fileKey: string;
  format: "csv" | "xlsx";
  sheet: Sheet;
  /** The shop's: instants are written as its clocks show them. */
  timeZone: string;
  source: { text: string; values: readonly unknown[] } | { rows: RawRow[] };
};
export type SheetReport =
  | { rows: number }
  | { done: { rows: number; bytes: number } }
  | { failed: { code: string | null; message: string } };

const rowsAtOnce = 1_000;
/** Values as the database writes them: turned into dates and numbers, they would only be turned into text again. */
const asTheyCome = { getTypeParser: () => (raw: string) => raw } as unknown as pg.CustomTypesConfig;
const job = workerData as SheetJob;
const report = (news: SheetReport) => parentPort!.postMessage(news);
let written = 0;

try {
  const files = openFileStore(job.dataFolder);
  const rows = countRows(
    "rows" in job.source
      ? (async function* (rows) {
          yield rows;
        })(job.source.rows)
      : readRows(job.source),
  );
  await files.putStream(
    job.fileKey,
    job.format === "csv" ? Readable.from(csvOf(rows)) : workbookStream(rows, job.sheet),
  );
  const { stream, bytes } = await files.getStream(job.fileKey);
  stream.destroy();
  report({ done: { rows: written, bytes } });
} catch (error) {
  // The file store says that it could not write; why, the stream it read from knows.
  const { code = null, message } = ((error as Error).cause ?? error) as { code?: string; message: string };
  report({ failed: { code, message } });
}

async function* csvOf(batches: AsyncIterable<RawRow[]>): AsyncGenerator<string> {
  yield csvHead(job.sheet);
  for await (const rows of batches) yield csvLines(rows, job.sheet);
}

async function* countRows(batches: AsyncIterable<RawRow[]>): AsyncGenerator<RawRow[]> {
  for await (const rows of batches) {
    yield rows;
    written += rows.length;
    report({ rows: written });
  }
}

async function* readRows({ text, values }: { text: string; values: readonly unknown[] }): AsyncGenerator<RawRow[]> {
  const client = new pg.Client({ connectionString: job.databaseUrl, application_name: "yingda-download" });
  await client.connect();
  try {
    await client.query("select set_config('timezone', $1, false), set_config('datestyle', 'ISO', false)", [
      job.timeZone,
    ]);
    await client.query("set work_mem = '32MB'");
    await client.query("begin isolation level repeatable read read only");
    // All rows are wanted, not the first few soon.
    await client.query("set local cursor_tuple_fraction = 1");
    await client.query(`declare rows no scroll cursor for ${text}`, [...values]);
    for (;;) {
      const { rows } = await client.query<RawRow[]>({
        text: `fetch ${rowsAtOnce} from rows`,
        rowMode: "array",
        types: asTheyCome,
      });
      if (rows.length > 0) yield rows as unknown as RawRow[];
      if (rows.length < rowsAtOnce) return;
    }
  } finally {
    await client.end().catch(() => {});
  }
}
