import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as metrics from "../bench/parts/answer-metrics.ts";

/** Worked out by hand: eight answerable texts, of which six are answered rightly, one far text and one near. */
const row = (gold: string | null, score: number, ids: string[], kind = "in"): metrics.Answered => ({
  gold,
  kind,
  hits: ids.map((id, place) => ({ id, score: score - place / 100 })),
});
const right = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((score) => row("a", score, ["a", "b"]));
const rows = [
  ...right,
  row("a", 0.35, ["b", "a"]),
  row("a", 0.3, ["b", "c", "d", "a"]),
  row(null, 0.1, ["a"], "far"),
  row(null, 0.45, ["b"], "near"),
];

describe("the figures of the answering bench", () => {
  test("rank the right answer over answerable texts", () => {
    assert.deepEqual(metrics.measureRanking(rows), { top1: 6 / 8, top3: 7 / 8, mrr: (6 + 1 / 2 + 1 / 4) / 8 });
  });

  test("weigh answers as a mix of 80 % answerable texts and 10 % of each other kind", () => {
    // Each answerable text weighs 0.1. From 0.4 on six right ones are answered, and the near one.
    const { precision, coverage } = metrics.measureAt(rows, 0.4);
    assert.ok(Math.abs(precision - 0.6 / 0.7) < 1e-9);
    assert.ok(Math.abs(coverage - 6 / 8) < 1e-9);
  });

  test("find the widest threshold that is right often enough, and say nothing of fewer than ten answers", () => {
    assert.equal(metrics.findCoverage(rows.slice(0, 9), 0.5).coverage, 0);
    assert.deepEqual(metrics.findCoverage(rows, 0.6), { coverage: 6 / 8, threshold: 0.1 });
  });

  test("count what is refused", () => {
    const refusal = metrics.measureRefusal(rows, 0.4);
    assert.deepEqual(refusal, { f1: (2 * (1 / 3) * (1 / 2)) / (1 / 3 + 1 / 2), recall: 0.5, kept: 6 / 8, far: 1 });
    assert.equal(
      metrics.findThreshold(rows, ({ kept, recall }) => kept + recall),
      0.5,
    );
  });
});
