import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dimension } from "@yingda/contract/figures";
import { routes } from "@yingda/contract/routes";
import { catalogue, getMetric } from "@yingda/measures/catalogue";
import { dimensionsOf } from "@yingda/measures/dimensions";
import type { AnyRow } from "@yingda/measures/evaluate";
import { fits } from "@yingda/measures/evaluate";
import { groupBy, measureImpact } from "@yingda/measures/impact";
import fc from "fast-check";
import type { z } from "zod";
import { backfill } from "../conversations/backfill.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { diagnose } from "./diagnosis.ts";
import { foldEverything } from "./folding.ts";
import { toPast, visits } from "./random-logs.ts";
import { foldInMemory, toLog } from "./testing-facts.ts";
import { asked, closed, connected, queued, remember, replied, requested, started } from "./testing-logs.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
clock.set(end);
const window = { from: "2026-11-01", to: "2026-11-15" };
const body = routes.diagnose.body as unknown as z.ZodType<Parameters<typeof diagnose>[1]>;

const [found] = fc.sample(visits(end, 40, { min: 300, max: 400 }), { numRuns: 1, seed: 5 });
const past = toPast(found!);
const ctx = await buildShop(ground);
await backfill(ctx, past);
await foldEverything(ctx);
const facts = await foldInMemory(ctx, past.conversations.map(toLog));
const ask = (metric: string, dimension: Dimension, more: object = {}) =>
  diagnose(ctx, body.parse({ metric, dimension, window, limit: 500, ...more }));

const near = (a: number, b: number, unit = 1) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(unit, Math.abs(b)), `${a} ≠ ${b}`);
const add = (values: (number | null)[]) => values.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** Of whole conversations, of parts of them, and of time. */
const cuts = new Set<Dimension>(["agent", "intent", "outcome", "week"]);

describe("a diagnosis", () => {
  test("takes every ratio and mean apart so that the parts add up", async () => {
    for (const metric of catalogue.filter((one) => one.denominator)) {
      for (const { key } of dimensionsOf(metric).filter((one) => cuts.has(one.key))) {
        const { now, previous, change, groups } = await ask(metric.key, key);
        if (now.value === null) continue;
        near(add(groups.map((one) => one.impact)), 0, Math.abs(now.value));
        near(add(groups.map((one) => one.n)), now.denominator!);
        if (change !== null) near(add(groups.map((one) => one.total)), change, now.value + previous!.value!);
        for (const one of groups) {
          const isCertain = one.isRanked && one.low * one.high > 0;
          assert.equal(one.isRanked, isCertain);
          assert.ok(
            (one.low <= one.impact + 1e-9 && one.impact <= one.high + 1e-9) || one.n < 20,
            `${metric.key} ${one.key}`,
          );
        }
      }
    }
  });

  test("gives the impacts that measures gives of the same turns", async () => {
    const metric = getMetric("human.average_response");
    const turns = (facts.turn as AnyRow[]).filter(
      (row) => fits(row, metric.where) && String(row.localDay) >= window.from && String(row.localDay) <= window.to,
    );
    const expected = measureImpact(
      groupBy(
        turns,
        (row) => row.agentId as string | null,
        (row) => Number(row.replySeconds),
      ),
    );
    const { groups } = await ask(metric.key, "agent");
    assert.equal(groups.length, expected.size);
    for (const one of groups) {
      const own = expected.get(one.key ?? "(none)")!;
      near(one.impact, own.impact);
      near(one.leaveOneOut!, own.leaveOneOut!);
    }
  });

  test("drills down: what is inside a group is the whole of the next question", async () => {
    const byAgent = await ask("human.average_response", "agent");
    const one = byAgent.groups.find((group) => group.key !== null)!;
    const inside = await ask("human.average_response", "intent", { filters: [{ dimension: "agent", in: [one.key] }] });
    near(inside.now.value!, one.mean!);
    assert.equal(add(inside.groups.map((group) => group.n)), one.n);
  });

  test("says in words who made it slower", async () => {
    const shop = await buildShop(ground);
    const serve = (day: string, agentId: string, seconds: number, n: number) =>
      Promise.all(
        Array.from({ length: n }, (_, i) =>
          remember(shop, `${day}T1${agentId === "A1" ? 0 : 4}:${String(i).padStart(2, "0")}:00`, [
            [0, started],
            [1, asked],
            [2, requested],
            [3, queued],
            [5, { ...connected, body: { agentId } } as typeof connected],
            [5 + seconds + (i % 2 === 0 ? 2 : -2), { ...replied, actor: { kind: "agent", id: agentId } }],
            [900, closed],
          ]),
        ),
      );
    await serve("2026-10-20", "A1", 20, 60);
    await serve("2026-10-20", "A2", 30, 60);
    await serve("2026-11-05", "A1", 20, 60);
    await serve("2026-11-05", "A2", 90, 60);
    await foldEverything(shop);
    const { sentence, groups, tags } = await diagnose(
      shop,
      body.parse({ metric: "human.average_response", dimension: "agent", window }),
    );
    assert.deepEqual(tags, ["worsening"]);
    assert.deepEqual(groups.find((one) => one.key === "A2")!.tags, ["worsening"]);
    assert.deepEqual(groups.find((one) => one.key === "A1")!.tags, []);
    assert.equal(
      sentence["zh-CN"],
      "平均响应时长 55 秒，比上期上升 30 秒（变差），其中 30 秒来自 A2 变慢。影响最大的是 A2（1 分 30 秒），把整体拉高了 17.5 秒。".replace(
        "17.5 秒",
        "18 秒",
      ),
    );
    assert.match(sentence.en, /up 30 s on the period before \(worse\), of which 30 s from A2 getting slower/);
  });

  test("of nothing says that there is nothing", async () => {
    const empty = await buildShop(ground);
    const { now, groups, sentence } = await diagnose(
      empty,
      body.parse({ metric: "human.im_dissatisfaction", dimension: "agent", window }),
    );
    assert.equal(now.value, null);
    assert.deepEqual(groups, []);
    assert.equal(sentence["zh-CN"], "这段时间没有IM不满意率的数据。");
  });

  test("is refused for what has no mean, or can't be cut so", async () => {
    await assert.rejects(ask("human.requests", "agent"), /is a count/);
    await assert.rejects(ask("bot.knowledge_coverage", "agent"), /can't be cut by agent/);
  });
});
