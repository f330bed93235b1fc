import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AlertCondition } from "@yingda/contract/routes/alerts";
import fc from "fast-check";
import { judgeRule, type RuleState, type Seen, type Verdict } from "./judging.ts";

const start = Date.parse("2026-11-21T02:00:00Z");
const minute = 60_000;
const calm: RuleState = { state: "calm", calmSince: null, lastFiredAt: null };
const slow: AlertCondition = { kind: "above", threshold: 60 };

/** What happened at each look, five minutes apart unless said otherwise. */
function watch(condition: AlertCondition, looks: Partial<Seen & { atMinute: number }>[], coolDownHours = 1) {
  let state: RuleState = calm;
  return looks.map((look, i) => {
    const now = new Date(start + (look.atMinute ?? i * 5) * minute);
    const verdict: Verdict = judgeRule(
      { condition, minimumCases: 10, coolDownHours },
      state,
      { value: 0, cases: 100, tags: [], ...look },
      now,
    );
    state = verdict;
    return verdict.happened;
  });
}

describe("an alert", () => {
  test("fires once, and not again while the figure stays beyond", () => {
    assert.deepEqual(watch(slow, [{ value: 50 }, { value: 61 }, { value: 90 }, { value: 61 }]), [
      null,
      "fired",
      null,
      null,
    ]);
  });

  test("does not flap about its threshold: it ends a twentieth inside", () => {
    const looks = [61, 59, 61, 58, 61, 57, 61].map((value) => ({ value }));
    assert.deepEqual(watch(slow, looks), ["fired", null, null, null, null, "recovered", null]);
  });

  test("after it has ended, the next one waits for the cool-down", () => {
    const looks = [
      { value: 70, atMinute: 0 },
      { value: 40, atMinute: 5 },
      { value: 70, atMinute: 10 },
      { value: 70, atMinute: 59 },
      { value: 70, atMinute: 60 },
    ];
    assert.deepEqual(watch(slow, looks), ["fired", "recovered", null, null, "fired"]);
  });

  test("says nothing of few cases, and takes nothing back by them", () => {
    const looks = [
      { value: 500, cases: 9 },
      { value: 500, cases: 10 },
      { value: 1, cases: 9 },
      { value: null, cases: 0 },
      { value: 1, cases: 10 },
    ];
    assert.deepEqual(watch(slow, looks), [null, "fired", null, null, "recovered"]);
  });

  test("below: a rate that can't rise by a twentieth ends at 100 %", () => {
    const low: AlertCondition = { kind: "below", threshold: 0.98 };
    assert.deepEqual(watch(low, [{ value: 0.97 }, { value: 0.99 }, { value: 1 }]), ["fired", null, "recovered"]);
  });

  test("a tag ends its alarm when it has stayed away for an hour, which a small sample does not count for", () => {
    const tagged: AlertCondition = { kind: "tag", tag: "worsening" };
    const looks = [
      { tags: ["worsening"] as const, atMinute: 0 },
      { tags: [], atMinute: 5 },
      { tags: ["worsening"] as const, atMinute: 30 },
      { tags: [], atMinute: 40 },
      { tags: ["small_sample"] as const, atMinute: 60 },
      { tags: [], atMinute: 99 },
      { tags: [], atMinute: 159 },
    ];
    assert.deepEqual(watch(tagged, looks), ["fired", null, null, null, null, null, "recovered"]);
  });

  test("whatever is seen, alerts and recoveries take turns, an alert first", () => {
    const looks = fc.array(
      fc.record({ value: fc.option(fc.integer({ min: 0, max: 120 })), cases: fc.integer({ min: 0, max: 30 }) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(looks, (seen) => {
        const told = watch(slow, seen).filter((each) => each !== null);
        assert.ok(told.every((each, i) => each === (i % 2 === 0 ? "fired" : "recovered")));
      }),
    );
  });
});
