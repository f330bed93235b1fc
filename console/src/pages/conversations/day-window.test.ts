import assert from "node:assert/strict";
import { test } from "node:test";
import { dayWindow, isDay, shiftDay, startOfDay } from "./day-window.ts";

test("both days are meant whole, in the shop's time zone", () => {
  assert.deepEqual(dayWindow("2026-11-01", "2026-11-02", "Asia/Shanghai"), {
    from: "2026-10-31T16:00:00.000Z",
    to: "2026-11-02T16:00:00.000Z",
  });
});

test("an open end stays open", () => {
  assert.deepEqual(dayWindow(undefined, "2026-11-02", "UTC"), { from: undefined, to: "2026-11-03T00:00:00.000Z" });
});

test("a day begins at local midnight also around a change of the clocks", () => {
  assert.equal(startOfDay("2026-03-08", "America/New_York"), "2026-03-08T05:00:00.000Z");
  assert.equal(startOfDay("2026-03-09", "America/New_York"), "2026-03-09T04:00:00.000Z");
  assert.equal(startOfDay("2026-11-02", "America/New_York"), "2026-11-02T05:00:00.000Z");
});

test("days are counted across months, and nonsense is not a day", () => {
  assert.equal(shiftDay("2026-02-28", 1), "2026-03-01");
  assert.deepEqual(["2026-11-21", "2026-13-40", "yesterday", undefined].map(isDay), [true, false, false, false]);
});
