import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyticsRoutes as contract } from "@yingda/contract/routes/analytics";
import { catalogue, getMetric } from "@yingda/measures/catalogue";
import fc from "fast-check";
import type { Ctx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { listMetricConversations } from "./behind.ts";
import { evaluate } from "./evaluate.ts";
import { foldEverything } from "./folding.ts";
import { toPast, visits } from "./random-logs.ts";
import {
  answered,
  asked,
  closed,
  connected,
  queued,
  rated,
  remember,
  replied,
  requested,
  type Step,
  started,
} from "./testing-logs.ts";

const { ground, clock } = await openTestGround();
const now = "2026-11-20T16:00:00.000Z";
clock.set(now);
const days = { from: "2026-11-05", to: "2026-11-16" };
const window = { from: "2026-11-05", to: "2026-11-17" };
type Part = "against" | "for" | "all";
const list = (ctx: Ctx, metric: string, part: Part, { page = 1, pageSize = 200 } = {}) =>
  listMetricConversations(ctx, { metric, part, ...days, filters: [], page, pageSize });

describe("the conversations behind any metric, on any logs", () => {
  test("say the figure itself, are all there, contribute what is counted, and mark events that exist", async () => {
    const ctx = await buildShop(ground);
    const [found] = fc.sample(visits(now, 20, { min: 120, max: 180 }), { numRuns: 1, seed: 11 });
    const past = toPast(found!);
    const lengths = new Map(past.conversations.map((one) => [one.conversationId, one.events.length]));
    await backfill(ctx, past);
    await foldEverything(ctx);
    const figures = await evaluate(ctx, catalogue, window);
    for (const metric of catalogue) {
      const figure = figures.get(metric.key)!;
      const parts = { against: await list(ctx, metric.key, "against"), for: await list(ctx, metric.key, "for") };
      const all = await list(ctx, metric.key, "all");
      for (const reply of [parts.against, parts.for, all]) {
        contract.listMetricConversations.reply.parse(reply);
        assert.equal(reply.measured.value, figure.value, metric.key);
        assert.equal(reply.measured.numerator, figure.numerator, metric.key);
        assert.equal(reply.items.length, reply.total, metric.key);
        for (const { conversation, seqs } of reply.items) {
          assert.ok(
            seqs.every((seq) => seq >= 1 && seq <= lengths.get(conversation.id)!),
            `${metric.key}: ${seqs}`,
          );
        }
      }
      const ids = (reply: typeof all) => reply.items.map((item) => item.conversation.id);
      const inPart = new Set([...ids(parts.against), ...ids(parts.for)]);
      assert.ok(
        ids(all).every((id) => inPart.has(id)),
        metric.key,
      );
      if ("count" in metric.numerator) {
        const counted = parts[metric.good === "down" ? "against" : "for"].items;
        assert.equal(sum(counted.map((item) => item.contribution!)), figure.numerator, metric.key);
      } else {
        const contributions = parts.against.items.map((item) => item.contribution!);
        const sorted = contributions.toSorted((a, b) => (metric.good === "up" ? a - b : b - a));
        assert.deepEqual(contributions, sorted, metric.key);
      }
    }
  });

  test("come page by page, each once", async () => {
    const ctx = await buildShop(ground);
    const [found] = fc.sample(visits(now, 20, { min: 120, max: 180 }), { numRuns: 1, seed: 12 });
    await backfill(ctx, toPast(found!));
    await foldEverything(ctx);
    for (const key of ["human.average_response", "bot.containment_rate"]) {
      const { items, total } = await list(ctx, key, "against");
      const pages = await Promise.all(
        Array.from({ length: Math.ceil(total / 7) }, (_, i) => list(ctx, key, "against", { page: i + 1, pageSize: 7 })),
      );
      assert.ok(total > 14);
      assert.deepEqual(
        pages.flatMap((page) => page.items),
        items,
      );
    }
  });

  test("are never another shop's", async () => {
    const [mine, other] = [await buildShop(ground), await buildShop(ground)];
    const [found] = fc.sample(visits(now, 20, { min: 60, max: 90 }), { numRuns: 1, seed: 13 });
    await backfill(other, toPast(found!));
    await foldEverything(other);
    for (const { key } of catalogue) {
      const { items, total, measured } = await list(mine, key, "all");
      assert.deepEqual([items, total, measured.numerator, measured.denominator], [[], 0, 0, 0], key);
    }
  });
});

describe("what is marked", () => {
  /** Numbered 1 to 13, at so many seconds after ten in the morning. */
  const story: Step[] = [
    [0, started],
    [1, asked],
    [2, answered("direct", 2)],
    [10, asked],
    [11, answered("unknown", 4)],
    [20, requested],
    [20, queued],
    [50, connected],
    [60, replied],
    [70, asked],
    [190, replied],
    [200, rated(1)],
    [210, closed],
  ];
  const expected: [metric: string, contribution: number, seqs: number[]][] = [
    ["bot.knowledge_coverage", 1, [4, 5]],
    ["bot.resolution_rate", 0, [5, 6]],
    ["bot.rejection_rate", 1, [4, 5]],
    ["human.connect_within_20s", 0, [6, 8]],
    ["human.average_wait", 30, [6, 8]],
    ["human.satisfaction_rate", 0, [12]],
    ["human.average_response", 120, [10, 11]],
    ["human.first_response", 10, [8, 9]],
    ["human.im_dissatisfaction", 1, [12]],
    ["bot.escalation_rate", 1, [6]],
  ];

  test("is what speaks against the figure", async () => {
    const ctx = await buildShop(ground);
    const { conversationId } = await remember(ctx, "2026-11-10T10:00:00", story);
    await foldEverything(ctx);
    for (const [metric, contribution, seqs] of expected) {
      const { items } = await list(ctx, metric, "against");
      assert.deepEqual(
        items.map((item) => [item.conversation.id, item.agentName, item.contribution, item.seqs]),
        [[conversationId, "阿明", contribution, seqs]],
        metric,
      );
    }
    assert.equal((await list(ctx, "human.reply_rate", "against")).total, 0);
    assert.deepEqual((await list(ctx, "human.reply_rate", "for")).items[0]?.seqs, [8, 9]);
  });

  test("is only what the filters let through, down to the figure", async () => {
    const ctx = await buildShop(ground);
    await remember(ctx, "2026-11-10T10:00:00", story);
    await foldEverything(ctx);
    const input = { metric: "human.average_response", part: "all", ...days, page: 1, pageSize: 50 } as const;
    const of = (agent: string) =>
      listMetricConversations(ctx, { ...input, filters: [{ dimension: "agent", in: [agent], not: false }] });
    assert.equal((await of("阿明")).items.length, 1);
    const none = await of("somebody else");
    assert.deepEqual([none.items.length, none.total, none.measured.value], [0, 0, null]);
  });

  test("nothing is shown for a metric that does not exist, or for days that end before they begin", async () => {
    const ctx = await buildShop(ground);
    await assert.rejects(list(ctx, "human.happiness", "all"), { code: "invalid_input" });
    const backwards = { metric: getMetric("human.reply_rate").key, part: "all", page: 1, pageSize: 50 } as const;
    await assert.rejects(
      listMetricConversations(ctx, { ...backwards, filters: [], from: "2026-11-02", to: "2026-11-01" }),
      {
        code: "invalid_input",
      },
    );
  });
});

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
