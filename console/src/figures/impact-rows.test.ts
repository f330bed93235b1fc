import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import { arrangeImpact, reachOf } from "./impact-rows.ts";

const group = (key: string | null, impact: number, total: number, n = 20): DiagnosisGroup => ({
  key,
  name: null,
  n,
  sum: 0,
  mean: 0,
  impact,
  low: impact - 100,
  high: impact + 100,
  isRanked: true,
  leaveOneOut: null,
  before: null,
  rateEffect: total,
  mixEffect: 0,
  total,
  tags: [],
});

const diagnosis = (groups: DiagnosisGroup[], rest: Partial<Diagnosis> = {}) =>
  ({
    dimension: "agent",
    groups,
    groupCount: groups.length,
    change: 7,
    now: { denominator: 1000 },
    ...rest,
  }) as Diagnosis;

test("the largest stand first, by impact or by change", () => {
  const three = diagnosis([group("a", -8, 1), group("b", 13, 2), group("c", -5, 4)]);
  assert.deepEqual(
    arrangeImpact(three, "impact").shown.map(({ key }) => key),
    ["b", "a", "c"],
  );
  assert.deepEqual(
    arrangeImpact(three, "change").shown.map(({ key }) => key),
    ["c", "b", "a"],
  );
  assert.equal(arrangeImpact(three, "impact").rest, null);
});

test("what has no bar of its own is put together, so that the bars add up", () => {
  const many = Array.from({ length: 20 }, (_, i) => group(String(i), i + 1, 0.5));
  const { shown, rest } = arrangeImpact(diagnosis(many, { groupCount: 150 }), "impact");
  const sum = shown.reduce((total, { impact }) => total + impact, 0);
  assert.equal(shown.length, 12);
  assert.deepEqual(rest, { count: 138, n: 760, impact: -sum, total: 7 - 12 * 0.5 });
});

test("hours stay in their order, the unknown one last", () => {
  const hours = [group("9", 1, 0), group(null, 9, 0), group("10", 2, 0), group("0", 3, 0)];
  const { shown } = arrangeImpact(diagnosis(hours, { dimension: "hour" }), "impact");
  assert.deepEqual(
    shown.map(({ key }) => key),
    ["0", "9", "10", null],
  );
});

test("the interval of a very small group does not press the others flat", () => {
  assert.equal(reachOf([group("a", 2, 0), group("b", 1, 0, 19)], null).impact, 102);
  assert.equal(reachOf([group("a", 2, 0, 19)], null).impact, 2);
});
