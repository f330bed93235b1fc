import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "./csv.ts";

test("cells are quoted where they must be, and none is run as a formula", () => {
  const text = toCsv([
    ["客服", "平均响应（秒）"],
    ['王"小"明,二组', -1.5],
    ["=1+1", null],
    ["-", 0],
  ]);
  assert.equal(text, '\ufeff客服,平均响应（秒）\r\n"王""小""明,二组",-1.5\r\n\'=1+1,\r\n\'-,0\r\n');
});

test("ratios are bare numbers and days are words", () => {
  assert.equal(toCsv([[{ percent: 0.25 }, { date: "2026-11-21" }]]), "\ufeff0.25,2026-11-21\r\n");
});
