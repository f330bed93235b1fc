import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "./fold.ts";
import { randomLog } from "./random-log.testing.ts";
import { defaultSettings as settings } from "./settings.ts";
import { shareStints } from "./stints.ts";

const at = (second: number) => new Date(Date.UTC(2024, 5, 3) + second * 1000).toISOString();
const stint = (agentId: string, from: number, to: number | null) => ({
  agentId,
  connectedAt: at(from),
  endedAt: to === null ? null : at(to),
  shareSeconds: null,
});
const shares = (...stints: ReturnType<typeof stint>[]) => shareStints(stints).map((one) => one.shareSeconds);

describe("an agent's own time in a conversation", () => {
  test("is all of it while nothing else is held, and half while there are two", () => {
    assert.deepEqual(shares(stint("a", 0, 100)), [100]);
    assert.deepEqual(shares(stint("a", 0, 100), stint("a", 50, 100)), [75, 25]);
    // Three at once between 10 and 40.
    assert.deepEqual(shares(stint("a", 0, 40), stint("a", 10, 40), stint("a", 10, 70)), [20, 10, 40]);
  });

  test("is not shared with another agent's, nor with one that begins when it ends", () => {
    assert.deepEqual(shares(stint("a", 0, 100), stint("b", 0, 100), stint("a", 100, 130)), [100, 100, 30]);
  });

  test("is not known while it lasts", () => {
    assert.deepEqual(shares(stint("a", 0, null), stint("a", 0, 10)), [null, 10]);
  });

  test("adds up to the time in which at least one was held, whatever overlaps", () => {
    const some = fc.array(fc.tuple(fc.nat({ max: 2000 }), fc.nat({ max: 500 })), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, (spans) => {
        const stints = spans.map(([from, length]) => stint("a", from, from + length));
        const busy = new Set(spans.flatMap(([from, length]) => Array.from({ length }, (_, i) => from + i))).size;
        const found = shareStints(stints);
        const sum = found.reduce((total, one) => total + one.shareSeconds!, 0);
        assert.ok(Math.abs(sum - busy) <= 0.002 * stints.length, `${sum} of ${busy}`);
        for (const [i, one] of found.entries()) assert.ok(one.shareSeconds! <= spans[i]![1]);
      }),
    );
  });
});

test("an agent holds a conversation from connect, transfer or reopening until nobody or somebody else does", () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      const { stint: stints, conversation } = fold(log, settings, "2025-01-31T00:00:00Z");
      for (const [i, one] of stints.entries()) {
        const next = stints[i + 1];
        if (next) assert.ok(next.seq > one.seq);
        if (next && one.endedAt) assert.ok(next.connectedAt! >= one.endedAt);
        if (one.endedAt === null && conversation[0]!.endedAt !== null) assert.equal(next, undefined);
      }
    }),
    { numRuns: 300 },
  );
});
