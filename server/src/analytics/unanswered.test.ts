import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { NewEvent } from "@yingda/contract/events";
import { routes } from "@yingda/contract/routes";
import { getMetric } from "@yingda/measures/catalogue";
import type { Ctx } from "../context.ts";
import { AppError } from "../platform/errors.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { evaluate } from "./evaluate.ts";
import { foldEverything } from "./folding.ts";
import { answered, asked, remember, started } from "./testing-logs.ts";
import { listUnanswered } from "./unanswered.ts";

const { ground, clock } = await openTestGround();
clock.set("2026-11-20T16:00:00.000Z");
const days = { from: "2026-11-05", to: "2026-11-16" };
const list = (ctx: Ctx, change: object = {}) => listUnanswered(ctx, { ...days, filters: [], limit: 50, ...change });

const say = (text: string): NewEvent => ({ ...asked, body: { content: { kind: "text", text } } }) as NewEvent;
const ask = (ctx: Ctx, start: string, words: string, outcome: "unknown" | "direct" | "chitchat" = "unknown") =>
  remember(ctx, start, [
    [0, started],
    [5, say(words)],
    [6, answered(outcome, 2)],
  ]);

describe("what the bot could not answer", () => {
  test("is put together by its words, most frequent first, with the latest wording and where it was said", async () => {
    const ctx = await buildShop(ground);
    await ask(ctx, "2026-11-10T10:00:00", "能刻字吗");
    await ask(ctx, "2026-11-11T10:00:00", " 能 刻字吗？？");
    const last = await ask(ctx, "2026-11-12T10:00:00", "能刻字吗！");
    await ask(ctx, "2026-11-13T10:00:00", "Do you ENGRAVE?");
    await ask(ctx, "2026-11-12T11:00:00", "do you engrave");
    await ask(ctx, "2026-11-12T12:00:00", "发什么快递", "direct");
    await ask(ctx, "2026-11-12T13:00:00", "你好", "chitchat");
    await ask(ctx, "2026-11-17T10:00:00", "一周以后的问题");
    await foldEverything(ctx);

    const reply = await list(ctx);
    routes.listUnanswered.reply.parse(reply);
    assert.deepEqual(
      reply.items.map(({ question, times }) => [question, times]),
      [
        ["能刻字吗！", 3],
        ["Do you ENGRAVE?", 2],
      ],
    );
    assert.equal(reply.items[0]!.conversationId, last.conversationId);
    assert.deepEqual(reply.items[0]!.seqs, [2, 3]);
    assert.deepEqual([reply.total, reply.times, reply.isCut], [2, 5, false]);
    const figures = await evaluate(ctx, [getMetric("bot.rejection_rate")], { from: days.from, to: "2026-11-17" });
    assert.equal(figures.get("bot.rejection_rate")!.numerator, reply.times, "as many as the rate counts");
    assert.deepEqual(
      (await list(ctx, { limit: 1 })).items.map(({ times }) => times),
      [3],
    );
  });

  test("looks only at what the filters let through, and refuses those it does not know", async () => {
    const ctx = await buildShop(ground);
    await ask(ctx, "2026-11-10T10:00:00", "能刻字吗");
    await foldEverything(ctx);
    const on = (channel: string) => list(ctx, { filters: [{ dimension: "channel", in: [channel], not: false }] });
    assert.equal((await on("web")).times, 1);
    assert.deepEqual(await on("app"), { items: [], total: 0, times: 0, isCut: false });
    const refused = (change: object) =>
      assert.rejects(list(ctx, change), (error) => error instanceof AppError && error.code === "invalid_input");
    await refused({ filters: [{ dimension: "agent", in: ["a"], not: false }] });
    await refused({ from: "2026-11-16", to: "2026-11-05" });
  });

  test("is never another shop's", async () => {
    const [mine, other] = [await buildShop(ground), await buildShop(ground)];
    await ask(other, "2026-11-10T10:00:00", "能刻字吗");
    await foldEverything(other);
    assert.equal((await list(other)).times, 1);
    assert.equal((await list(mine)).times, 0);
  });
});
