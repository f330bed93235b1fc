import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dimension } from "@yingda/contract/figures";
import { figureQuery } from "@yingda/contract/routes/figures";
import { catalogue, getMetric } from "@yingda/measures/catalogue";
import { dimensionsOf, getDimension } from "@yingda/measures/dimensions";
import { type AnyRow, evaluate, evaluateBy } from "@yingda/measures/evaluate";
import fc from "fast-check";
import { backfill } from "../conversations/backfill.ts";
import { getIntentTree } from "../intents/tree.ts";
import { rows, sql } from "../platform/db/database.ts";
import { AppError } from "../platform/errors.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { factNames, tableOf } from "./fact-tables.ts";
import { foldEverything } from "./folding.ts";
import { queryFigures } from "./query.ts";
import { toPast, visits } from "./random-logs.ts";
import { foldInMemory, toLog } from "./testing-facts.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
clock.set(end);

const [found] = fc.sample(visits(end, 40, { min: 300, max: 400 }), { numRuns: 1, seed: 11 });
const past = toPast(found!);
const ctx = await buildShop(ground);
await backfill(ctx, past);
await foldEverything(ctx);
const facts = await foldInMemory(ctx, past.conversations.map(toLog));

const window = { from: "2026-11-01", to: "2026-11-15" };
const before = { from: "2026-10-17", to: "2026-10-31" };
const within = (span: typeof window) => (row: AnyRow) =>
  String(row.localDay) >= span.from && String(row.localDay) <= span.to;
const ask = (input: object) => queryFigures(ctx, figureQuery.parse({ window, ...input }));

describe("figures that are asked for", () => {
  test("are what measures says of the same facts, cut by every dimension a metric has", async () => {
    for (const metric of catalogue) {
      for (const { key, column } of dimensionsOf(metric).filter((one) => !one.grain && one.key !== "intentGroup")) {
        const reply = await ask({ metrics: [metric.key], dimensions: [key], limit: 2000 });
        const expected = evaluateBy(metric, facts, column, within(window));
        const named = new Map(reply.rows.map((row) => [row.keys[0]!.key, row.now[0]]));
        for (const [value, figure] of expected) {
          assert.deepEqual(
            named.get(value === null ? null : String(value)),
            figure,
            `${metric.key} by ${key}: ${value}`,
          );
        }
        assert.deepEqual(reply.total.now[0], evaluate(metric, facts, within(window)), metric.key);
      }
    }
  });

  test("are the same for the rows that a limit leaves, whatever kinds of facts stand side by side", async () => {
    const shop = await buildShop(ground);
    await backfill(shop, toPast(found!));
    await foldEverything(shop);
    for (const fact of factNames) {
      await rows(
        ground.db,
        sql`update ${tableOf(fact)} set product_id = 'p' || abs(hashtext(conversation_id::text)) % 12 where shop_id = ${shop.shopId}`,
      );
    }
    const metrics = ["human.average_response", "human.reply_rate", "human.satisfaction_rate", "human.requests"];
    for (const orderBy of [
      undefined,
      { metric: "human.requests", direction: "desc" },
      { metric: "human.reply_rate", direction: "asc" },
    ]) {
      const wish = { window, metrics, dimensions: ["product"], compare: "previous", orderBy };
      const all = await queryFigures(shop, figureQuery.parse({ ...wish, limit: 2000 }));
      assert.equal(all.rows.length, 12);
      for (const limit of [1, 4, 11]) {
        const cut = await queryFigures(shop, figureQuery.parse({ ...wish, limit }));
        assert.deepEqual(cut.rows, all.rows.slice(0, limit), `${JSON.stringify(orderBy)} ${limit}`);
        assert.deepEqual(cut.total, all.total);
        assert.equal(cut.rowCount, 12);
      }
    }
  });

  test("keep their median by groups of intents, however few are shown", async () => {
    const shop = await buildShop(ground);
    await backfill(shop, toPast(found!));
    await foldEverything(shop);
    const { groups } = await getIntentTree(shop);
    const leaves = groups.slice(0, 3).map(({ intents }) => intents[0]!.key);
    await rows(
      ground.db,
      sql`update fact_turn set intent = (${leaves}::text[])[1 + abs(hashtext(conversation_id::text)) % 3] where shop_id = ${shop.shopId}`,
    );
    const wish = { window, metrics: ["human.average_response"], dimensions: ["intentGroup"] };
    const all = await queryFigures(shop, figureQuery.parse(wish));
    const one = await queryFigures(shop, figureQuery.parse({ ...wish, limit: 1 }));
    assert.equal(all.rows.length, 3);
    assert.ok(one.rows[0]!.now[0]!.median !== null);
    assert.deepEqual(one.rows, all.rows.slice(0, 1));
  });

  test("stand beside those of the window before, day beside day", async () => {
    const metrics = ["human.average_response", "human.requests"];
    const reply = await ask({ metrics, dimensions: ["day"], compare: "previous" });
    assert.deepEqual(reply.before, before);
    assert.equal(reply.rows.length, 15);
    assert.deepEqual(
      reply.total.before,
      metrics.map((key) => evaluate(getMetric(key), facts, within(before))),
    );
    const day = reply.rows[3]!;
    assert.equal(day.keys[0]!.key, "2026-11-04");
    assert.deepEqual(
      day.before![0],
      evaluate(getMetric("human.average_response"), facts, (row) => row.localDay === "2026-10-20"),
    );
  });

  test("look only at what the filters let through", async () => {
    const filters = [
      { dimension: "agent", in: ["agent-a", null] },
      { dimension: "channel", in: ["web"], not: true },
    ];
    const reply = await ask({ metrics: ["human.average_response"], dimensions: ["intent", "hour"], filters });
    const fits = (row: AnyRow) =>
      within(window)(row) && (row.agentId === "agent-a" || row.agentId === null) && row.channel !== "web";
    assert.deepEqual(reply.total.now[0], evaluate(getMetric("human.average_response"), facts, fits));
    for (const { keys, now } of reply.rows) {
      const [intent, hour] = keys.map(({ key }) => key);
      const own = (row: AnyRow) =>
        fits(row) && row.intent === intent && row.startHour === (hour === null ? null : Number(hour));
      assert.deepEqual(now[0], evaluate(getMetric("human.average_response"), facts, own));
    }
  });

  test("come largest first, or in the order asked for, and say how many there are", async () => {
    const input = { metrics: ["human.sessions", "human.average_response"], dimensions: ["agent"], limit: 2 };
    const bySize = (await ask(input)).rows.map(({ now }) => now[0]!.numerator);
    assert.deepEqual(
      bySize,
      bySize.toSorted((a, b) => b - a),
    );
    const slowest = await ask({ ...input, orderBy: { metric: "human.average_response", direction: "desc" } });
    assert.ok(slowest.rowCount > 2);
    assert.ok(slowest.rows[0]!.now[1]!.value! >= slowest.rows[1]!.now[1]!.value!);
  });
});

describe("a question that can't be answered", () => {
  const refused = (input: object, words: RegExp) =>
    assert.rejects(
      async () => ask(input),
      (error: Error) =>
        (error instanceof AppError ? error.code === "invalid_input" : true) && words.test(error.message),
    );

  test("is refused in words that say what there is", async () => {
    await refused({ metrics: ["human.nonsense"] }, /no metric “human.nonsense”/);
    await refused({ metrics: ["bot.accuracy"], dimensions: ["agent"] }, /can't be cut by agent; it can by day/);
    await refused({ metrics: ["human.requests"], filters: [{ dimension: "reason", in: ["slow"] }] }, /knows no reason/);
    await refused({ metrics: ["human.requests"], window: { from: "2016-01-01", to: "2026-01-01" } }, /400 days/);
    await refused(
      { metrics: ["human.requests"], window: { from: "2026-02-01", to: "2026-01-01" } },
      /must not be after/,
    );
    await refused({ metrics: [] }, /metrics/);
  });

  test("does no harm, whatever a filter says", async () => {
    const hostile = ["'; drop table fact_turn; --", "\\", "%", "a".repeat(200), "\u202e", "99999999999"];
    for (const dimension of ["agent", "hour", "day", "weekday"] satisfies Dimension[]) {
      const { total } = await ask({ metrics: ["human.average_response"], filters: [{ dimension, in: hostile }] });
      assert.equal(total.now[0]!.value, null, getDimension(dimension).column);
    }
  });
});
