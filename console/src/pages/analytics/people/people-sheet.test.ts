import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, figuresOf, metric, pair, wordsIn } from "../../../figures/sheet-words.testing.ts";
import { peopleSheet } from "./people-sheet.ts";

const { rows, words } = figuresOf(
  [
    metric("human.average_response", "seconds", "平均响应", "Average response"),
    metric("human.sessions", "count", "接待量", "Sessions"),
  ],
  {
    lin: [pair(figure(90, 2, { median: 40, p90: 60 })), pair(figure(3, null))],
    wu: [undefined, pair(figure(1, null))],
  },
);

test("every agent in the order of the table's columns, with median and P90 of the response", () => {
  assert.deepEqual(peopleSheet(rows, null, words, wordsIn("zh-CN")), [
    [
      "客服",
      "接待量",
      "平均响应（秒）",
      "平均响应 分子（秒）",
      "平均响应 分母",
      "平均响应 中位数（秒）",
      "平均响应 P90（秒）",
    ],
    ["(lin)", 3, 45, 90, 2, 40, 60],
    ["(wu)", 1, null, null, null, null, null],
  ]);
  assert.deepEqual(peopleSheet(rows, null, words, wordsIn("en"))[0]!.slice(-2), [
    "Average response Median (s)",
    "Average response P90 (s)",
  ]);
});

test("below them what is nobody's and the whole, named, so that the column adds up", () => {
  const rest = {
    id: "rest",
    keys: [{ key: null, name: null }],
    figures: new Map([["human.sessions", pair(figure(2, null))]]),
  };
  const total = { id: "total", keys: [], figures: new Map([["human.sessions", pair(figure(6, null))]]) };
  const sheet = peopleSheet(rows, { rest, total }, words, wordsIn("zh-CN"));
  assert.deepEqual(
    sheet.map((line) => line.slice(0, 2)),
    [
      ["客服", "接待量"],
      ["(lin)", 3],
      ["(wu)", 1],
      ["无客服接待", 2],
      ["合计", 6],
    ],
  );
});
