import assert from "node:assert/strict";
import { test } from "node:test";
import { shareBehind } from "./peers.ts";

const among = (percentile: number | null, bound: "at_least" | "at_most" | null = null) => ({
  ...({ median: 50, p25: 40, p75: 60, percentile, bound, n: 12, source: "installation", asOf: "2026-11-21" } as const),
});

test("where up is good, those below are behind; where down is good, those above", () => {
  assert.deepEqual(shareBehind(among(62), "up"), { share: 62, bound: null });
  assert.deepEqual(shareBehind(among(62), "down"), { share: 38, bound: null });
});

test("beyond the known percentiles the bound turns round with the direction", () => {
  assert.deepEqual(shareBehind(among(90, "at_least"), "up"), { share: 90, bound: "at_least" });
  assert.deepEqual(shareBehind(among(90, "at_least"), "down"), { share: 10, bound: "at_most" });
  assert.deepEqual(shareBehind(among(10, "at_most"), "down"), { share: 90, bound: "at_least" });
});

test("without a value or a good direction nobody is behind", () => {
  assert.equal(shareBehind(among(null), "up"), null);
  assert.equal(shareBehind(among(62), "none"), null);
});
