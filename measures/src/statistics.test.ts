import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { normalCdf, normalQuantile, normalTail, studentCdf, studentQuantile } from "./distributions.ts";
import { checkSampleRatio, compareMeans, compareRates } from "./experiment.ts";
import { clusteredMean, controlFalseDiscovery, pooledZ, quantile, wilsonBounds } from "./statistics.ts";

const near = (found: number, expected: number, within = 1e-12) =>
  assert.ok(Math.abs(found - expected) <= within * Math.max(1, Math.abs(expected)), `${found} is not ${expected}`);

describe("distributions agree with printed tables", () => {
  test("normal", () => {
    near(normalCdf(1.96), 0.9750021048517795);
    near(normalCdf(-3.5), 0.00023262907903552504);
    near(normalTail(6) / 9.865876450376946e-10, 1);
    near(normalQuantile(0.975), 1.959963984540054);
    near(normalQuantile(0.95), 1.6448536269514722);
  });

  test("the quantile undoes the distribution", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => near(normalCdf(normalQuantile(p)), p)),
    );
  });

  test("Student's t", () => {
    near(studentCdf(1, 1), 0.75); // arctan
    near(studentCdf(2, 2), 0.5 + 1 / Math.sqrt(6)); // t/(2√(2 + t²))
    near(studentQuantile(0.975, 10), 2.2281388519649385, 1e-9);
    near(studentQuantile(0.975, 1e7), 1.96, 1e-4);
  });
});

test("quantiles interpolate as PostgreSQL's percentile_cont", () => {
  assert.equal(quantile([], 0.5), null);
  assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  assert.equal(quantile([10, 20, 30], 0.9), 28);
  assert.equal(quantile([7], 0.9), 7);
});

test("Wilson bounds hold the rate between them and stay between 0 and 1", () => {
  near(wilsonBounds({ hits: 30, trials: 200 }, 0.95)!.lower, 0.113155, 1e-6);
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
      const trials = hits + misses;
      const bounds = wilsonBounds({ hits, trials }, 0.95);
      if (trials === 0) return assert.equal(bounds, null);
      assert.ok(bounds!.lower >= 0 && bounds!.upper <= 1);
      assert.ok(bounds!.lower <= hits / trials + 1e-12 && hits / trials <= bounds!.upper + 1e-12);
    }),
  );
});

test("two rates: z changes sign with the order, and is unknown where nothing varies", () => {
  near(pooledZ({ hits: 40, trials: 400 }, { hits: 64, trials: 400 })!, 2.523103, 1e-6);
  near(pooledZ({ hits: 64, trials: 400 }, { hits: 40, trials: 400 })!, -2.523103, 1e-6);
  assert.equal(pooledZ({ hits: 0, trials: 10 }, { hits: 0, trials: 10 }), null);
  assert.equal(pooledZ({ hits: 0, trials: 0 }, { hits: 1, trials: 10 }), null);
  assert.equal(compareRates({ hits: 0, trials: 0 }, { hits: 1, trials: 10 }), null);
});

test("two means by Welch's t", () => {
  // Means 3 and 5, variances 2.5 and 10/3 over 5 and 4 values: error √(0.5 + 0.8333) = 1.1547, t = 1.7321
  const found = compareMeans([1, 2, 3, 4, 5], [3, 4, 6, 7])!;
  near(found.difference, 2);
  near(found.statistic!, 2 / Math.sqrt(0.5 + 10 / 3 / 4));
  assert.equal(found.isSignificant, false);
  assert.ok(found.interval.low < 0 && found.interval.high > 4);
  assert.equal(compareMeans([1], [1, 2]), null);
  assert.equal(compareMeans([1, 1], [2, 2])!.pTwoSided, null);
});

test("a test whose arms were filled unevenly is found out", () => {
  assert.ok(checkSampleRatio(5000, 5300)! < 0.01);
  assert.ok(checkSampleRatio(5000, 5020)! > 0.5);
  assert.equal(checkSampleRatio(0, 0), null);
});

test("turns of one conversation count as one piece of evidence", () => {
  const alone = clusteredMean([1, 2, 3, 4].map((value, index) => ({ cluster: `${index}`, value })))!;
  const together = clusteredMean([1, 1, 2, 2, 3, 3, 4, 4].map((value) => ({ cluster: `${value}`, value })))!;
  near(alone.mean, together.mean);
  near(alone.standardError, together.standardError);
  near(alone.standardError, Math.sqrt(5 / 3 / 4)); // the plain error of a mean, when every cluster is one
  assert.equal(clusteredMean([]), null);
});

test("of many findings only those stand that Benjamini and Hochberg let stand", () => {
  // Ranked 0.01, 0.02, 0.03, 0.04, 0.2 against 0.02, 0.04, 0.06, 0.08, 0.1
  assert.deepEqual(controlFalseDiscovery([0.04, 0.01, 0.2, 0.03, 0.02], 0.1), [true, true, false, true, true]);
  assert.deepEqual(controlFalseDiscovery([], 0.1), []);
});
