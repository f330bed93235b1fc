import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatChange, formatClock, formatDuration, formatNumber, formatRatio, formatTime } from "./format.ts";

describe("figures", () => {
  test("durations are said with their two largest units", () => {
    const said = [0, 4.62, 9.97, 38.4, 60, 72, 3599.6, 7500, 86_400, 273_600].map((s) => formatDuration(s, "zh-CN"));
    assert.deepEqual(said, [
      "0 秒",
      "4.6 秒",
      "10 秒",
      "38 秒",
      "1 分",
      "1 分 12 秒",
      "1 小时",
      "2 小时 5 分",
      "1 天",
      "3 天 4 小时",
    ]);
    assert.equal(formatDuration(72, "en"), "1 min 12 s");
  });

  test("ratios have one decimal, numbers are grouped", () => {
    assert.equal(formatRatio(0.83149, "zh-CN"), "83.1%");
    assert.equal(formatRatio(1, "en"), "100.0%");
    assert.equal(formatNumber(1234567, "zh-CN"), "1,234,567");
  });

  test("a missing figure is a dash, never a zero", () => {
    assert.deepEqual(
      [
        formatDuration(null, "en"),
        formatRatio(null, "en"),
        formatNumber(null, "en"),
        formatChange(null, "ratio", "en"),
      ],
      ["—", "—", "—", "—"],
    );
  });

  test("changes are signed, ratios in percentage points, and what does not show is ±0", () => {
    assert.equal(formatChange(-0.0312, "ratio", "zh-CN"), "−3.1 个百分点");
    assert.equal(formatChange(12, "seconds", "en"), "+12 s");
    assert.equal(formatChange(0.0004, "ratio", "en"), "±0");
    assert.equal(formatChange(0.02, "seconds", "zh-CN"), "±0");
    assert.equal(formatChange(0.4, "seconds", "zh-CN"), "+0.4 秒");
  });

  test("a timer counts like a clock", () => {
    assert.deepEqual([formatClock(5), formatClock(65), formatClock(3725)], ["0:05", "1:05", "1:02:05"]);
  });

  test("times are the shop's: the day shows only when it is another one", () => {
    const now = new Date("2026-11-21T02:00:00Z");
    assert.equal(formatTime("2026-11-20T17:30:00Z", "zh-CN", "Asia/Shanghai", now), "01:30");
    assert.equal(formatTime("2026-11-20T12:30:00Z", "zh-CN", "Asia/Shanghai", now), "11月20日 20:30");
    assert.equal(formatTime("2025-11-20T12:30:00Z", "en", "Asia/Shanghai", now), "Nov 20, 2025 20:30");
  });
});
