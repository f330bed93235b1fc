import assert from "node:assert/strict";
import { test } from "node:test";
import { palettes } from "../ui/theme.ts";
import { lineOption } from "./line-option.ts";

const linesOf = (before: (number | null)[] | null) => {
  const option = lineOption({
    colours: palettes.light,
    labels: ["11月1日", "11月2日"],
    now: [12, 15],
    before,
    words: { now: "本期", before: "对比期" },
    isFromZero: true,
    unit: "seconds",
    axis: String,
    tip: String,
  });
  return (option.series as { endLabel: { formatter: string } }[]).map(({ endLabel }) => endLabel.formatter);
};

test("the window compared with has a line as soon as it has one value", () => {
  assert.deepEqual(linesOf([null, 9]), ["对比期", "本期"]);
  assert.deepEqual(linesOf(null), ["本期"]);
});

test("last year, when there was no shop yet, has no line whose label would be drawn at NaN", () => {
  assert.deepEqual(linesOf([null, null]), ["本期"]);
});
