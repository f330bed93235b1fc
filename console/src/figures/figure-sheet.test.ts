import assert from "node:assert/strict";
import { test } from "node:test";
import { breakdownSheet } from "./figure-sheet.ts";
import { figure, figuresOf, metric, pair, wordsIn } from "./sheet-words.testing.ts";
import { pointsOf, trendSheet } from "./trend-points.ts";

const response = metric("human.average_response", "seconds", "平均响应", "Average response");
const rate = metric("bot.resolution_rate", "ratio", "解决率", "Resolution rate");
const sessions = metric("human.sessions", "count", "接待量", "Sessions");
const turns = metric("bot.interactions", "count", "交互轮数", "Turns each");

const byAgent = figuresOf([response, rate, sessions, turns], {
  lin: [pair(figure(100, 3)), pair(figure(0, 0)), pair(figure(12, null)), pair(figure(9, 4))],
  wu: [undefined, pair(figure(1, 4)), undefined, undefined],
});
const keys = [...byAgent.words.keys()];

test("values with their parts, ratios as percents: sums have none, means of counts have", () => {
  assert.deepEqual(breakdownSheet(byAgent, keys, ["agent"], wordsIn("zh-CN")), [
    [
      "客服",
      "平均响应（秒）",
      "平均响应 分子（秒）",
      "平均响应 分母",
      "解决率",
      "解决率 分子",
      "解决率 分母",
      "接待量",
      "交互轮数",
      "交互轮数 分子",
      "交互轮数 分母",
    ],
    ["(lin)", 100 / 3, 100, 3, null, 0, 0, 12, 2.25, 9, 4],
    ["(wu)", null, null, null, { percent: 0.25 }, 1, 4, null, null, null, null],
  ]);
});

test("with a window to compare with every figure has what it was and its change, ratios in percentage points", () => {
  const compared = figuresOf([rate, response], {
    lin: [pair(figure(3, 5), figure(9, 10)), pair(figure(60, 2), figure(50, 2))],
    wu: [pair(figure(1, 4)), undefined],
  });
  assert.deepEqual(breakdownSheet(compared, [rate.key, response.key], ["agent"], wordsIn("zh-CN")), [
    [
      "客服",
      "解决率",
      "解决率 分子",
      "解决率 分母",
      "对比期 解决率",
      "解决率 变化（百分点）",
      "平均响应（秒）",
      "平均响应 分子（秒）",
      "平均响应 分母",
      "对比期 平均响应（秒）",
      "平均响应 变化（秒）",
    ],
    ["(lin)", { percent: 0.6 }, 3, 5, { percent: 0.9 }, -30, 30, 60, 2, 25, 5],
    ["(wu)", { percent: 0.25 }, 1, 4, null, null, null, null, null, null, null],
  ]);
});

test("in English, without what cannot be cut this way", () => {
  const [heading] = breakdownSheet({ ...byAgent, unfit: [rate.key, turns.key] }, keys, ["agent"], wordsIn("en"));
  assert.deepEqual(heading, [
    "Agent",
    "Average response (s)",
    "Average response numerator (s)",
    "Average response denominator",
    "Sessions",
  ]);
});

test("pairs of values have two columns, and days stay as a spreadsheet sorts them", () => {
  const grid = figuresOf([sessions], { "1 9": [pair(figure(5, null))] });
  assert.deepEqual(breakdownSheet(grid, [sessions.key], ["weekday", "requestHour"], wordsIn("en")), [
    ["Day of the week", "Hour of the request", "Sessions"],
    ["(1)", "(9)", 5],
  ]);
  const days = figuresOf([sessions], { "2026-11-21": [pair(figure(5, null))] });
  assert.deepEqual(breakdownSheet(days, [sessions.key], ["day"], wordsIn("zh-CN"))[1], [{ date: "2026-11-21" }, 5]);
});

const window = { from: "2026-11-02", to: "2026-11-03" };
const before = { from: "2026-10-31", to: "2026-11-01" };

test("a trend has every day, each beside the day that it is compared with", () => {
  const byDay = figuresOf([response], { "2026-11-03": [pair(figure(30, 2), figure(40, 4))] });
  const points = pointsOf(byDay, response.key, "day", { window, before });
  assert.deepEqual(trendSheet(points, response, "day", wordsIn("zh-CN")), [
    [
      "日",
      "平均响应（秒）",
      "平均响应 分子（秒）",
      "平均响应 分母",
      "对比期 日",
      "对比期 平均响应（秒）",
      "对比期 平均响应 分子（秒）",
      "对比期 平均响应 分母",
      "平均响应 变化（秒）",
    ],
    [{ date: "2026-11-02" }, null, null, null, { date: "2026-10-31" }, null, null, null, null],
    [{ date: "2026-11-03" }, 15, 30, 2, { date: "2026-11-01" }, 10, 40, 4, 5],
  ]);
});

test("a trend with nothing to compare with has no columns for it", () => {
  const byDay = figuresOf([sessions], { "2026-11-02": [pair(figure(7, null))] });
  const points = pointsOf(byDay, sessions.key, "day", { window, before: null });
  assert.deepEqual(trendSheet(points, sessions, "day", wordsIn("en")), [
    ["Day", "Sessions"],
    [{ date: "2026-11-02" }, 7],
    [{ date: "2026-11-03" }, null],
  ]);
});
