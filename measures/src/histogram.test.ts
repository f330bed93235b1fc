import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addHistograms, bucketOf, quantileOf } from "./histogram.ts";
import { quantile } from "./statistics.ts";

const durations = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 3e6, noNaN: true })), {
  minLength: 1,
  maxLength: 300,
});
const histogramOf = (values: number[]) =>
  new Map([...Map.groupBy(values, bucketOf)].map(([bucket, own]) => [bucket, own.length]));

test("a quantile of the histogram is within 2.5 % of the true one, however the days were split", () => {
  fc.assert(
    fc.property(durations, durations, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, p) => {
      const whole = addHistograms([histogramOf(one), histogramOf(other)]);
      const exact = quantile([...one, ...other], p)!;
      assert.ok(Math.abs(quantileOf(whole, p)! - exact) <= 0.025 * exact + 1e-9);
    }),
  );
});

test("of nothing there is no quantile", () => {
  assert.equal(quantileOf(new Map(), 0.5), null);
});
