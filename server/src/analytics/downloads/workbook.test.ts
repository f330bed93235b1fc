import assert from "node:assert/strict";
import { test } from "node:test";
import readXlsxFile from "read-excel-file/node";
import type { RawRow, Sheet } from "./sheet.ts";
import { workbookStream } from "./workbook.ts";

const sheet: Sheet = {
  name: "会话/明细?*[2026]",
  columns: [
    { heading: "n", kind: "count", choices: null },
    { heading: "words", kind: "text", choices: null },
  ],
  ...{ yes: "Yes", no: "No" },
};

async function* batchesOf(rows: number, atOnce: number): AsyncGenerator<RawRow[]> {
  for (let from = 0; from < rows; from += atOnce) {
    const size = Math.min(atOnce, rows - from);
    const batch = Array.from({ length: size }, (_, i) => [String(from + i), `第 ${from + i} 行`]);
    yield batch;
    // Whoever gave them may look at them again: by their number the database's cursor knows whether it was the last batch.
    assert.equal(batch.length, size);
  }
}

const read = async (rows: number, mostRows: number) => {
  const bytes = Buffer.concat(await workbookStream(batchesOf(rows, 7), sheet, { mostRows }).toArray());
  return (await readXlsxFile(bytes)).map(({ data }) => data);
};

test("what one sheet can't hold goes on in the next, each with its headings", async () => {
  for (const rows of [0, 1, 19, 20, 21, 53]) {
    const sheets = await read(rows, 20);
    assert.equal(sheets.length, Math.max(1, Math.ceil(rows / 20)), `${rows} rows`);
    for (const lines of sheets) assert.deepEqual(lines[0], ["n", "words"]);
    const numbers = sheets.flatMap((lines) => lines.slice(1).map(([n]) => n));
    assert.deepEqual(
      numbers,
      Array.from({ length: rows }, (_, n) => n),
    );
  }
});

test("a source that fails, fails the file", async () => {
  async function* broken(): AsyncGenerator<RawRow[]> {
    yield [["1", "a"]];
    throw new Error("the database is gone");
  }
  await assert.rejects(() => workbookStream(broken(), sheet).toArray(), /the database is gone/);
});
