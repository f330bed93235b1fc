import assert from "node:assert/strict";
import { test } from "node:test";
import { isAskable, isDay, stretchesOf, usualGrain, windowAYearAgo, windowBefore, windowOf } from "./ranges.ts";

test("named ranges are whole days ending today, yesterday or with the month before", () => {
  assert.deepEqual(windowOf("30", "2026-11-25"), { from: "2026-10-27", to: "2026-11-25" });
  assert.deepEqual(windowOf("yesterday", "2026-03-01"), { from: "2026-02-28", to: "2026-02-28" });
  assert.deepEqual(windowOf("month", "2026-11-25"), { from: "2026-11-01", to: "2026-11-25" });
  assert.deepEqual(windowOf("lastMonth", "2026-03-31"), { from: "2026-02-01", to: "2026-02-28" });
});

test("the window before is as long and ends the day before", () => {
  assert.deepEqual(windowBefore({ from: "2026-10-27", to: "2026-11-25" }), { from: "2026-09-27", to: "2026-10-26" });
});

test("a year ago means the same date and as many days, also from a leap day", () => {
  assert.deepEqual(windowAYearAgo({ from: "2026-11-01", to: "2026-11-25" }), { from: "2025-11-01", to: "2025-11-25" });
  assert.deepEqual(windowAYearAgo({ from: "2028-02-29", to: "2028-02-29" }), { from: "2027-02-28", to: "2027-02-28" });
});

test("nonsense is no day, and more than 400 days are not asked for", () => {
  assert.deepEqual(["2026-02-28", "2026-02-30", "x", undefined].map(isDay), [true, false, false, false]);
  assert.equal(isAskable({ from: "2025-11-25", to: "2026-11-25" }), true);
  assert.equal(isAskable({ from: "2024-11-25", to: "2026-11-25" }), false);
  assert.equal(isAskable({ from: "2026-11-26", to: "2026-11-25" }), false);
});

test("a line has a point for every stretch, also for the quiet ones", () => {
  assert.deepEqual(stretchesOf({ from: "2026-11-24", to: "2026-12-01" }, "week"), ["2026-11-23", "2026-11-30"]);
  assert.deepEqual(stretchesOf({ from: "2026-11-30", to: "2026-12-01" }, "month"), ["2026-11", "2026-12"]);
  assert.equal(stretchesOf({ from: "2026-11-01", to: "2026-11-30" }, "day").length, 30);
  assert.equal(usualGrain({ from: "2026-01-01", to: "2026-11-30" }), "month");
});
