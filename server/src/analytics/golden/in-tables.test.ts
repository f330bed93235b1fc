import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { measureLogs } from "@yingda/measures/golden/figures";
import { makeRandomSet } from "@yingda/measures/golden/random-set.testing";
import { type GoldenSet, openSet, report } from "@yingda/measures/golden/run";
import fc from "fast-check";
import { openTestGround } from "../../testing/database.ts";
import { measureInTables } from "./in-tables.ts";

const { database } = await openTestGround();
const ignore = () => {};

async function bothWays(set: GoldenSet): Promise<{ inMemory: unknown; inTables: unknown }> {
  const open = openSet(set, ignore);
  const { settings } = open;
  const figures = { now: measureLogs(open.now, settings), before: measureLogs(open.before, settings) };
  return { inMemory: report(set, open, figures), inTables: report(set, open, await measureInTables(database, open)) };
}

describe("a golden set through tables and SQL", () => {
  test("is what it is in memory, whatever the set, its zone and its settings", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1_000_000 }), fc.constantFrom(0, 3, 80), async (seed, size) => {
        const { inMemory, inTables } = await bothWays(makeRandomSet(seed, size));
        assert.deepEqual(inTables, inMemory);
      }),
      { numRuns: 12 },
    );
  });

  test("is what it is in memory for a window that is no whole days, too", async () => {
    const set = makeRandomSet(11, 80);
    const config = JSON.parse(set.config) as { window: { start: string } };
    config.window.start = config.window.start.replace("T00:00:00", "T13:37:59");
    const { inMemory, inTables } = await bothWays({ ...set, config: JSON.stringify(config) });
    assert.deepEqual(inTables, inMemory);
  });

  test("is what the arithmetic of our own set says", async () => {
    const folder = new URL("../../../../measures/golden/abroad/", import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
    const { inMemory, inTables } = await bothWays({
      config: read("config.json"),
      sessions: read("sessions.csv"),
      events: read("events.csv"),
      cases: read("cases.json"),
    });
    assert.deepEqual(inTables, inMemory);
    assert.equal((inTables as { sessions_current: number }).sessions_current, 12);
  });
});
