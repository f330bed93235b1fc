import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeChange } from "./change-verdict.ts";

const of = (numerator: number, denominator: number | null) => ({
  numerator,
  denominator,
  value: denominator === null ? numerator : denominator === 0 ? null : numerator / denominator,
});
type Parts = [numerator: number, denominator: number | null];
const judge = (
  unit: "ratio" | "seconds" | "count" | "stars",
  good: "up" | "down" | "none",
  now: Parts,
  before: Parts,
) => judgeChange({ unit, good, now: of(...now), before: of(...before) });

test("a change beyond chance is better or worse by the direction that is good", () => {
  assert.equal(judge("ratio", "up", [90, 100], [70, 100]), "better");
  assert.equal(judge("ratio", "down", [90, 100], [70, 100]), "worse");
  assert.equal(judge("seconds", "down", [38_000, 219], [18_000, 220]), "worse");
  assert.equal(judge("seconds", "down", [9_000, 220], [18_000, 220]), "better");
  assert.equal(judge("count", "down", [90, null], [40, null]), "worse");
  assert.equal(judge("stars", "up", [460, 100], [400, 100]), "better");
});

test("what chance makes as well is neither", () => {
  assert.equal(judge("ratio", "up", [78, 100], [75, 100]), "unsure");
  assert.equal(judge("seconds", "down", [11_500, 244], [10_600, 244]), "unsure", "3.7 of 43 seconds");
  assert.equal(
    judge("seconds", "down", [1_010_000, 10_000], [1_000_000, 10_000]),
    "unsure",
    "a hundredth of a second wait",
  );
  assert.equal(judge("count", "down", [44, null], [40, null]), "unsure");
  assert.equal(judge("stars", "up", [462, 100], [455, 100]), "unsure");
});

test("of few cases, now or before, nothing is said", () => {
  assert.equal(judge("ratio", "up", [19, 19], [0, 400]), "unsure");
  assert.equal(judge("ratio", "up", [400, 400], [0, 19]), "unsure");
});

test("what would be printed as ±0 is the same, and without a good direction a change is a change", () => {
  assert.equal(judge("ratio", "up", [5_000, 10_000], [5_004, 10_000]), "same");
  assert.equal(judge("seconds", "down", [1_004, 100], [1_000, 100]), "same");
  assert.equal(judge("count", "none", [12, null], [40, null]), "changed");
});

test("a ratio that was none or all can be judged, and one without a value cannot", () => {
  assert.equal(judge("ratio", "up", [100, 100], [0, 100]), "better");
  assert.equal(judge("ratio", "up", [0, 0], [5, 10]), null);
});
