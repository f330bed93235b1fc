import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Home, HomeMetric } from "@yingda/contract/routes/analytics";
import { adviseToday } from "./advice.ts";

function metric(key: string, change: Partial<HomeMetric> = {}): HomeMetric {
  const words = { "zh-CN": key, en: key };
  return {
    key,
    unit: "ratio",
    good: "up",
    name: words,
    formula: words,
    now: { numerator: 80, denominator: 100, value: 0.8 },
    previous: { numerator: 80, denominator: 100, value: 0.8 },
    points: 100,
    weight: 20,
    anchors: [
      [0.4, 0],
      [0.7, 60],
      [0.85, 80],
      [0.95, 100],
    ],
    median: null,
    p90: null,
    tags: [],
    peers: null,
    trend: [],
    ...change,
  };
}

function home(
  metrics: HomeMetric[],
  facts: Partial<Home["effectiveness"]["facts"]> = {},
  live: Partial<Home["live"]> = {},
) {
  return {
    metrics,
    effectiveness: {
      isEffective: true,
      a: true,
      b: true,
      c: false,
      facts: {
        requests: 100,
        connected: 90,
        botConversations: 300,
        covered: 200,
        agentOnlineDays: 7,
        entries: 150,
        hotQuestions: 6,
        ...facts,
      },
    },
    live: {
      waiting: 0,
      inService: 0,
      withBot: 0,
      messages: 0,
      longestWaitSeconds: 0,
      agentsOnline: 2,
      todayConversations: 0,
      todayBotOnly: 0,
      ...live,
    },
  } as Home;
}

describe("what to do today", () => {
  test("a shop at its best has nothing to do", () => {
    assert.deepEqual(adviseToday(home([metric("bot.knowledge_coverage")])), []);
  });

  test("the gain is the weight times the points to the next anchor", () => {
    const coverage = metric("bot.knowledge_coverage", { points: 74, weight: 20 });
    const others = metric("human.reply_rate", { points: 100, weight: 80 });
    const [first] = adviseToday(home([coverage, others]));
    assert.equal(first?.what, "coverage");
    assert.equal(first?.figure, 20);
    assert.ok(Math.abs(first!.gain! - (20 * (80 - 74)) / 100) < 1e-9);
  });

  test("metrics without a value give their weight to the others", () => {
    const coverage = metric("bot.knowledge_coverage", { points: 40, weight: 20 });
    const none = metric("human.satisfaction_rate", { points: null, weight: 80 });
    assert.equal(adviseToday(home([coverage, none]))[0]?.gain, 20);
  });

  test("the largest gain comes first", () => {
    const small = metric("human.reply_rate", { points: 79, weight: 50 });
    const large = metric("bot.resolution_rate", { points: 61, weight: 50 });
    assert.deepEqual(
      adviseToday(home([small, large])).map(({ what }) => what),
      ["resolution", "reply"],
    );
  });

  test("just below an anchor the aim is the anchor after it", () => {
    const resolution = metric("bot.resolution_rate", { points: 59.9, weight: 100 });
    assert.ok(Math.abs(adviseToday(home([resolution]))[0]!.gain! - 20.1) < 1e-9);
  });

  test("what is excellent already is nobody's work for today", () => {
    assert.deepEqual(adviseToday(home([metric("human.average_wait", { points: 93 })])), []);
  });

  test("no advice rests on a small sample", () => {
    const few = metric("bot.knowledge_coverage", { points: 10, tags: ["small_sample"] });
    assert.deepEqual(adviseToday(home([few])), []);
  });

  test("people who wait now come before everything, and empty knowledge before the score", () => {
    const coverage = metric("bot.knowledge_coverage", { points: 10 });
    const advice = adviseToday(
      home([coverage], { entries: 0, hotQuestions: 0 }, { waiting: 3, longestWaitSeconds: 90 }),
    );
    assert.deepEqual(
      advice.map(({ what, figure }) => [what, figure]),
      [
        ["queue", 3],
        ["knowledge", 0],
        ["coverage", 20],
      ],
    );
  });

  test("a customer who has only just come is not yet a matter for today", () => {
    assert.deepEqual(adviseToday(home([], {}, { waiting: 1, longestWaitSeconds: 4 })), []);
  });

  test("slow answers are named when they get worse, in seconds", () => {
    const response = metric("human.average_response", {
      unit: "seconds",
      good: "down",
      weight: null,
      points: null,
      now: { numerator: 13_800, denominator: 100, value: 138 },
      tags: ["worsening"],
    });
    assert.deepEqual(adviseToday(home([response])), [
      { what: "response", figure: 138, gain: null, metricKey: "human.average_response" },
    ]);
  });

  test("there are never more than five", () => {
    const keys = ["bot.knowledge_coverage", "bot.resolution_rate", "human.connect_within_20s", "human.average_wait"];
    const metrics = [...keys, "human.satisfaction_rate", "human.reply_rate"].map((key) => metric(key, { points: 30 }));
    const advice = adviseToday(home(metrics, { hotQuestions: 0 }, { waiting: 2, longestWaitSeconds: 60 }));
    assert.equal(advice.length, 5);
    assert.equal(advice[0]?.what, "queue");
  });
});
