import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, figuresOf, metric, pair, wordsIn } from "../../../figures/sheet-words.testing.ts";
import { measureSheet } from "./measure-sheet.ts";

const settled = metric("compare.settled", "ratio", "解决率", "Settled");
const wait = metric("compare.first_response", "seconds", "首次响应", "First response");
const rated = metric("compare.rated", "count", "评价数", "Rated");
const byHandling = figuresOf([settled, wait, rated], {
  bot: [pair(figure(3, 4)), pair(figure(8, 4)), pair(figure(5, null))],
  human: [pair(figure(1, 2)), undefined, pair(figure(6, null))],
  none: [pair(figure(0, 9)), undefined, undefined],
});

test("a measure in each row with its unit, each way of handling with its parts", () => {
  assert.deepEqual(measureSheet(byHandling, [...byHandling.words.keys()], ["bot", "human"], wordsIn("zh-CN")), [
    ["指标", "仅机器人", "仅机器人 分子", "仅机器人 分母", "仅人工", "仅人工 分子", "仅人工 分母"],
    ["解决率", { percent: 0.75 }, 3, 4, { percent: 0.5 }, 1, 2],
    ["首次响应（秒）", 2, 8, 4, null, null, null],
    ["评价数", 5, null, null, 6, null, null],
  ]);
  assert.deepEqual(measureSheet(byHandling, [wait.key, "gone"], ["bot"], wordsIn("en")), [
    ["Measure", "Bot only", "Bot only numerator", "Bot only denominator"],
    ["First response (s)", 2, 8, 4],
  ]);
});

test("compared, each way of handling has what it was and its change", () => {
  const compared = figuresOf([settled, wait], {
    bot: [pair(figure(3, 4), figure(1, 2)), pair(figure(8, 4), figure(20, 4))],
  });
  assert.deepEqual(measureSheet(compared, [settled.key, wait.key], ["bot"], wordsIn("zh-CN")), [
    ["指标", "仅机器人", "仅机器人 分子", "仅机器人 分母", "对比期 仅机器人", "仅机器人 变化（比率为百分点）"],
    ["解决率", { percent: 0.75 }, 3, 4, { percent: 0.5 }, 25],
    ["首次响应（秒）", 2, 8, 4, 5, -3],
  ]);
});
