import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { makeRandomSet } from "./random-set.testing.ts";
import { recount } from "./recount.testing.ts";
import { runGolden } from "./run.ts";

/** By their numbers, so that a failure names the set in a line. */
const anySet = [fc.nat({ max: 1_000_000 }), fc.constantFrom(0, 1, 5, 40, 120)] as const;
const ignore = () => {};

describe("golden sets made at random", () => {
  test("come to what is counted straight from their rows", () => {
    fc.assert(
      fc.property(...anySet, (seed, size) => {
        const set = makeRandomSet(seed, size);
        const found = runGolden(set, ignore);
        const { "turns by agent": byAgent, ...counted } = recount(set);
        for (const [key, value] of Object.entries(counted)) assert.deepEqual(found[key], value, key);
        const { agent } = found.impact as { agent: Record<string, { turns: number; sum_s: number }> };
        const sums = Object.entries(agent).map(([name, { turns, sum_s }]) => [name, { turns, sum_s }]);
        assert.deepEqual(Object.fromEntries(sums), byAgent);
      }),
      { numRuns: 150 },
    );
  });

  test("add up: impact and change to nothing and to the change, windows to their conversations", () => {
    fc.assert(
      fc.property(...anySet, (seed, size) => {
        const set = makeRandomSet(seed, size);
        const found = runGolden(set, ignore) as Record<string, Record<string, number>> & {
          impact: Record<string, Record<string, { impact_s: number; turns: number }>>;
          change_decomposition_by_agent: Record<string, { total_s: number }>;
        };
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        for (const groups of Object.values(found.impact)) {
          const parts = Object.values(groups);
          assert.ok(Math.abs(sum(parts.map((one) => one.impact_s))) < 1e-5 * (parts.length + 1));
          assert.equal(sum(parts.map((one) => one.turns)), found["human.average_response_s"]!.denominator);
        }
        const change = sum(Object.values(found.change_decomposition_by_agent).map((one) => one.total_s));
        const delta = (found["delta.human.average_response_s"] as unknown as number | null) ?? 0;
        assert.ok(Math.abs(change - delta) < 1e-4, `${change} is not ${delta}`);
      }),
      { numRuns: 100 },
    );
  });
});
