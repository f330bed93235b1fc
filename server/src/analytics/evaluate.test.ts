import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogue } from "@yingda/measures/catalogue";
import { type AnyRow, evaluate as evaluateInMemory, fits } from "@yingda/measures/evaluate";
import type { Facts } from "@yingda/measures/facts";
import type { Metric } from "@yingda/measures/metric";
import { randomRules, randomServiceHours } from "@yingda/measures/random-settings.testing";
import { type ClusteredMean, clusteredMean } from "@yingda/measures/statistics";
import fc from "fast-check";
import { backfill } from "../conversations/backfill.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { evaluate, measureClusters } from "./evaluate.ts";
import { foldEverything } from "./folding.ts";
import { isWellFormed, toPast, visits } from "./random-logs.ts";
import { foldInMemory, readFacts, toLog } from "./testing-facts.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
clock.set(end);
const zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"];
const window = { from: "2026-11-01", to: "2026-11-16" };

describe("facts in memory and in tables", () => {
  test("every fact and every metric is the same on any logs, anywhere, by whatever settings", async () => {
    const settings = fc.record({
      timeZone: fc.constantFrom(...zones),
      serviceHours: randomServiceHours,
      measures: randomRules,
    });
    await fc.assert(
      fc.asyncProperty(visits(end, 30, { min: 150, max: 250 }), settings, async (found, set) => {
        const past = toPast(found);
        assert.ok(past.conversations.every((one) => one.events.every(isWellFormed)));
        const ctx = await buildShop(ground, set);
        await backfill(ctx, past);
        await foldEverything(ctx);
        const facts = await foldInMemory(ctx, past.conversations.map(toLog));
        assert.deepEqual(await readFacts(ctx), facts);

        const inWindow = (row: AnyRow) => String(row.localDay) >= window.from && String(row.localDay) < window.to;
        const measured = await evaluate(ctx, catalogue, window);
        for (const metric of catalogue) {
          assert.deepEqual(measured.get(metric.key), evaluateInMemory(metric, facts, inWindow), metric.key);
        }
        for (const metric of catalogue.filter((one) => one.spread)) {
          const [mean] = await measureClusters(ctx, metric, [window]);
          assertClose(mean!, clusteredMean(listObservations(metric, facts, inWindow)), metric.key);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

function listObservations({ fact, where, numerator }: Metric, facts: Facts, inWindow: (row: AnyRow) => boolean) {
  const column = "sum" in numerator ? numerator.sum : "";
  return (facts[fact] as AnyRow[])
    .filter((row) => inWindow(row) && fits(row, where))
    .map((row) => ({ cluster: String(row.conversationId), value: Number(row[column]) }));
}

function assertClose(actual: ClusteredMean | null, expected: ClusteredMean | null, message: string): void {
  assert.equal(actual?.observations, expected?.observations, message);
  assert.equal(actual?.clusters, expected?.clusters, message);
  for (const part of ["mean", "standardError"] as const) {
    const [a, b] = [actual?.[part] ?? 0, expected?.[part] ?? 0];
    assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${message}: ${part} ${a} ≠ ${b}`);
  }
}
