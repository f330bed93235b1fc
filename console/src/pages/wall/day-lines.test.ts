import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dayLines, type Lines, type Wall, type WallNow } from "@yingda/contract/live";
import { finished, smooth, sumUntil, withPush } from "./day-lines.ts";

const all = (minutes: number[]) => Object.fromEntries(dayLines.map((line) => [line, minutes])) as Lines;
const now = (from: number, minutes: number[], change: Partial<WallNow> = {}) =>
  ({ edition: 1, day: "2026-11-11", recent: { from, lines: all(minutes) }, ...change }) as WallNow;
const wall = (minutes: number[]) =>
  ({ now: now(0, []), lines: all(minutes), before: { day: "2026-11-10", lines: all([9, 9, 9, 9, 9]) } }) as Wall;

describe("the day's lines", () => {
  test("take what a push says of the last minutes, and stand as they were before", () => {
    assert.deepEqual(withPush(wall([1, 2, 3]), now(1, [2, 5, 1]))?.lines, all([1, 2, 5, 1]));
    assert.deepEqual(withPush(wall([1, 2, 3]), now(3, [7]))?.lines, all([1, 2, 3, 7]));
  });

  test("are asked for again after a gap, at midnight, and when they were counted anew", () => {
    assert.equal(withPush(wall([1, 2, 3]), now(4, [7])), null);
    assert.equal(withPush(wall([1, 2, 3]), now(0, [0], { day: "2026-11-12" })), null);
    assert.equal(withPush(wall([1, 2, 3]), now(1, [2, 3], { edition: 2 })), null);
  });

  test("are smoothed over five minutes, the first ones over as many as there are", () => {
    assert.deepEqual(smooth([5, 5, 5, 5, 5, 10, 0]), [5, 5, 5, 5, 5, 6, 5]);
    assert.deepEqual(smooth([4, 0]), [4, 2]);
    assert.deepEqual(smooth([]), []);
  });

  test("end with the last finished minute, and are held against as many of the other day", () => {
    assert.deepEqual(finished([1, 2, 3]), [1, 2]);
    assert.equal(sumUntil([1, 2, 3], 2), 3);
  });
});
