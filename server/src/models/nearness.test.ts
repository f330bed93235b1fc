import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { opinionOf } from "@yingda/answering/nearness";
import type { Ctx, Ground, StaffCtx } from "../context.ts";
import { changeEntry, createEntry } from "../knowledge/knowledge.ts";
import { makeBus } from "../platform/bus.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { type ModelHost, openModelHost } from "../testing/model-host.ts";
import { testSeal } from "../testing/smtp.ts";
import { openModels } from "./models.ts";
import { openNearness } from "./nearness.ts";
import { listUsage, removeModel, saveModel } from "./settings.ts";

const { ground, clock } = await openTestGround();
const models = openModels(ground, testSeal);
const nearness = openNearness(ground, models);
const concepts = [
  ["便宜", "优惠", "打折"],
  ["发货", "寄出"],
  ["退货", "不想要"],
  ["发票", "报销"],
  ["尺码", "大小"],
];
let host: ModelHost;
before(async () => {
  host = await openModelHost({ concepts });
});
after(() => host.close());

type Wish = Partial<Parameters<typeof saveModel>[2]>;
const setUp = (ctx: Ctx, wish: Wish = {}) =>
  saveModel(ctx, testSeal, {
    ...{ kind: "embedding", baseUrl: host.url, model: "near", isOn: true },
    ...{ priceIn: null, priceOut: null, dailyTokens: null, ...wish },
  });

const questions: [string, string[]][] = [
  ["有什么优惠", ["现在打折吗", "有没有优惠活动"]],
  ["多久发货", ["什么时候寄出", "今天能发货吗"]],
  ["怎么退货", ["不想要了怎么办", "退货流程"]],
  ["能开发票吗", ["报销要发票", "电子发票"]],
  ["尺码怎么选", ["大小合适吗", "尺码表在哪"]],
];

async function buildKnowingShop(on = ground): Promise<{ staff: StaffCtx; ids: string[] }> {
  const ctx = await buildShop(on);
  const staff = await buildStaff(ctx, { role: "admin", status: "offline" });
  const ids: string[] = [];
  for (const [question, similar] of questions) {
    const draft = { question, similar, answerHtml: "<p>好</p>", category: "", isEnabled: true };
    ids.push((await createEntry(staff, draft)).id);
  }
  await on.bus.settled();
  return { staff, ids };
}

describe("nearness", () => {
  test("finds what means the same in other words, once all wordings are embedded", async () => {
    const { staff, ids } = await buildKnowingShop();
    assert.equal(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
    await setUp(staff);
    await ground.bus.settled();
    assert.deepEqual(await nearness.progress(staff), { done: 15, wordings: 15, unheard: [] });
    const near = (await nearness.near(staff.shopId, "能便宜点吗"))!;
    const [[first, cosine], [, second]] = [...near.cosines] as [[string, number], [string, number]];
    assert.equal(first, ids[0]);
    assert.ok(opinionOf(near.scale, cosine) > 0.5);
    assert.ok(opinionOf(near.scale, second) < 0.5);
  });

  test("a shop that has left memory comes back when it is asked, and pushes nobody out before", async () => {
    const small = openNearness({ ...ground, bus: makeBus(ground.log) }, models, { mostBytes: 1 });
    const [{ staff: first }, { staff: second }] = [await buildKnowingShop(), await buildKnowingShop()];
    for (const staff of [first, second]) await setUp(staff);
    await ground.bus.settled();
    const isThere = async ({ shopId }: Ctx) => (await small.near(shopId, "能便宜点吗")) !== undefined;
    await small.sweep();
    for (const [asked, other] of [[first, second] as const, [second, first] as const]) {
      await isThere(asked);
      await small.sweep();
      assert.ok(await isThere(asked));
      await small.sweep();
      assert.ok(await isThere(asked), "who is not asked does not come back");
      assert.ok(!(await isThere(other)));
    }
  });

  test("embeds nothing twice: not after a restart, not for a wording that stays", async () => {
    const { staff, ids } = await buildKnowingShop();
    await setUp(staff);
    await ground.bus.settled();
    const from = host.textsEmbedded().length;
    await changeEntry(staff, ids[0]!, { similar: ["现在打折吗", "学生有优惠吗"] });
    await ground.bus.settled();
    assert.deepEqual(host.textsEmbedded().slice(from), ["学生有优惠吗"]);
    const restarted = openNearness({ ...ground, bus: makeBus(ground.log) }, models);
    await restarted.sweep();
    assert.notEqual(await restarted.near(staff.shopId, "能便宜点吗"), undefined);
    assert.deepEqual(host.textsEmbedded().slice(from), ["学生有优惠吗", "能便宜点吗"]);
    assert.deepEqual(await nearness.progress(staff), { done: 15, wordings: 15, unheard: [] }, "what went is forgotten");
  });

  test("goes on where it was interrupted", async () => {
    const { staff } = await buildKnowingShop();
    host.embedding({ status: 500 });
    await setUp(staff);
    await ground.bus.settled();
    assert.deepEqual(await nearness.progress(staff), { done: 0, wordings: 15, unheard: [] });
    assert.equal(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
    host.embedding(null);
    await nearness.sweep();
    assert.deepEqual(await nearness.progress(staff), { done: 0, wordings: 15, unheard: [] }, "it rests for a minute");
    clock.advance(61_000);
    await nearness.sweep();
    assert.deepEqual(await nearness.progress(staff), { done: 15, wordings: 15, unheard: [] });
  });

  test("is had soon by shops whose endpoint answers, however many others' does not, and is asked of that in few places", async () => {
    const alone: Ground = { ...ground, bus: makeBus(ground.log) };
    const deaf = await openModelHost();
    deaf.embedding({ hang: true });
    const [first, second, third, last] = await Promise.all([1, 2, 3, 4].map(() => buildKnowingShop(alone)));
    for (const { staff } of [first!, second!, third!]) await setUp(staff, { baseUrl: deaf.url });
    await setUp(last!.staff);
    const own = openModels(alone, testSeal);
    const other = openNearness(alone, own);
    await other.sweep();
    await other.sweep();
    assert.deepEqual(await other.progress(last!.staff), { done: 15, wordings: 15, unheard: [] });
    assert.equal(deaf.asked.length, 2);
    own.stop();
    await other.close();
    await deaf.close();
  });

  test("gives up on a question after its time, and asks one question once", async () => {
    const { staff } = await buildKnowingShop();
    await setUp(staff);
    await ground.bus.settled();
    host.embedding({ hang: true });
    const startedMs = performance.now();
    assert.equal(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
    assert.ok(performance.now() - startedMs < 4_000);
    host.embedding(null);
    const from = host.textsEmbedded().length;
    for (let n = 0; n < 3; n++) assert.notEqual(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
    assert.equal(host.textsEmbedded().length - from, 1);
    assert.equal((await listUsage(staff, 1)).days[0]!.failures, 1);
  });

  test("another model starts anew, and one that is removed is not asked", async () => {
    const { staff } = await buildKnowingShop();
    await setUp(staff);
    await ground.bus.settled();
    const from = host.textsEmbedded().length;
    await setUp(staff, { model: "other" });
    await ground.bus.settled();
    assert.equal(host.textsEmbedded().length - from, 15);
    await removeModel(staff, "embedding");
    await ground.bus.settled();
    assert.equal(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
    assert.equal(await nearness.progress(staff), null);
  });

  test("the day's budget ends the embedding, tomorrow it goes on", async () => {
    const { staff } = await buildKnowingShop();
    await setUp(staff, { dailyTokens: 1_000 });
    await ground.bus.settled();
    host.embedding({ reply: { data: [{ embedding: [1, 0] }], usage: { prompt_tokens: 2_000 } } });
    await nearness.near(staff.shopId, "先把额度用完");
    host.embedding(null);
    assert.equal(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
    clock.advance(24 * 3_600_000);
    assert.notEqual(await nearness.near(staff.shopId, "能便宜点吗"), undefined);
  });

  test("numbers and addresses of people stay here", async () => {
    const { staff } = await buildKnowingShop();
    await setUp(staff);
    await ground.bus.settled();
    await nearness.near(staff.shopId, "订单 2026 1122 3344 55 退 299 元，打 13812345678 或发到 a.b@mail.example");
    assert.equal(host.textsEmbedded().at(-1), "订单 [number] 退 299 元，打 [number] 或发到 [email]");
  });
});
