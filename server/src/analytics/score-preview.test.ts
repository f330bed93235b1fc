import assert from "node:assert/strict";
import { test } from "node:test";
import { measureSettingsRoutes as contract } from "@yingda/contract/routes/measure-settings";
import { randomRules } from "@yingda/measures/random-settings.testing";
import fc from "fast-check";
import { backfill } from "../conversations/backfill.ts";
import { changeSettings } from "../shops/shops.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { foldEverything } from "./folding.ts";
import { describeHome } from "./home.ts";
import { toPast, visits } from "./random-logs.ts";
import { previewScore } from "./score-preview.ts";

const { ground, clock } = await openTestGround();
const now = "2026-11-20T16:00:00.000Z";
clock.set(now);

test("what the preview promises is what the home page shows once the rules are saved", async () => {
  await fc.assert(
    fc.asyncProperty(visits(now, 25, { min: 60, max: 120 }), randomRules, async (found, measures) => {
      const ctx = await buildShop(ground);
      await backfill(ctx, toPast(found));
      await foldEverything(ctx);
      const before = await describeHome(ctx, { days: 30 });
      const preview = contract.previewScore.reply.parse(await previewScore(ctx, measures));
      assert.equal(preview.score.saved, before.score.value);
      const unchanged = await describeHome(ctx, { days: 30 });
      assert.deepEqual(unchanged.score, before.score);

      await changeSettings(ctx, { measures });
      await foldEverything(ctx);
      const after = await describeHome(ctx, { days: 30 });
      assert.equal(preview.score.draft, after.score.value);
      for (const { metric, draft } of preview.parts) {
        const shown = after.metrics.find(({ key }) => key === metric)!;
        assert.deepEqual(draft, { value: shown.now.value, points: shown.points, weight: shown.weight });
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
