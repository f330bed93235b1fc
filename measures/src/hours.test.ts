import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Weekday, weekdays } from "@yingda/contract/service-hours";
import fc from "fast-check";
import { isInPeriod, isInServiceHours, measureOpenMs, type Period, type ServiceHours } from "./hours.ts";
import { readLocalTime } from "./local-time.ts";
import { defaultSettings } from "./settings.ts";

const everyDay = (periods: Period[]) =>
  Object.fromEntries(weekdays.map((day) => [day, periods])) as Record<Weekday, Period[]>;

describe("local time", () => {
  test("follows summer time, and half-hour zones", () => {
    const read = (at: string, zone: string) => {
      const { day, hour, second } = readLocalTime(Date.parse(at), zone);
      return [day, hour, second % 3600];
    };
    assert.deepEqual(read("2025-03-09T06:59:59Z", "America/New_York"), ["2025-03-09", 1, 3599]);
    assert.deepEqual(read("2025-03-09T07:00:00Z", "America/New_York"), ["2025-03-09", 3, 0]);
    assert.deepEqual(read("2025-06-01T18:30:00Z", "Asia/Kolkata"), ["2025-06-02", 0, 0]);
    assert.deepEqual(read("2025-06-01T18:30:00Z", "+05:30"), ["2025-06-02", 0, 0]);
  });

  test("agrees with Intl at any instant", () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"),
        (at, timeZone) => {
          const wall = readLocalTime(at, timeZone);
          const told = new Date(at).toLocaleString("sv-SE", { timeZone });
          const clock = new Date(wall.second * 1000).toISOString().slice(11, 19);
          assert.equal(`${wall.day} ${clock}`, told);
          assert.equal(wall.weekday, (new Date(`${wall.day}T00:00:00Z`).getUTCDay() + 6) % 7);
        },
      ),
    );
  });
});

describe("service hours", () => {
  const { weekly } = defaultSettings.serviceHours;
  const at = (text: string) => readLocalTime(Date.parse(`${text}+08:00`), "Asia/Shanghai");

  test("the first second is in, the closing second is out", () => {
    const hours: ServiceHours = { weekly, holidays: [] };
    assert.equal(isInServiceHours(at("2025-06-03T08:59:59"), hours), false);
    assert.equal(isInServiceHours(at("2025-06-03T09:00:00"), hours), true);
    assert.equal(isInServiceHours(at("2025-06-03T20:59:59.999"), hours), true);
    assert.equal(isInServiceHours(at("2025-06-03T21:00:00"), hours), false);
  });

  test("a holiday has its own periods, and none means closed", () => {
    const holidays = [
      { day: "2025-10-01", periods: [] },
      { day: "2025-10-02", periods: [{ from: "13:00", to: "24:00" }] },
    ];
    const hours: ServiceHours = { weekly, holidays };
    assert.equal(isInServiceHours(at("2025-10-01T12:00:00"), hours), false);
    assert.equal(isInServiceHours(at("2025-10-02T12:00:00"), hours), false);
    assert.equal(isInServiceHours(at("2025-10-02T23:59:59"), hours), true);
    assert.equal(isInServiceHours(at("2025-10-03T12:00:00"), hours), true);
  });

  test("a night shift belongs to the day it starts on", () => {
    const night = [{ from: "22:00", to: "02:00" }];
    const hours: ServiceHours = { weekly: { ...weekly, friday: night, saturday: [] }, holidays: [] };
    assert.equal(isInServiceHours(at("2025-06-06T23:00:00"), hours), true); // Friday night
    assert.equal(isInServiceHours(at("2025-06-07T01:59:59"), hours), true); // still Friday's
    assert.equal(isInServiceHours(at("2025-06-07T02:00:00"), hours), false);
    assert.equal(isInServiceHours(at("2025-06-06T01:00:00"), hours), false); // Thursday had no night shift
    assert.equal(isInPeriod(3600, night[0]!), true);
  });
});

describe("the time a shop is open", () => {
  const hours = { weekly: everyDay([{ from: "09:00", to: "21:00" }]), holidays: [{ day: "2024-06-10", periods: [] }] };
  const openHours = (from: string, to: string, timeZone: string, own: ServiceHours = hours) =>
    measureOpenMs(Date.parse(from), Date.parse(to), timeZone, own) / 3_600_000;

  test("leaves out nights and closed days", () => {
    assert.equal(openHours("2024-06-03T10:00:00+08:00", "2024-06-03T10:30:00+08:00", "Asia/Shanghai"), 0.5);
    assert.equal(openHours("2024-06-03T20:00:00+08:00", "2024-06-04T10:00:00+08:00", "Asia/Shanghai"), 2);
    assert.equal(openHours("2024-06-09T20:30:00+08:00", "2024-06-11T09:15:00+08:00", "Asia/Shanghai"), 0.75);
    assert.equal(openHours("2024-06-03T22:00:00+08:00", "2024-06-04T08:59:59+08:00", "Asia/Shanghai"), 0);
    assert.equal(openHours("2024-06-03T12:00:00+08:00", "2024-06-03T11:00:00+08:00", "Asia/Shanghai"), 0);
  });

  test("counts overlapping periods once, runs past midnight, and follows the clocks", () => {
    const overlapping = {
      weekly: everyDay([
        { from: "22:00", to: "02:00" },
        { from: "23:00", to: "24:00" },
      ]),
      holidays: [],
    };
    assert.equal(openHours("2024-06-03T12:00:00Z", "2024-06-04T12:00:00Z", "UTC", overlapping), 4);
    // The night of 10 March has no hour from 2 to 3 in New York.
    const nights = { weekly: everyDay([{ from: "00:00", to: "06:00" }]), holidays: [] };
    assert.equal(openHours("2024-03-10T00:00:00-05:00", "2024-03-10T12:00:00-04:00", "America/New_York", nights), 5);
  });

  test("is the sum of its moments, and of its parts", () => {
    const period = fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 23 }))
      .map(([from, to]) => ({ from: `${from}:00`.padStart(5, "0"), to: `${to}:00`.padStart(5, "0") }));
    const quarters = fc.nat({ max: 4 * 24 * 5 });
    const zone = fc.constantFrom("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe");
    fc.assert(
      fc.property(fc.array(period, { maxLength: 3 }), quarters, quarters, zone, (periods, start, length, timeZone) => {
        const own = { weekly: everyDay(periods), holidays: [] };
        const quarterMs = 15 * 60_000;
        const from = Date.UTC(2024, 9, 31) + start * quarterMs;
        const moments = Array.from({ length }, (_, i) => from + i * quarterMs);
        const open = moments.filter((at) => isInServiceHours(readLocalTime(at, timeZone), own)).length;
        assert.equal(measureOpenMs(from, from + length * quarterMs, timeZone, own), open * quarterMs);
      }),
    );
  });
});
