import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { addDays } from "../platform/local-time.ts";
import { cover, lengthOf, lengths, partsOf, type Span, spansOf } from "./rollup-spans.ts";

const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays("2020-01-01", n));
const daysIn = ({ from, to }: Span): string[] =>
  Array.from({ length: lengthOf({ from, to }) }, (_, i) => addDays(from, i));

describe("spans", () => {
  test("of a day hold it, lie in each other, and are made of three", () => {
    fc.assert(
      fc.property(days, (day) => {
        const own = spansOf(day);
        assert.deepEqual(own.map(lengthOf), [...lengths]);
        for (const [i, span] of own.entries()) {
          assert.ok(daysIn(span).includes(day));
          if (i === 0) continue;
          const parts = partsOf(span);
          assert.deepEqual(parts.flatMap(daysIn), daysIn(span));
          assert.ok(parts.some((part) => part.from === own[i - 1]!.from && part.to === own[i - 1]!.to));
        }
      }),
    );
  });

  test("cover a window exactly, whichever of them there are", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 100 }), fc.array(days, { maxLength: 60 }), (from, length, known) => {
        const window = { from, to: addDays(from, length) };
        const { spans, open } = cover(window, known.flatMap(spansOf));
        assert.deepEqual([...spans.flatMap(daysIn), ...open].sort(), daysIn(window));
      }),
    );
  });

  test("of thirty days are eight at most", () => {
    fc.assert(
      fc.property(days, (from) => {
        const window = { from, to: addDays(from, 30) };
        const { spans, open } = cover(window, daysIn(window).flatMap(spansOf));
        assert.ok(spans.length <= 8 && open.length === 0, `${spans.length} spans`);
      }),
    );
  });
});
