import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { backoffMs } from "./backoff.ts";

test("the wait doubles from half a second to half a minute and stays there", () => {
  assert.deepEqual(
    [0, 1, 2, 5, 6, 7, 1000].map((attempt) => backoffMs(attempt, 1)),
    [500, 1000, 2000, 16000, 30000, 30000, 30000],
  );
});

test("chance moves the wait, but never below half of it", () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const waitMs = backoffMs(attempt, chance);
      assert.ok(waitMs >= backoffMs(attempt, 1) / 2 && waitMs <= backoffMs(attempt, 1));
    }),
  );
});
