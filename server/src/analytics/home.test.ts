import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { NewEvent } from "@yingda/contract/events";
import { analyticsRoutes as contract, type Home } from "@yingda/contract/routes/analytics";
import { getMetric } from "@yingda/measures/catalogue";
import fc from "fast-check";
import type { Ctx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { addDays as daysAfter } from "../platform/local-time.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { addDays, measureDays } from "./evaluate.ts";
import { foldEverything } from "./folding.ts";
import { describeHome } from "./home.ts";
import { describeLive } from "./live.ts";
import { toPast, visits } from "./random-logs.ts";

const { ground, clock } = await openTestGround();
/** 10 in the morning of 21 November in Shanghai. */
const now = "2026-11-21T02:00:00.000Z";
clock.set(now);

const bot = { kind: "bot" } as const;
const system = { kind: "system" } as const;
const customer = { kind: "customer", id: "c" } as const;
const agent = { kind: "agent", id: "a1" } as const;
const content = { kind: "text", text: "你好" } as const;
const started: NewEvent = { type: "conversation.started", actor: system, body: { channel: "web" } };
const asked: NewEvent = { type: "message.sent", actor: customer, body: { content } };
const answered = (outcome: "direct" | "unknown"): NewEvent => ({
  type: "bot.answered",
  actor: bot,
  body: { outcome, trigger: "words", inReplyTo: 2, text: "答" },
});
const requested: NewEvent = { type: "human.requested", actor: customer, body: { by: "button" } };
const queued: NewEvent = { type: "queue.entered", actor: system, body: { priority: 0 } };
const connected: NewEvent = { type: "agent.connected", actor: system, body: { agentId: "a1" } };
const replied: NewEvent = { type: "message.sent", actor: agent, body: { content } };
const rated = (stars: number): NewEvent => ({
  type: "rating.given",
  actor: customer,
  body: { target: "human", stars },
});
const closed: NewEvent = { type: "conversation.closed", actor: system, body: { by: "idle" } };

/** A conversation that began at this local time, with its events at so many seconds after. */
async function remember(ctx: Ctx, start: string, events: [second: number, event: NewEvent][]): Promise<string> {
  const [conversationId, customerId] = [newId(), newId()];
  const startMs = Date.parse(`${start}+08:00`);
  await backfill(ctx, {
    customers: [{ customerId, name: "客户", locale: "zh-CN", firstSeenAt: new Date(startMs).toISOString() }],
    conversations: [
      {
        conversationId,
        customerId,
        channel: "web",
        origin: "import",
        events: events.map(([second, event]) => ({ ...event, at: new Date(startMs + second * 1000).toISOString() })),
      },
    ],
  });
  return conversationId;
}

const figure = (home: Home, key: string) => home.metrics.find((metric) => metric.key === key)!;

describe("the home page", () => {
  test("shows the six metrics in the score's order, then average response and IM dissatisfaction", async () => {
    const home = await describeHome(await buildShop(ground), { days: 30 });
    assert.deepEqual(
      home.metrics.map((metric) => metric.key),
      [
        "bot.knowledge_coverage",
        "bot.resolution_rate",
        "human.connect_within_20s",
        "human.average_wait",
        "human.satisfaction_rate",
        "human.reply_rate",
        "human.average_response",
        "human.im_dissatisfaction",
      ],
    );
    assert.deepEqual(home.window, { from: "2026-10-23", to: "2026-11-21", days: 30 });
    contract.getHome.reply.parse(home);
  });

  test("an empty shop has no figures, no score and is not effective", async () => {
    const home = await describeHome(await buildShop(ground), { days: 7 });
    assert.deepEqual(home.score, { value: null, previous: null, counted: 0, of: 6 });
    for (const metric of home.metrics) {
      assert.deepEqual(metric.now, { numerator: 0, denominator: 0, value: null }, metric.key);
      assert.deepEqual(new Set(metric.trend.map((one) => one.value)), new Set([null]), metric.key);
    }
    assert.equal(home.effectiveness.isEffective, false);
  });

  test("counts what was said, by hand", async () => {
    const ctx = await buildShop(ground);
    await remember(ctx, "2026-11-20T10:00:00", [
      [0, started],
      [0, asked],
      [1, answered("direct")],
      [9, closed],
    ]);
    await remember(ctx, "2026-11-21T09:00:00", [
      ...([
        [0, started],
        [0, asked],
        [1, answered("unknown")],
        [10, requested],
        [10, queued],
      ] as [number, NewEvent][]),
      ...([
        [30, connected],
        [75, replied],
        [90, rated(2)],
        [99, closed],
      ] as [number, NewEvent][]),
    ]);
    await foldEverything(ctx);
    const home = await describeHome(ctx, { days: 7 });
    const values = Object.fromEntries(home.metrics.map(({ key, now: { value } }) => [key, value]));
    assert.deepEqual(values, {
      "bot.knowledge_coverage": 0.5,
      "bot.resolution_rate": 0.5,
      "human.connect_within_20s": 1,
      "human.average_wait": 20,
      "human.satisfaction_rate": 0,
      "human.reply_rate": 1,
      "human.average_response": 45,
      "human.im_dissatisfaction": 1,
    });
    assert.deepEqual(
      figure(home, "bot.knowledge_coverage").trend.map((one) => [one.day, one.value]),
      [
        ["2026-11-15", null],
        ["2026-11-16", null],
        ["2026-11-17", null],
        ["2026-11-18", null],
        ["2026-11-19", null],
        ["2026-11-20", 1],
        ["2026-11-21", 0],
      ],
    );
    assert.deepEqual(
      { median: figure(home, "human.average_wait").median, p90: figure(home, "human.average_wait").p90 },
      { median: 20, p90: 20 },
    );
    assert.deepEqual(figure(home, "human.average_wait").tags, ["small_sample"]);
    assert.equal(home.conversations, 2);
    // Points 20, 40, 100, 90, 0, 100 at weights 20, 20, 15, 15, 15, 15.
    assert.equal(Math.round(home.score.value! * 1000) / 1000, 55.5);
    const { a, b, c, isEffective, facts } = home.effectiveness;
    assert.deepEqual({ a, b, c, isEffective }, { a: true, b: true, c: false, isEffective: true });
    assert.deepEqual([facts.requests, facts.connected, facts.botConversations, facts.covered], [1, 1, 2, 1]);
  });

  test("a conversation belongs to the local day on which it began", async () => {
    const ctx = await buildShop(ground);
    const greeting: [number, NewEvent][] = [
      [0, started],
      [0, asked],
      [600, answered("direct")],
    ];
    await remember(ctx, "2026-11-14T23:59:59", greeting);
    await remember(ctx, "2026-11-15T00:00:00", greeting);
    await remember(ctx, "2026-11-07T23:59:59", greeting);
    await foldEverything(ctx);
    const home = await describeHome(ctx, { days: 7 });
    assert.equal(home.conversations, 1);
    const { now: inWindow, previous } = figure(home, "bot.knowledge_coverage");
    assert.deepEqual([inWindow.denominator, previous.denominator], [1, 1]);
  });

  test("the days of the trend add up to the figure, and both windows to the whole", async () => {
    await fc.assert(
      fc.asyncProperty(visits(now, 20, { min: 60, max: 120 }), async (found) => {
        const ctx = await buildShop(ground);
        await backfill(ctx, toPast(found));
        await foldEverything(ctx);
        const home = await describeHome(ctx, { days: 10 });
        contract.getHome.reply.parse(home);
        const metrics = home.metrics.map((metric) => getMetric(metric.key));
        const byDay = await measureDays(ctx, metrics, { from: "2026-11-02", to: "2026-11-22" });
        for (const metric of metrics) {
          const { now: current, previous, trend } = figure(home, metric.key);
          const days = trend.map(({ day }) => addDays(metric, byDay, { from: day, to: daysAfter(day, 1) }));
          assert.deepEqual(
            trend.map((one) => one.value),
            days.map((one) => one.value),
          );
          assert.equal(sum(days.map((one) => one.numerator)), thousandths(current.numerator), metric.key);
          assert.equal(sum(days.map((one) => one.denominator!)), thousandths(current.denominator), metric.key);
          const whole = addDays(metric, byDay, { from: "2026-11-02", to: "2026-11-22" });
          assert.equal(sum([current.numerator, previous.numerator]), thousandths(whole.numerator), metric.key);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  test("another shop's conversations are never counted", async () => {
    const [mine, other] = [await buildShop(ground), await buildShop(ground)];
    const [log] = fc.sample(visits(now, 20, { min: 60, max: 120 }), { numRuns: 1, seed: 7 });
    await backfill(other, toPast(log!));
    await foldEverything(other);
    await foldEverything(mine);
    const [home, empty] = [await describeHome(mine, { days: 30 }), await describeHome(other, { days: 30 })];
    assert.equal(home.conversations, 0);
    assert.ok(home.metrics.every(({ now: current, previous }) => current.value === null && previous.value === null));
    assert.equal((await describeLive(mine)).todayConversations, 0);
    assert.ok(empty.conversations > 0);
  });
});

describe("effective without a single conversation", () => {
  test("when a person was there on each of the last seven days, today not needed", async () => {
    const ctx = await buildShop(ground);
    const { actor } = await buildStaff(ctx);
    const addDay = (day: string) =>
      rows(ctx.db, sql`insert into staff_online_day values (${ctx.shopId}, ${actor.id}, ${day}::date)`);
    for (const day of ["15", "16", "17", "18", "19", "20"]) await addDay(`2026-11-${day}`);
    assert.equal((await describeHome(ctx, { days: 30 })).effectiveness.c, false);
    await addDay("2026-11-14");
    const { c, isEffective, facts } = (await describeHome(ctx, { days: 30 })).effectiveness;
    assert.deepEqual([c, isEffective, facts.agentOnlineDays], [true, true, 7]);
  });

  test("when the bot has knowledge; an entry switched off is none", async () => {
    const ctx = await buildShop(ground);
    const add = (isEnabled: boolean) =>
      rows(
        ctx.db,
        sql`
        insert into knowledge_entry (shop_id, entry_id, question, answer_html, answer_text, is_enabled, created_at, updated_at)
        values (${ctx.shopId}, ${newId()}, ${`问 ${isEnabled}`}, '答', '答', ${isEnabled}, now(), now())`,
      );
    await add(false);
    assert.equal((await describeHome(ctx, { days: 30 })).effectiveness.isEffective, false);
    await add(true);
    const { c, facts } = (await describeHome(ctx, { days: 30 })).effectiveness;
    assert.deepEqual([c, facts.entries, facts.hotQuestions], [true, 1, 0]);
  });
});

describe("right now", () => {
  test("counts who waits, is served or leaves a message, and how long the first has waited", async () => {
    const ctx = await buildShop(ground);
    await buildStaff(ctx, { status: "online" });
    await buildStaff(ctx, { status: "busy" });
    const message: NewEvent = { type: "offline_message.left", actor: customer, body: { text: "请回电" } };
    await remember(ctx, "2026-11-21T09:58:00", [
      [0, started],
      [0, asked],
      [1, requested],
      [30, queued],
    ]);
    await remember(ctx, "2026-11-21T09:00:00", [
      [0, started],
      [1, requested],
      [2, connected],
    ]);
    await remember(ctx, "2026-11-20T09:00:00", [
      [0, started],
      [1, requested],
      [2, message],
    ]);
    await remember(ctx, "2026-11-21T00:00:00", [
      [0, started],
      [1, asked],
      [2, answered("direct")],
      [3, closed],
    ]);
    await remember(ctx, "2026-11-20T23:59:59", [
      [0, started],
      [1, asked],
      [2, answered("direct")],
    ]);
    assert.deepEqual(await describeLive(ctx), {
      waiting: 1,
      inService: 1,
      withBot: 1,
      messages: 1,
      longestWaitSeconds: 90,
      agentsOnline: 1,
      todayConversations: 3,
      todayBotOnly: 1,
    });
  });
});

/** Durations carry milliseconds, and whole numbers add up exactly. */
const thousandths = (value: number) => Math.round(value * 1000);
const sum = (values: number[]) => values.reduce((total, value) => total + thousandths(value), 0);
