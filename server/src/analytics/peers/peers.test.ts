import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Outcome } from "@yingda/contract/events";
import type { Ctx } from "../../context.ts";
import { backfill, type PastConversation } from "../../conversations/backfill.ts";
import { rows, sql } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { changeSettings } from "../../shops/shops.ts";
import { buildShop } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import { foldEverything } from "../folding.ts";
import { describeHome } from "../home.ts";
import { answered, asked, closed, type Step, started } from "../testing-logs.ts";
import { describePeers, findPeers, standingOf } from "./peers.ts";
import { reckonPeers } from "./reckoning.ts";

const { ground, clock } = await openTestGround();
clock.set("2026-11-21T02:00:00.000Z");
const coverage = "bot.knowledge_coverage";

/** So many questions of yesterday, and to so many of them an answer. */
async function ask(ctx: Ctx, { questions, covered }: { questions: number; covered: number }): Promise<void> {
  const conversations = Array.from({ length: questions }, (_, i) => {
    const outcome: Outcome = i < covered ? "direct" : "unknown";
    const steps: Step[] = [
      [0, started],
      [0, asked],
      [1, answered(outcome)],
      [9, closed],
    ];
    const startMs = clock.now().getTime() - 24 * 3600_000 + i * 1000;
    return {
      conversationId: newId(),
      customerId: newId(),
      channel: "web",
      origin: "import",
      events: steps.map(([second, event]) => ({ ...event, at: new Date(startMs + second * 1000).toISOString() })),
    } satisfies PastConversation;
  });
  const customers = conversations.map(({ customerId, events }) => ({
    ...{ customerId, name: "客户", locale: "zh-CN", firstSeenAt: events[0]!.at },
  }));
  await backfill(ctx, { customers, conversations });
  await foldEverything(ctx);
}

/** The i-th is busier than those before it and answers more. */
async function openPeer(i: number): Promise<Ctx> {
  const ctx = await buildShop(ground, { industry: "sports" });
  await ask(ctx, { questions: 50 + i, covered: 10 + i });
  return ctx;
}

const coverageOf = (i: number) => (10 + i) / (50 + i);

describe("peers on the installation", () => {
  const shops: Ctx[] = [];

  test("are hidden while a cell has nine shops: nothing of them is even written down", async () => {
    for (let i = 0; i < 36; i++) shops.push(await openPeer(i));
    // Many shops of another industry are no peers.
    const stranger = await buildShop(ground, { industry: "food" });
    await ask(stranger, { questions: 60, covered: 60 });
    await reckonPeers(ground);
    for (const ctx of [shops[0]!, shops[35]!, stranger])
      assert.equal((await findPeers(ctx, [coverage])).state, "too_few_shops");
    assert.deepEqual(await rows(ground.db, sql`select 1 from peer_distribution`), []);
    assert.deepEqual((await describePeers(shops[35]!)).tier, 4);
  });

  test("are shown from ten shops on: the quartile's median, quartiles and our place in it", async () => {
    for (let i = 36; i < 40; i++) shops.push(await openPeer(i));
    await reckonPeers(ground);
    assert.equal((await findPeers(shops[36]!, [coverage])).state, "not_computed", "once a day is enough");
    clock.advance(24 * 3600_000);
    await reckonPeers(ground);
    const found = await findPeers(shops[39]!, [coverage, "human.average_wait"]);
    assert.equal(found.state, "found");
    // The busiest ten: 30 … 39, rising.
    const { n, source, asOf, ...standing } = standingOf(found, coverage, coverageOf(39))!;
    assert.deepEqual([n, source, asOf], [10, "installation", "2026-11-22"]);
    const near = (value: number) => Math.round(value * 1e9);
    assert.equal(near(standing.median), near((coverageOf(34) + coverageOf(35)) / 2));
    assert.deepEqual([standing.percentile, standing.bound], [90, "at_least"]);
    assert.equal(standingOf(found, "human.average_wait", null), null, "nobody was asked for");
    const text = JSON.stringify(await rows(ground.db, sql`select * from peer_distribution`));
    assert.ok(shops.every((ctx) => !text.includes(ctx.shopId)));
  });

  test("stand on the home page, and who is clearly behind them is told so", async () => {
    const home = await describeHome(shops[30]!, { days: 30 });
    const card = home.metrics.find((metric) => metric.key === coverage)!;
    assert.equal(home.peers, "found");
    assert.equal(card.peers!.n, 10);
    assert.deepEqual(card.tags, []);
    const bad = shops[38]!;
    await ask(bad, { questions: 300, covered: 0 });
    const tags = (await describeHome(bad, { days: 30 })).metrics.find((metric) => metric.key === coverage)!.tags;
    assert.deepEqual(tags, ["urgent"]);
  });

  test("say why there are none", async () => {
    const nameless = await buildShop(ground);
    assert.equal((await findPeers(nameless, [coverage])).state, "no_industry");
    await changeSettings(nameless, { industry: "sports" });
    assert.equal((await findPeers(nameless, [coverage])).state, "not_computed");
    await changeSettings(shops[39]!, { industry: "beauty" });
    assert.equal((await findPeers(shops[39]!, [coverage])).state, "too_few_shops");
  });
});
