import assert from "node:assert/strict";
import { test } from "node:test";
import { listPublicHolidays } from "./chinese-holidays.ts";

const daysOf = (year: number, name: string) =>
  listPublicHolidays(year)
    .filter((one) => one.name === name)
    .map((one) => one.day);

test("the holidays that follow the moon and the sun fall where the calendar says", () => {
  assert.deepEqual(daysOf(2025, "spring"), ["2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"]);
  assert.deepEqual(daysOf(2026, "spring"), ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19"]);
  assert.deepEqual(daysOf(2025, "qingming"), ["2025-04-04"]);
  assert.deepEqual(daysOf(2026, "qingming"), ["2026-04-05"]);
  assert.deepEqual(daysOf(2025, "dragonBoat"), ["2025-05-31"]);
  assert.deepEqual(daysOf(2026, "dragonBoat"), ["2026-06-19"]);
  assert.deepEqual(daysOf(2025, "midAutumn"), ["2025-10-06"]);
  assert.deepEqual(daysOf(2026, "midAutumn"), ["2026-09-25"]);
});

test("a year has thirteen days of them, each once, in order, and there is one after a leap month too", () => {
  for (let year = 2025; year <= 2040; year++) {
    const days = listPublicHolidays(year).map((one) => one.day);
    // In 2031 Mid-Autumn is the first of October.
    assert.ok(days.length === 13 || days.length === 12, String(year));
    assert.deepEqual(days, [...new Set(days)].sort());
    assert.ok(days.every((day) => day.startsWith(String(year))));
  }
});
