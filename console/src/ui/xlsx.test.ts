import assert from "node:assert/strict";
import { test } from "node:test";
import { columnWidths, sheetName, workbookCells } from "./xlsx.ts";

test("numbers are numbers, words are words even where they look like a formula, and the heading is bold", () => {
  assert.deepEqual(
    workbookCells([
      ["客服", "次数"],
      ["=1+1", 12.5],
      ["007", null],
    ]),
    [
      [
        { value: "客服", type: String, fontWeight: "bold" },
        { value: "次数", type: String, fontWeight: "bold" },
      ],
      [
        { value: "=1+1", type: String },
        { value: 12.5, type: Number, format: "#,##0.00" },
      ],
      [{ value: "007", type: String }, null],
    ],
  );
});

test("ratios are percents, and days, months and times are Excel's own, on the shop's clock", () => {
  const row = [{ percent: 1 / 3 }, { date: "2026-11-21" }, { date: "2026-11-21 14:05" }, { date: "2026-11" }, 7];
  assert.deepEqual(workbookCells([[], row])[1], [
    { value: 1 / 3, type: Number, format: "0.0%" },
    { value: new Date("2026-11-21T00:00:00Z"), type: Date, format: "yyyy-mm-dd" },
    { value: new Date("2026-11-21T14:05:00Z"), type: Date, format: "yyyy-mm-dd hh:mm" },
    { value: new Date("2026-11-01T00:00:00Z"), type: Date, format: "yyyy-mm" },
    { value: 7, type: Number },
  ]);
});

test("a column is as wide as its widest cell, within reason; a Chinese character is two wide", () => {
  const rows = [
    ["平均响应（秒）", "n", "question"],
    [1 / 3, 5, "很长的一句话".repeat(20)],
  ];
  assert.deepEqual(columnWidths(rows), [16, 11, 60]);
});

test("the sheet has a name that Excel takes", () => {
  assert.equal(sheetName("20 秒/30 秒 [占比]: a*b?"), "20 秒 30 秒  占比  a b ");
  assert.equal(sheetName("a".repeat(40)).length, 31);
});
