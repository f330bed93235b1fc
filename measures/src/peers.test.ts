import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Points, standAmong, summarisePeers } from "./peers.ts";

const values = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("standing among peers", () => {
  test("by hand: values 1 to 11, ours the median, between two, below and above all", () => {
    const points = summarisePeers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])!;
    assert.deepEqual(standAmong(points, 6), { median: 6, p25: 3.5, p75: 8.5, percentile: 50, bound: null });
    assert.equal(standAmong(points, 6.5).percentile, 55);
    assert.deepEqual([standAmong(points, 0).percentile, standAmong(points, 0).bound], [10, "at_most"]);
    assert.deepEqual([standAmong(points, 99).percentile, standAmong(points, 99).bound], [90, "at_least"]);
    assert.equal(standAmong(points, null).percentile, null);
  });

  test("a file may know no more than three percentiles", () => {
    const points: Points = [
      { p: 25, value: 0.5 },
      { p: 50, value: 0.6 },
      { p: 75, value: 0.8 },
    ];
    assert.equal(Math.round(standAmong(points, 0.7).percentile! * 10) / 10, 62.5);
    assert.deepEqual([standAmong(points, 0.9).percentile, standAmong(points, 0.9).bound], [75, "at_least"]);
  });

  test("where all are alike, who is like them stands in the middle", () => {
    assert.equal(standAmong(summarisePeers([5, 5, 5, 5])!, 5).percentile, 50);
  });

  test("a larger value never stands lower, and the percentile is one", () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: -1, max: 1001, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (all, value, more) => {
          const points = summarisePeers(all)!;
          const [low, high] = [standAmong(points, value).percentile!, standAmong(points, value + more).percentile!];
          assert.ok(low >= 0 && high <= 100 && low <= high + 1e-9, `${low} ${high}`);
        },
      ),
    );
  });
});
