import assert from "node:assert/strict";
import { test } from "node:test";
import type { HeldOutFigures, Share } from "@yingda/answering/learning/types";
import { judgeLearning } from "./verdict.ts";

const of = (share: number): Share => ({ share, low: share - 0.05, high: share + 0.05 });
const figures = (first: number, answered: number, right: number | null): HeldOutFigures => ({
  ...{ asked: 100, answerable: 90, rightFirst: of(first), answered, rightAnswered: right === null ? null : of(right) },
});
const before = figures(0.6, 40, 0.9);
const judge = (after: HeldOutFigures, tests: Parameters<typeof judgeLearning>[2] = null) =>
  judgeLearning({ before, after, since: null }, true, tests);

test("what finds the right entry more often, or answers surer, or answers more rightly, is used", () => {
  assert.equal(judge(figures(0.62, 40, 0.9)), null);
  assert.equal(judge(figures(0.6, 40, 0.92)), null);
  assert.equal(judge(figures(0.6, 45, 0.9)), null);
});

test("what is worse in one of the two, or better in nothing, is not used", () => {
  assert.equal(judge(figures(0.7, 60, 0.89)), "not_better");
  assert.equal(judge(figures(0.59, 60, 0.95)), "not_better");
  assert.equal(judge(before), "not_better");
  assert.equal(judge(figures(0.6, 30, 0.9)), "not_better");
});

test("surer answers at the price of many are not better, at that of few they are", () => {
  assert.equal(judge(figures(0.62, 34, 1)), "not_better");
  assert.equal(judge(figures(0.62, 36, 0.97)), null);
});

test("a test of the shop's that would fail weighs more than any figure; nothing learned is nothing used", () => {
  const better = figures(0.8, 60, 0.95);
  assert.equal(judge(better, { total: 20, before: 18, after: 19, broken: 1 }), "tests");
  assert.equal(judge(better, { total: 20, before: 18, after: 20, broken: 0 }), null);
  assert.equal(judgeLearning({ before, after: better, since: null }, false, null), "nothing_learned");
});

test("who answered nothing before has no precision to lose", () => {
  const silent = figures(0.5, 0, null);
  assert.equal(judgeLearning({ before: silent, after: figures(0.6, 20, 0.8), since: null }, true, null), null);
});

test("what is clearly worse than the version in use, on questions that came since, is not used; by chance it may be", () => {
  const better = figures(0.7, 45, 0.92);
  const beside = (inUse: HeldOutFigures, now: HeldOutFigures) =>
    judgeLearning({ before, after: better, since: { before: inUse, after: now } }, true, null);
  assert.equal(beside(figures(0.8, 20, 0.9), figures(0.7, 20, 0.9)), "worse_than_used");
  assert.equal(beside(figures(0.8, 20, 0.9), figures(0.8, 20, 0.8)), "worse_than_used");
  assert.equal(beside(figures(0.8, 20, 0.9), figures(0.77, 20, 0.88)), null);
});
