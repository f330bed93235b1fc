import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildShop } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import {
  chooseBenchmarkTier,
  importBenchmark,
  makeBenchmarkTemplate,
  previewBenchmark,
  removeBenchmark,
} from "./benchmarks.ts";
import { comparableMetrics } from "./comparable.ts";
import { describePeers, findPeers, standingOf } from "./peers.ts";

const { ground } = await openTestGround();
const sheet = (...lines: string[]) => Buffer.from(["指标,行业,层级,中位数,P25,P75,P90", ...lines].join("\n"));
const wait = "human.average_wait";

describe("a benchmark file", () => {
  test("is compared with from its import to its removal", async () => {
    const ctx = await buildShop(ground, { industry: "sports" });
    const bytes = sheet(
      "机器人知识点覆盖率,运动户外,,72%,60%,83%,",
      "平均等待时间,,,38 秒,20,61,90",
      `${wait},sports,,30,18,55,`,
    );
    const preview = await previewBenchmark(ctx, { bytes });
    assert.deepEqual(preview.counts, { rows: 3, good: 3, bad: 0, untouched: 0 });
    assert.equal((await findPeers(ctx, [wait])).state, "too_few_shops", "a preview keeps nothing");
    const overview = await importBenchmark(ctx, { name: "行业报告.csv", bytes });
    assert.deepEqual([overview.state, overview.source, overview.metrics, overview.file!.rows], ["found", "file", 2, 3]);
    const found = await findPeers(ctx, [wait, "bot.knowledge_coverage"]);
    const standing = standingOf(found, wait, 55)!;
    assert.deepEqual(
      [standing.median, standing.p25, standing.p75, standing.percentile],
      [30, 18, 55, 75],
      "its own industry before any",
    );
    assert.equal(standing.source, "file");
    assert.equal((await removeBenchmark(ctx)).state, "too_few_shops");
  });

  test("names every row that can't be used, and why", async () => {
    const ctx = await buildShop(ground, { industry: "sports" });
    const bytes = sheet(
      "没有这个指标,,,1,1,1,",
      `${wait},钢铁,,30,18,55,`,
      `${wait},,,快,18,55,`,
      `${wait},,,,18,55,`,
      `${wait},,,30,40,55,`,
      "机器人解决率,,,62,60,70,",
      `${wait},,,30,18,55,`,
      `${wait},,,31,18,55,`,
      `${wait},,大店,,,,`,
    );
    const { counts, badRows } = await previewBenchmark(ctx, { bytes });
    assert.deepEqual(counts, { rows: 9, good: 1, bad: 7, untouched: 1 });
    assert.deepEqual(
      badRows.map(({ row, column, value, reason }) => [row, column, value, reason]),
      [
        [2, "指标", "没有这个指标", "unknown_metric"],
        [3, "行业", "钢铁", "unknown_industry"],
        [4, "中位数", "快", "not_a_number"],
        [5, "中位数", "", "missing"],
        [6, "中位数", "30", "not_ascending"],
        [7, "P25", "60", "out_of_range"],
        [7, "中位数", "62", "out_of_range"],
        [7, "P75", "70", "out_of_range"],
        [9, "指标", wait, "duplicate"],
      ],
    );
  });

  test("that is none is refused in words, and leaves what was there", async () => {
    const ctx = await buildShop(ground, { industry: "sports" });
    await importBenchmark(ctx, { name: "a.csv", bytes: sheet(`${wait},,,30,18,55,`) });
    for (const bytes of [Buffer.from("a,b\n1,2"), Buffer.from([0, 1, 2, 0xff]), sheet("x,,,1,1,1,"), Buffer.alloc(0)])
      await assert.rejects(importBenchmark(ctx, { name: "b.csv", bytes }), { code: "unreadable_file" });
    assert.equal((await describePeers(ctx)).file!.name, "a.csv");
  });

  test("with several tiers asks which one is ours", async () => {
    const ctx = await buildShop(ground, { industry: "sports" });
    const bytes = sheet(`${wait},,大店,60,40,90,`, `${wait},,小店,30,18,55,`);
    const { state, file } = await importBenchmark(ctx, { name: "a.csv", bytes });
    assert.deepEqual([state, file!.tiers], ["no_tier", ["大店", "小店"]]);
    await assert.rejects(chooseBenchmarkTier(ctx, { tier: "中店" }), { code: "not_found" });
    assert.equal((await chooseBenchmarkTier(ctx, { tier: "小店" })).state, "found");
    assert.equal(standingOf(await findPeers(ctx, [wait]), wait, 30)!.median, 30);
  });

  for (const format of ["xlsx", "csv"] as const) {
    for (const locale of ["zh-CN", "en"] as const) {
      test(`begins as a template of every metric, which comes back with nothing to complain about (${format}, ${locale})`, async () => {
        const ctx = await buildShop(ground, { industry: "sports" });
        const { bytes } = await makeBenchmarkTemplate(ctx, { format, locale });
        const { counts } = await previewBenchmark(ctx, { bytes });
        const rows = comparableMetrics.length;
        assert.deepEqual(counts, { rows, good: 0, bad: 0, untouched: rows });
      });
    }
  }
});
