import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readCsv } from "./csv.ts";

test("quotes hold commas, quotes and line breaks; the mark at the start and empty lines are skipped", () => {
  assert.deepEqual(readCsv('\uFEFFa,b\r\n"1,2","say ""hi""\nthere"\r\n\r\n谢谢,\n'), [
    { a: "1,2", b: 'say "hi"\nthere' },
    { a: "谢谢", b: "" },
  ]);
});

test("a short row has empty cells, and a quote inside a bare cell is itself", () => {
  assert.deepEqual(readCsv('a,b\n1\n他说"好",2'), [
    { a: "1", b: "" },
    { a: '他说"好"', b: "2" },
  ]);
});

test("whatever was written with quotes is read back", () => {
  const cell = fc.string().filter((one) => one !== "");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
      const text = ["a,b", ...rows.map((row) => row.map(quote).join(","))].join("\n");
      assert.deepEqual(
        readCsv(text),
        rows.map(([a, b]) => ({ a, b })),
      );
    }),
  );
});
