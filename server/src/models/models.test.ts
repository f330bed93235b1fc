import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ModelKind } from "@yingda/contract/routes/models";
import type { Ctx } from "../context.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { type ChatAct, type ModelHost, openModelHost } from "../testing/model-host.ts";
import { testSeal } from "../testing/smtp.ts";
import { ModelFailure } from "./failure.ts";
import { type ChatWish, openModels } from "./models.ts";
import { listUsage, saveModel, tokensToday } from "./settings.ts";
import { testModel } from "./trying.ts";

const { ground, clock } = await openTestGround();
const models = openModels(ground, testSeal);
let host: ModelHost;
before(async () => {
  host = await openModelHost({ key: "sk-right" });
});
after(() => host.close());

type Wish = Parameters<typeof saveModel>[2];
const setUp = (ctx: Ctx, kind: ModelKind, wish: Partial<Wish> = {}) =>
  saveModel(ctx, testSeal, {
    ...{ kind, baseUrl: host.url, model: "small", isOn: true, priceIn: 2, priceOut: 8, dailyTokens: null },
    ...{ key: "sk-right", ...wish },
  });
const question = { messages: [{ role: "user", content: "问" }], maxTokens: 50, firstMs: 400, totalMs: 800 } as const;

async function ask(ctx: Ctx, act: ChatAct, wish: Partial<ChatWish> = {}): Promise<string> {
  host.chat(act);
  return models.chat(ctx.shopId, { ...question, ...wish });
}
const failsWith = (problem: string) => (error: unknown) => {
  assert.ok(error instanceof ModelFailure);
  assert.equal(error.problem, problem, error.message);
  return true;
};

describe("asking a model", () => {
  test("gives its words as they come, and counts tokens and cost", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    const pieces: string[] = [];
    const say: ChatAct = { do: "say", pieces: ["您", "好", "。"], usage: [1000, 500] };
    assert.equal(await ask(ctx, say, { onText: (piece) => pieces.push(piece) }), "您好。");
    assert.deepEqual(pieces, ["您", "好", "。"]);
    const { days } = await listUsage(ctx, 1);
    assert.deepEqual([days[0]!.calls, days[0]!.tokensIn, days[0]!.tokensOut, days[0]!.failures], [1, 1000, 500, 0]);
    assert.equal(days[0]!.cost, (1000 * 2 + 500 * 8) / 1e6);
  });

  test("guesses tokens that the endpoint does not count, and says so", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    await ask(ctx, { do: "say", pieces: ["八个汉字在这里头"], usage: null });
    const { days } = await listUsage(ctx, 1);
    assert.deepEqual([days[0]!.tokensIn, days[0]!.tokensOut, days[0]!.estimatedCalls], [1, 8, 1]);
  });

  test("goes over the connection that is there: a handshake would cost the customer's time", async () => {
    const own = await openModelHost();
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat", { baseUrl: own.url });
    await setUp(ctx, "embedding", { baseUrl: own.url });
    own.chat({ do: "say", pieces: ["您", "好"] });
    for (let n = 0; n < 3; n++) {
      assert.equal(await models.chat(ctx.shopId, question), "您好");
      await models.embed(ctx.shopId, ["您好"], { timeoutMs: 5_000 });
    }
    assert.equal(own.connections(), 1);
    // One that has been told everything and hangs on is not waited for, and not used again.
    own.chat({ do: "linger", text: "您好" });
    const startedMs = performance.now();
    for (let n = 0; n < 2; n++) assert.equal(await models.chat(ctx.shopId, question), "您好");
    assert.ok(performance.now() - startedMs < 900);
    assert.equal(own.connections(), 2);
    await own.close();
  });

  test("takes a reply that is not streamed", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    assert.equal(await ask(ctx, { do: "whole", text: "整段" }), "整段");
  });

  const faults: [string, ChatAct, string][] = [
    ["a connection that breaks", { do: "cut", pieces: ["您好"] }, "lost"],
    ["an end without an ending", { do: "stop short", pieces: ["您好"] }, "lost"],
    ["a part that is not JSON", { do: "garbage", pieces: ["您好"] }, "format"],
    ["an error of the server", { do: "refuse", status: 500 }, "server"],
    ["a key that is not taken", { do: "refuse", status: 403, words: "bad key" }, "key"],
    ["a model that is not there", { do: "refuse", status: 404 }, "not_found"],
    ["no word in time", { do: "hang" }, "timeout"],
    ["words too slow to end", { do: "say", pieces: Array(60).fill("慢"), betweenMs: 50 }, "timeout"],
    ["a redirect", { do: "refuse", status: 302 }, "rejected"],
  ];
  for (const [name, act, problem] of faults) {
    test(`${name} is a failure with a name, and counted`, async () => {
      const ctx = await buildShop(ground);
      await setUp(ctx, "chat");
      await assert.rejects(ask(ctx, act), failsWith(problem));
      const { days, failures } = await listUsage(ctx, 1);
      assert.deepEqual([days[0]!.calls, days[0]!.failures, failures[0]!.problem], [1, 1, problem]);
    });
  }

  test("a stream without end is cut off, not kept", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    const piece = "长".repeat(40_000);
    await assert.rejects(ask(ctx, { do: "endless", piece }, { totalMs: 5_000 }), failsWith("too_long"));
  });

  test("a wish that the endpoint does not know is left out", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    const from = host.asked.length;
    host.chat((asked) =>
      "temperature" in asked
        ? { do: "refuse", status: 400, words: "Unsupported value: 'temperature'" }
        : { do: "say", pieces: ["好"] },
    );
    assert.equal(await models.chat(ctx.shopId, question), "好");
    assert.equal(host.asked.length - from, 2);
  });

  test("what did not come in time may be paid for, and counts with its length", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    await assert.rejects(ask(ctx, { do: "hang" }), failsWith("timeout"));
    const { days } = await listUsage(ctx, 1);
    assert.deepEqual([days[0]!.tokensIn, days[0]!.estimatedCalls], [1, 1]);
  });

  test("who takes the question back ends it, and no failure is counted", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    const taken = new AbortController();
    const asking = ask(ctx, { do: "hang" }, { signal: taken.signal });
    setTimeout(() => taken.abort(), 50);
    await assert.rejects(asking, failsWith("stopped"));
    assert.deepEqual((await listUsage(ctx, 1)).failures, []);
  });
});

describe("an endpoint that fails", () => {
  test("is left alone after four failures, tried once after a pause, and believed again", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    for (let n = 0; n < 4; n++) await assert.rejects(ask(ctx, { do: "refuse", status: 500 }), failsWith("server"));
    const from = host.asked.length;
    assert.equal(await models.isReady(ctx.shopId, "chat"), false);
    await assert.rejects(ask(ctx, { do: "say", pieces: ["好"] }), failsWith("paused"));
    assert.equal(host.asked.length, from, "nothing was asked");
    clock.advance(31_000);
    await assert.rejects(ask(ctx, { do: "refuse", status: 500 }), failsWith("server"));
    clock.advance(31_000);
    assert.equal(await models.isReady(ctx.shopId, "chat"), false, "the second pause is longer");
    clock.advance(31_000);
    assert.equal(await ask(ctx, { do: "say", pieces: ["好"] }), "好");
    assert.equal(await ask(ctx, { do: "say", pieces: ["好"] }), "好");
  });

  test("is believed again when it writes, although its words are refused", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    const onText = () => {
      throw new ModelFailure("stopped", "not grounded");
    };
    const refuseWords = () => assert.rejects(ask(ctx, { do: "say", pieces: ["好"] }, { onText }), failsWith("stopped"));
    const fail = () => assert.rejects(ask(ctx, { do: "refuse", status: 500 }), failsWith("server"));
    for (let n = 0; n < 3; n++) await fail();
    await refuseWords();
    await fail();
    assert.equal(await models.isReady(ctx.shopId, "chat"), true, "four, but not in a row");
    for (let n = 0; n < 3; n++) await fail();
    clock.advance(31_000);
    await refuseWords();
    const [one, other] = [ask(ctx, { do: "say", pieces: ["好"] }), models.chat(ctx.shopId, question)];
    assert.deepEqual(await Promise.all([one, other]), ["好", "好"], "no longer one at a time");
  });

  test("that says when to come back is left alone until then", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    await assert.rejects(ask(ctx, { do: "refuse", status: 429, retryAfter: 20 }), failsWith("rate"));
    await assert.rejects(ask(ctx, { do: "say", pieces: ["好"] }), failsWith("paused"));
    clock.advance(21_000);
    assert.equal(await ask(ctx, { do: "say", pieces: ["好"] }), "好");
  });

  test("is not asked by more than eight at once", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    const from = host.asked.length;
    host.chat({ do: "say", pieces: ["好"], beforeMs: 100 });
    const asking = await Promise.allSettled(Array.from({ length: 20 }, () => models.chat(ctx.shopId, question)));
    assert.equal(asking.filter(({ status }) => status === "fulfilled").length, 8);
    assert.equal(host.asked.length - from, 8);
    assert.equal(await models.chat(ctx.shopId, question), "好");
  });

  test("over the day's tokens nothing is asked until tomorrow", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat", { dailyTokens: 1_000 });
    await ask(ctx, { do: "say", pieces: ["好"], usage: [990, 20] });
    assert.equal(await tokensToday(ctx, "chat"), 1010);
    await assert.rejects(ask(ctx, { do: "say", pieces: ["好"] }), failsWith("budget"));
    clock.advance(24 * 3_600_000);
    assert.equal(await ask(ctx, { do: "say", pieces: ["好"] }), "好");
  });
});

describe("embeddings", () => {
  test("come as vectors of length 1, in order", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "embedding");
    host.embedding({
      reply: {
        data: [
          { index: 1, embedding: [0, 2] },
          { index: 0, embedding: [3, 0] },
        ],
      },
    });
    const [first, second] = await models.embed(ctx.shopId, ["a", "b"], { timeoutMs: 1_000 });
    assert.deepEqual(
      [[...first!], [...second!]],
      [
        [1, 0],
        [0, 1],
      ],
    );
    host.embedding(null);
  });

  const faults: [string, unknown][] = [
    ["one too few", { data: [{ embedding: [1, 0] }] }],
    ["of different lengths", { data: [{ embedding: [1, 0] }, { embedding: [1] }] }],
    ["words for numbers", { data: [{ embedding: [1, "x"] }, { embedding: [1, 0] }] }],
    ["without direction", { data: [{ embedding: [0, 0] }, { embedding: [1, 0] }] }],
    [
      "one index twice",
      {
        data: [
          { index: 0, embedding: [1, 0] },
          { index: 0, embedding: [1, 0] },
        ],
      },
    ],
    [
      "an index out of reach",
      {
        data: [
          { index: 7, embedding: [1, 0] },
          { index: 0, embedding: [1, 0] },
        ],
      },
    ],
    ["something else", { hello: "world" }],
  ];
  for (const [name, reply] of faults) {
    test(`${name}: refused`, async () => {
      const ctx = await buildShop(ground);
      await setUp(ctx, "embedding");
      host.embedding({ reply });
      await assert.rejects(models.embed(ctx.shopId, ["a", "b"], { timeoutMs: 1_000 }), failsWith("format"));
      host.embedding(null);
    });
  }

  test("that don't come in time are given up", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "embedding");
    host.embedding({ hang: true });
    await assert.rejects(models.embed(ctx.shopId, ["a"], { timeoutMs: 100 }), failsWith("timeout"));
    host.embedding(null);
  });
});

describe("setting up", () => {
  test("a key goes only to the address it was given for, also that of the other model", async () => {
    const ctx = await buildShop(ground);
    await setUp(ctx, "chat");
    await setUp(ctx, "embedding", { key: undefined });
    assert.equal((await testModel(ctx, models, testSeal, "embedding")).isOk, true);
    await assert.rejects(setUp(ctx, "chat", { key: undefined, baseUrl: "http://elsewhere.example/v1" }));
  });

  test("a test says what came, or what to mend", async () => {
    const ctx = await buildShop(ground);
    assert.equal((await testModel(ctx, models, testSeal, "chat")).problem, "not_set_up");
    await setUp(ctx, "chat", { isOn: false });
    host.chat({ do: "say", pieces: ["<think>嗯</think>", "你好！"] });
    const good = await testModel(ctx, models, testSeal, "chat");
    assert.deepEqual([good.isOk, good.sample], [true, "你好！"]);
    await setUp(ctx, "chat", { key: "sk-wrong" });
    const bad = await testModel(ctx, models, testSeal, "chat");
    assert.deepEqual([bad.problem, bad.detail], ["key", "401: Incorrect API key"]);
    await setUp(ctx, "chat", { baseUrl: "http://127.0.0.1:1/v1" });
    assert.equal((await testModel(ctx, models, testSeal, "chat")).problem, "refused");
    await setUp(ctx, "chat", { baseUrl: "http://169.254.169.254/v1" });
    assert.equal((await testModel(ctx, models, testSeal, "chat")).problem, "not_allowed");
  });
});
