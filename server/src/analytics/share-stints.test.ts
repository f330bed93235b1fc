import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { getMetric } from "@yingda/measures/catalogue";
import fc from "fast-check";
import { backfill } from "../conversations/backfill.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { evaluate } from "./evaluate.ts";
import { foldEverything } from "./folding.ts";
import { toPast, visits } from "./random-logs.ts";
import { foldInMemory, readFacts, toLog } from "./testing-facts.ts";
import { closed, connected, remember, replied, requested, started } from "./testing-logs.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
clock.set(end);

describe("agents' time, shared between the conversations they hold", () => {
  test("comes out the same folded bit by bit as all at once in memory", async () => {
    await fc.assert(
      fc.asyncProperty(visits(end, 3, { min: 60, max: 90 }), fc.integer({ min: 1, max: 12 }), async (found, parts) => {
        const past = toPast(found);
        const ctx = await buildShop(ground);
        const size = Math.ceil(past.conversations.length / parts);
        for (let i = 0; i < past.conversations.length; i += size) {
          await backfill(ctx, { ...past, conversations: past.conversations.slice(i, i + size) });
          await foldEverything(ctx);
        }
        const facts = await foldInMemory(ctx, past.conversations.map(toLog));
        assert.ok(facts.stint.some((one) => one.shareSeconds !== null && one.shareSeconds < one.seconds!));
        assert.deepEqual((await readFacts(ctx)).stint, facts.stint);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  test("says how many are served at once, and what a conversation then costs", async () => {
    const ctx = await buildShop(ground);
    const steps = (from: number, to: number): Parameters<typeof remember>[2] => [
      [from, started],
      [from, requested],
      [from, connected],
      [from + 5, replied],
      [to, closed],
    ];
    // Held 0–100, 50–150 and, alone, 1000–1100: 300 s of conversations in 250 s.
    await remember(ctx, "2026-11-10T10:00:00", steps(0, 100));
    await remember(ctx, "2026-11-10T10:00:00", steps(50, 150));
    await remember(ctx, "2026-11-10T10:00:00", steps(1000, 1100));
    await foldEverything(ctx);
    const keys = ["human.concurrency", "human.handle_time", "human.handle_time.per_concurrency"];
    const measured = await evaluate(ctx, keys.map(getMetric), { from: "2026-11-10", to: "2026-11-11" });
    const parts = keys.map((key) => [measured.get(key)!.numerator, measured.get(key)!.denominator]);
    assert.deepEqual(parts, [
      [300, 250],
      [300, 3],
      [250, 3],
    ]);
  });
});
