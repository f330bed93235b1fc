import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyticsRoutes as contract, type Home } from "@yingda/contract/routes/analytics";
import { getMetric } from "@yingda/measures/catalogue";
import fc from "fast-check";
import { backfill } from "../conversations/backfill.ts";
import { addDays as daysAfter } from "../platform/local-time.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { addDays, measureDays } from "./evaluate.ts";
import { foldEverything } from "./folding.ts";
import { describeHome } from "./home.ts";
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
import { describeLive } from "./wall/wall.ts";

const { ground, clock } = await openTestGround();
/** 10 in the morning of 21 November in Shanghai. */
const now = "2026-11-21T02:00:00.000Z";
clock.set(now);

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
      ] as Step[]),
      ...([
        [30, connected],
        [75, replied],
        [90, rated(2)],
        [99, closed],
      ] as Step[]),
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
    const greeting: Step[] = [
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

/** Durations carry milliseconds, and whole numbers add up exactly. */
const thousandths = (value: number) => Math.round(value * 1000);
const sum = (values: number[]) => values.reduce((total, value) => total + thousandths(value), 0);
