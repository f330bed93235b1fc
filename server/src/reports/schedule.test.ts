import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { findLastDue, findNextDue, windowsOf } from "./schedule.ts";

const shanghai = "Asia/Shanghai";
const daily = { frequency: "daily", weekday: 0, atTime: "09:00" } as const;
const monday = { frequency: "weekly", weekday: 1, atTime: "08:30" } as const;

describe("a report is due", () => {
  test("every day at its local time, and today's when that has come", () => {
    const before = new Date("2026-11-21T00:59:59Z");
    assert.equal(findLastDue(daily, shanghai, before).toISOString(), "2026-11-20T01:00:00.000Z");
    assert.equal(findNextDue(daily, shanghai, before).toISOString(), "2026-11-21T01:00:00.000Z");
    const on = new Date("2026-11-21T01:00:00Z");
    assert.equal(findLastDue(daily, shanghai, on).toISOString(), "2026-11-21T01:00:00.000Z");
    assert.equal(findNextDue(daily, shanghai, on).toISOString(), "2026-11-22T01:00:00.000Z");
  });

  test("every week on its day", () => {
    const saturday = new Date("2026-11-21T04:00:00Z");
    assert.equal(findLastDue(monday, shanghai, saturday).toISOString(), "2026-11-16T00:30:00.000Z");
    assert.equal(findNextDue(monday, shanghai, saturday).toISOString(), "2026-11-23T00:30:00.000Z");
  });

  test("also in the hour that a zone skips, and once in the hour it repeats", () => {
    const night = { ...daily, atTime: "02:30" };
    const spring = new Date("2026-03-29T12:00:00Z");
    assert.equal(findLastDue(night, "Europe/Berlin", spring).toISOString(), "2026-03-29T01:30:00.000Z");
    const autumn = new Date("2026-10-25T12:00:00Z");
    const once = findLastDue(night, "Europe/Berlin", autumn);
    assert.equal(findNextDue(night, "Europe/Berlin", once).toISOString(), "2026-10-26T01:30:00.000Z");
  });

  test("last is never after now, next always is, and nothing lies between them", () => {
    const schedules = fc.record({
      frequency: fc.constantFrom("daily" as const, "weekly" as const),
      weekday: fc.integer({ min: 0, max: 6 }),
      atTime: fc.constantFrom("00:00", "02:30", "09:00", "23:59"),
    });
    const zones = fc.constantFrom(shanghai, "Europe/Berlin", "America/New_York", "Pacific/Kiritimati");
    const instants = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(schedules, zones, instants, (schedule, zone, now) => {
        const [last, next] = [findLastDue(schedule, zone, now), findNextDue(schedule, zone, now)];
        assert.ok(last <= now && next > now);
        assert.equal(findNextDue(schedule, zone, last).getTime(), next.getTime());
      }),
    );
  });

  test("it is about whole days before it, and as many before those", () => {
    const at = new Date("2026-11-20T17:00:00Z");
    assert.deepEqual(windowsOf("daily", at, shanghai), {
      now: { from: "2026-11-20", to: "2026-11-21" },
      previous: { from: "2026-11-19", to: "2026-11-20" },
    });
    assert.deepEqual(windowsOf("weekly", at, shanghai), {
      now: { from: "2026-11-14", to: "2026-11-21" },
      previous: { from: "2026-11-07", to: "2026-11-14" },
    });
  });
});
