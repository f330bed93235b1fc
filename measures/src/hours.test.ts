import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isInPeriod, isInServiceHours, type ServiceHours } from "./hours.ts";
import { readLocalTime } from "./local-time.ts";
import { defaultSettings } from "./settings.ts";

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
