import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dimension } from "@yingda/contract/figures";
import { figureQuery } from "@yingda/contract/routes/figures";
import { catalogue, getMetric } from "@yingda/measures/catalogue";
import { dimensionsOf, getDimension } from "@yingda/measures/dimensions";
import type { Metric } from "@yingda/measures/metric";
import fc from "fast-check";
import type { Ctx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { firstRow, rows, sql } from "../platform/db/database.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { takeApart } from "./clusters.ts";
import { foldEverything } from "./folding.ts";
import { queryFigures } from "./query.ts";
import { toPast, visits } from "./random-logs.ts";
import { rollDays } from "./rolling.ts";
import { planReading } from "./rollup-read.ts";
import { lengthOf } from "./rollup-spans.ts";
import { estimateSpread, sortOut } from "./spreads.ts";
import { sumUp, withSlices } from "./sums.ts";
import { asked, closed, remember, started } from "./testing-logs.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
clock.set(end);
const everyDay = { worthwhile: 1, quiet: -1_000 };
const span = { from: "2026-11-15", to: "2026-11-19" };
const window = { from: "2026-11-15", to: "2026-11-20" };

async function rollEverything(): Promise<void> {
  while ((await rollDays(ground, everyDay)) > 0);
}

async function fill(seed: number): Promise<Ctx> {
  const ctx = await buildShop(ground);
  const [found] = fc.sample(visits(end, 9, { min: 120, max: 150 }), { numRuns: 1, seed });
  await backfill(ctx, toPast(found!));
  await foldEverything(ctx);
  return ctx;
}

const countRolled = async (ctx: Ctx) =>
  (await firstRow(
    ctx.db,
    sql<{ n: number }>`
    select count(*) as n from rollup_day where shop_id = ${ctx.shopId} and rolled_changes = changes`,
  ))!.n;

const ask = (ctx: Ctx, input: object) => queryFigures(ctx, figureQuery.parse({ window: span, limit: 2000, ...input }));

/** Everything that the sums can answer, and some that they can't. */
async function askMuch(ctx: Ctx): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const metrics of Map.groupBy(catalogue, (metric) => metric.fact).values()) {
    const keys = metrics.map(({ key }) => key).slice(0, 30);
    const common = dimensionsOf(metrics[0]!).filter((one) =>
      metrics.every((metric) => metric.dimensions.includes(one.column)),
    );
    for (const { key } of common) {
      answers.push(await ask(ctx, { metrics: keys, dimensions: [key], compare: "previous" }));
      answers.push(
        await ask(ctx, { metrics: keys, dimensions: ["day"], filters: [{ dimension: key, in: ["web", null, "09"] }] }),
      );
    }
    answers.push(await ask(ctx, { metrics: keys, dimensions: ["channel", "week"] }));
    answers.push(
      await ask(ctx, {
        metrics: keys,
        dimensions: ["channel"],
        filters: [{ dimension: "intent", in: ["size"], not: true }],
      }),
    );
  }
  return answers;
}

describe("days that were added up", () => {
  test("answer as their facts do, whatever is asked, with some days open and some not", async () => {
    const ctx = await fill(3);
    const before = await askMuch(ctx);
    await rollEverything();
    assert.ok((await countRolled(ctx)) > 7);
    const reading = await planReading(ctx, "turn", [getDimension("agent")], { window });
    assert.deepEqual(reading!.spans.map(lengthOf), [3, 1, 1]);
    assert.deepEqual(await askMuch(ctx), before);
    await rows(
      ctx.db,
      sql`update rollup_day set changes = changes + 1 where shop_id = ${ctx.shopId} and extract(day from local_day)::int % 3 = 0`,
    );
    assert.deepEqual(await askMuch(ctx), before);
  });

  test("weigh as their facts do: the same certainty by every dimension", async () => {
    const ctx = await fill(4);
    const means = catalogue.filter((metric) => metric.denominator);
    const weigh = async (metric: Metric, key: Dimension) => {
      const { groups, whole } = await takeApart(ctx, metric, getDimension(key), { window });
      const sorted = [...groups].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      return JSON.stringify([whole, sorted], (_, value) =>
        typeof value === "number" ? Number(value.toPrecision(9)) : value,
      );
    };
    const expected = new Map<string, string>();
    for (const metric of means) {
      for (const { key } of dimensionsOf(metric)) expected.set(`${metric.key} ${key}`, await weigh(metric, key));
    }
    await rollEverything();
    for (const metric of means) {
      for (const { key } of dimensionsOf(metric)) {
        assert.equal(await weigh(metric, key), expected.get(`${metric.key} ${key}`), `${metric.key} by ${key}`);
      }
    }
  });

  test("know how durations are spread, to 2.5 %", async () => {
    const ctx = await fill(5);
    await rollEverything();
    for (const metric of catalogue.filter((one) => one.spread)) {
      for (const by of [[], [getDimension("channel")], [getDimension("week")]]) {
        const exact = new Map(
          (await sortOut(ctx, metric, by, { window })).map((one) => [String(one.keys), one.spread]),
        );
        const near = await estimateSpread(ctx, metric, by, { window });
        for (const { keys, spread } of near) {
          const { median, p90 } = exact.get(String(keys))!;
          assert.ok(
            Math.abs(spread.median! - median!) <= 0.025 * median! + 1e-6,
            `${metric.key}: ${spread.median} ≠ ${median}`,
          );
          assert.ok(Math.abs(spread.p90! - p90!) <= 0.025 * p90! + 1e-6, `${metric.key}: ${spread.p90} ≠ ${p90}`);
        }
      }
    }
  });

  test("are read no more once anything of the day has changed", async () => {
    const ctx = await fill(6);
    await rollEverything();
    const conversations = async () =>
      (await ask(ctx, { metrics: ["compare.bot_vs_human.conversations"] })).total.now[0]!.value!;
    const known = await conversations();
    const { conversationId } = await remember(ctx, "2026-11-17T10:00:00", [
      [0, started],
      [1, asked],
      [90, closed],
    ]);
    await foldEverything(ctx);
    assert.equal(await conversations(), known + 1);
    await rollEverything();
    assert.equal(await conversations(), known + 1);
    await rows(
      ctx.db,
      sql`delete from conversation where shop_id = ${ctx.shopId} and conversation_id = ${conversationId}`,
    );
    assert.equal(await conversations(), known);
  });

  test("are put together again when a day among them was added up anew", async () => {
    const ctx = await fill(8);
    await rollEverything();
    const before = await askMuch(ctx);
    const listSpans = () =>
      rows(ctx.db, sql`select days::text from rollup_span where shop_id = ${ctx.shopId} order by days`);
    const spans = await listSpans();
    const listRead = async () => (await planReading(ctx, "turn", [], { window }))?.spans.map(lengthOf);
    await rows(ctx.db, sql`update rollup_day set changes = changes + 1 where shop_id = ${ctx.shopId}`);
    assert.equal(await listRead(), undefined);
    await rollEverything();
    assert.deepEqual(await listRead(), [3, 1, 1]);
    assert.deepEqual(await listSpans(), spans);
    assert.deepEqual(await askMuch(ctx), before);
  });

  test("are asked for again when they go while they are read", async () => {
    const ctx = await fill(9);
    const metric = getMetric("compare.bot_vs_human.conversations");
    const [whole] = await sumUp(ctx, metric.fact, [metric], [], { window });
    await rollEverything();
    let times = 0;
    const sums = await withSlices(ctx, { window, before: null, filters: [] }, async (slice) => {
      times++;
      if (times === 1) await rows(ctx.db, sql`delete from rollup_span where shop_id = ${ctx.shopId}`);
      return sumUp(ctx, metric.fact, [metric], [], slice);
    });
    assert.equal(times, 2);
    assert.deepEqual(sums, [whole]);
  });

  test("are asked for once when the two windows overlap", async () => {
    const ctx = await fill(10);
    await rollEverything();
    let times = 0;
    await withSlices(ctx, { window, before: window, filters: [] }, async (slice, earlier) => {
      times++;
      assert.ok(slice.spans!.length > 0 && earlier!.spans!.length > 0);
    });
    assert.equal(times, 1);
  });

  test("go with their shop", async () => {
    const ctx = await fill(7);
    await rollEverything();
    await rows(ctx.db, sql`delete from shop where shop_id = ${ctx.shopId}`);
    for (const table of ["rollup_day", "rollup_span", "rollup", "rollup_spread"]) {
      const left = await firstRow(
        ctx.db,
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where shop_id = ${ctx.shopId}`,
      );
      assert.equal(left!.n, 0, table);
    }
  });
});
