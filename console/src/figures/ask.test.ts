import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure, MetricWords } from "@yingda/contract/figures";
import type { FigureReply } from "@yingda/contract/routes/figures";
import { byName, merge } from "./ask.ts";

const figure = (numerator: number): Figure => ({
  numerator,
  denominator: 10,
  value: numerator / 10,
  median: null,
  p90: null,
});
const words = (key: string): MetricWords => ({
  key,
  unit: "ratio",
  good: "up",
  name: { "zh-CN": key, en: key },
  formula: { "zh-CN": key, en: key },
});

function reply(
  metrics: string[],
  rows: [key: string | null, ...numerators: number[]][],
  rowCount = rows.length,
): FigureReply {
  return {
    window: { from: "2026-11-01", to: "2026-11-02" },
    before: null,
    metrics: metrics.map(words),
    total: { now: metrics.map((_, i) => figure(i)), before: null },
    rows: rows.map(([key, ...numerators]) => ({
      keys: [{ key, name: null }],
      now: numerators.map(figure),
      before: numerators.map((numerator) => figure(numerator + 1)),
    })),
    rowCount,
  };
}

test("figures are found by their metric's name, in rows and in the whole", () => {
  const figures = byName(reply(["a", "b"], [["x", 3, 4]]));
  assert.equal(figures.total.get("b")!.now.numerator, 1);
  assert.equal(figures.total.get("b")!.before, null);
  assert.equal(figures.rows[0]!.figures.get("b")!.now.numerator, 4);
  assert.equal(figures.rows[0]!.figures.get("b")!.before!.numerator, 5);
});

test("answers to single questions make one table: a row for each value that any of them knows, “none” too", () => {
  const merged = merge(
    [
      byName(
        reply(
          ["a"],
          [
            ["x", 1],
            [null, 2],
          ],
        ),
      ),
      byName(
        reply(
          ["b"],
          [
            ["y", 3],
            ["x", 4],
          ],
          70,
        ),
      ),
    ],
    ["c"],
  );
  assert.deepEqual(
    merged.rows.map(({ keys, figures }) => [
      keys[0]!.key,
      figures.get("a")?.now.numerator,
      figures.get("b")?.now.numerator,
    ]),
    [
      ["x", 1, 4],
      [null, 2, undefined],
      ["y", undefined, 3],
    ],
  );
  assert.deepEqual([merged.rowCount, merged.unfit, [...merged.words.keys()]], [70, ["c"], ["a", "b"]]);
});
