import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { mainQuestionOf } from "@yingda/answering/index-open";
import type { Ctx, CustomerCtx } from "../context.ts";
import { receiveClick, receiveHumanRequest, receiveMessage } from "../conversations/conversations.ts";
import { openEventLog } from "../conversations/event-log.ts";
import { listEvents } from "../conversations/reading.ts";
import { changeEntry, createEntry, deleteEntries } from "../knowledge/knowledge.ts";
import { makeBus } from "../platform/bus.ts";
import { saveProduct } from "../products/products.ts";
import { reactInRouting } from "../routing/reactions.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openIndexStore } from "./index-store.ts";
import { reactWithBot } from "./reactions.ts";

const { ground, clock, database, folder } = await openTestGround();
const indexes = openIndexStore(ground, { dataFolder: folder });
after(() => indexes.close());
const bot = reactWithBot(ground, indexes);
reactInRouting(ground);

async function buildKnowingShop(): Promise<{ ctx: Ctx; entryId: string }> {
  const ctx = await buildShop(ground);
  const staff = await buildStaff(ctx, { role: "admin", status: "offline" });
  const draft = { similar: ["什么时候发货"], category: "", isEnabled: true };
  const entry = await createEntry(staff, { ...draft, question: "多久发货", answerHtml: "<p>24 小时内。</p>" });
  await createEntry(staff, {
    ...draft,
    question: "怎么退货",
    similar: ["我要退货"],
    answerHtml: "<p>在订单里申请。</p>",
  });
  return { ctx, entryId: entry.id };
}

async function say(customer: CustomerCtx, words: string): Promise<string> {
  const { state } = await receiveMessage(customer, visit, { clientId: act(), content: text(words) });
  await ground.bus.settled();
  return state.conversationId;
}

/** With a bot that has just started: what was said before comes from the log. */
async function actAndAnswer(customer: CustomerCtx, words: string) {
  const conversationId = await storeUnheard(customer, words);
  clock.advance(10_000);
  await reactWithBot({ ...ground, bus: makeBus(ground.log) }, indexes).sweep();
  return (await answersIn(customer, conversationId)).at(-1)!;
}

const answersIn = async (ctx: Ctx, conversationId: string) =>
  (await listEvents(ctx, conversationId)).filter((event) => event.type === "bot.answered").map((event) => event.body);

describe("the bot", () => {
  test("answers several messages sent at once, each once and in order", async () => {
    const { ctx } = await buildKnowingShop();
    const customer = await buildCustomer(ctx);
    const sent = await Promise.all(
      ["什么时候发货", "我要退货", "什么时候发货"].map((words) =>
        receiveMessage(customer, visit, { clientId: act(), content: text(words) }),
      ),
    );
    await ground.bus.settled();
    const answers = await answersIn(ctx, sent[0]!.state.conversationId);
    assert.deepEqual(
      answers.map((answer) => answer.text),
      ["24 小时内。", "在订单里申请。", "24 小时内。"],
    );
    assert.deepEqual(
      answers.map((answer) => answer.inReplyTo),
      sent.map(({ seq }) => seq),
    );
  });

  test("knows a change by the next question, within two seconds", async () => {
    const { ctx, entryId } = await buildKnowingShop();
    const staff = await buildStaff(ctx, { role: "admin", status: "offline" });
    const customer = await buildCustomer(ctx);
    const conversationId = await say(customer, "什么时候发货");
    await changeEntry(staff, entryId, { answerHtml: "<p>48 小时内。</p>" });
    const deadline = Date.now() + 2_000;
    let last = "";
    while (!last.startsWith("48 小时内。") && Date.now() < deadline) {
      await wait(20);
      await say(customer, "什么时候发货");
      last = (await answersIn(ctx, conversationId)).at(-1)!.text;
    }
    assert.match(last, /^48 小时内。/);
  });

  test("says so when the answer behind a click was just taken down", async () => {
    const { ctx, entryId } = await buildKnowingShop();
    await indexes.get(ctx.shopId);
    await deleteEntries(ctx, [entryId]);
    const customer = await buildCustomer(ctx);
    while (mainQuestionOf((await indexes.get(ctx.shopId)).index, entryId)) await wait(10);
    const { state } = await receiveClick(customer, visit, { clientId: act(), entryId, question: "多久发货" });
    await ground.bus.settled();
    const [answer] = await answersIn(ctx, state.conversationId);
    assert.equal(answer!.outcome, "unknown");
    assert.equal(answer!.offerHuman, true);
  });

  test("answers every question of a message in one reply, and says which it doesn't know", async () => {
    const { ctx, entryId } = await buildKnowingShop();
    const conversationId = await say(await buildCustomer(ctx), "多久发货？怎么退货？<b>周杰伦</b>是谁？");
    const [answer, ...others] = await answersIn(ctx, conversationId);
    assert.equal(others.length, 0);
    assert.equal(answer!.entryId, entryId);
    assert.deepEqual(
      answer!.parts!.map(({ entryId: own }) => own !== undefined),
      [true, true, false],
    );
    assert.match(answer!.text, /多久发货\n24 小时内。\n\n怎么退货\n在订单里申请。\n\n.*周杰伦/);
    assert.match(answer!.html!, /<h3>怎么退货<\/h3><p>在订单里申请。<\/p>/);
    assert.ok(!answer!.html!.includes("<b>"), "a customer's words are never HTML");
    assert.equal(answer!.offerHuman, true);
  });

  test("says sorry before its answer to somebody angry, and offers a person with it", async () => {
    const { ctx, entryId } = await buildKnowingShop();
    const conversationId = await say(await buildCustomer(ctx), "什么破店！多久发货？");
    const [answer] = await answersIn(ctx, conversationId);
    assert.equal(answer!.entryId, entryId);
    assert.match(answer!.text, /^非常抱歉.*\n\n24 小时内。$/);
    assert.match(answer!.html!, /^<p>非常抱歉.*<\/p><p>24 小时内。<\/p>$/);
    assert.equal(answer!.offerHuman, true);
    assert.equal(answer!.parts, undefined);
  });

  test("refuses in other words the second time, and differently who is angry or can't wait", async () => {
    const { ctx } = await buildKnowingShop();
    const customer = await buildCustomer(ctx);
    await say(customer, "周杰伦是谁");
    await say(customer, "林俊杰是谁");
    const conversationId = await say(customer, "急用！邓紫棋是谁");
    await say(customer, "垃圾！王力宏是谁");
    const said = (await answersIn(ctx, conversationId)).map(({ text: words }) => words);
    assert.equal(new Set(said).size, 4, said.join("\n"));
    assert.match(said[1]!, /转人工/);
    assert.match(said[2]!, /着急/);
    assert.match(said[3]!, /抱歉/);
  });

  test("asks whether it is this where there is one to choose, and for which where there are more", async () => {
    const { ctx } = await buildKnowingShop();
    const conversationId = await say(await buildCustomer(ctx), "买了不喜欢退货");
    const [answer] = await answersIn(ctx, conversationId);
    assert.equal(answer!.options?.length, 1);
    assert.match(answer!.text, /这个/);
  });

  test("answers although a question is cut to length in the middle of a character", async () => {
    const { ctx, entryId } = await buildKnowingShop();
    const long = `${"周杰伦".repeat(66)}周😀是谁呀？`;
    const conversationId = await say(await buildCustomer(ctx), `多久发货？${long}${long}`);
    const [answer] = await answersIn(ctx, conversationId);
    assert.equal(answer!.entryId, entryId);
    assert.ok(answer!.parts!.length > 1);
  });

  test("leaves to be chosen what has no room in one reply, and is never empty", async () => {
    const { ctx } = await buildKnowingShop();
    const staff = await buildStaff(ctx, { role: "admin", status: "offline" });
    const draft = { similar: [], category: "", isEnabled: true };
    const long = `<p>${"票".repeat(19_990)}</p>`;
    const entry = await createEntry(staff, { ...draft, question: "怎么开发票", answerHtml: long });
    const inOrder = await say(await buildCustomer(ctx), "怎么开发票？怎么退货？");
    const turned = await say(await buildCustomer(ctx), "怎么退货？怎么开发票？");
    for (const conversationId of [inOrder, turned]) {
      const [answer] = await answersIn(ctx, conversationId);
      assert.equal(answer!.text, "怎么退货\n在订单里申请。");
      assert.deepEqual(answer!.options, [{ entryId: entry.id, question: "怎么开发票" }]);
    }
    const other = { ...draft, question: "怎么换货", answerHtml: long.replaceAll("票", "货") };
    const { id } = await createEntry(staff, other);
    while (!mainQuestionOf((await indexes.get(ctx.shopId)).index, id)) await wait(10);
    const [both] = await answersIn(ctx, await say(await buildCustomer(ctx), "怎么开发票？怎么换货？"));
    assert.equal(both!.entryId, entry.id);
    assert.equal(both!.text.length, 19_990);
    assert.equal(both!.options!.length, 1);
  });

  test("offers another way when the same is asked again", async () => {
    const { ctx } = await buildKnowingShop();
    const customer = await buildCustomer(ctx);
    await say(customer, "多久发货");
    const conversationId = await say(customer, "什么时候发货");
    const [first, second] = await answersIn(ctx, conversationId);
    assert.equal(first!.isRepeated, undefined);
    assert.equal(second!.isRepeated, true);
    assert.equal(second!.offerHuman, true);
    assert.match(second!.text, /^24 小时内。\n\n还没有解决/);
  });

  test("asks what a near tie means, and understands the reply, also after a restart", async () => {
    const { ctx } = await buildKnowingShop();
    const staff = await buildStaff(ctx, { role: "admin", status: "offline" });
    for (const kind of ["换货", "维修"])
      await createEntry(staff, {
        question: `${kind}运费谁出`,
        similar: [],
        category: "",
        isEnabled: true,
        answerHtml: `<p>${kind}我们出。</p>`,
      });
    const customer = await buildCustomer(ctx);
    const conversationId = await say(customer, "运费谁出");
    const [asked] = await answersIn(ctx, conversationId);
    assert.equal(asked!.outcome, "guided");
    assert.match(asked!.text, /^您问的是「(换货|维修)」，还是「(换货|维修)」？$/);
    const answered = await actAndAnswer(customer, "维修");
    assert.equal(answered.text, "维修我们出。");
    assert.equal(answered.outcome, "direct");
  });

  test("knows what the customer is looking at", async () => {
    const { ctx } = await buildKnowingShop();
    const staff = await buildStaff(ctx, { role: "admin", status: "offline" });
    await saveProduct(staff, { productId: "p-9", name: "登山鞋", aliases: [], category: null });
    await saveProduct(staff, { productId: "p-10", name: "雾岭 3", aliases: [], category: "冲锋衣" });
    for (const kind of ["冲锋衣", "登山鞋"])
      await createEntry(staff, {
        question: `${kind}防水吗`,
        similar: [],
        category: "",
        isEnabled: true,
        answerHtml: `<p>${kind}防水。</p>`,
      });
    for (const [productId, right] of [
      ["p-9", "登山鞋防水。"],
      ["p-10", "冲锋衣防水。"],
    ] as const) {
      const { state } = await receiveMessage(
        await buildCustomer(ctx),
        { ...visit, productId },
        { clientId: act(), content: text("这个防水吗") },
      );
      await ground.bus.settled();
      const [answer] = await answersIn(ctx, state.conversationId);
      assert.equal(answer!.text, right);
    }
  });

  test("hands over when asked in words, once", async () => {
    const { ctx } = await buildKnowingShop();
    await buildStaff(ctx, { role: "agent" });
    const customer = await buildCustomer(ctx);
    const conversationId = await say(customer, "我要转人工客服");
    const types = (await listEvents(ctx, conversationId)).map((event) => event.type);
    assert.deepEqual(types, [
      "conversation.started",
      "message.sent",
      "bot.answered",
      "human.requested",
      "queue.entered",
      "agent.connected",
      "greeting.sent",
    ]);
    await say(customer, "转人工");
    assert.equal(
      (await listEvents(ctx, conversationId)).filter((event) => event.type === "bot.answered").length,
      1,
      "it is silent where a person serves",
    );
  });

  test("helps while the customer waits, but only where it is sure, and never as a reply", async () => {
    const { ctx } = await buildKnowingShop();
    await buildStaff(ctx, { capacity: 1 });
    const first = await buildCustomer(ctx);
    await receiveHumanRequest(first, visit, { clientId: act() });
    await ground.bus.settled();
    const second = await buildCustomer(ctx);
    const { state } = await receiveHumanRequest(second, visit, { clientId: act() });
    await ground.bus.settled();
    await say(second, "什么时候发货");
    await say(second, "阿巴阿巴");
    const bySystem = (await listEvents(ctx, state.conversationId)).filter((event) => event.actor.kind === "bot");
    assert.equal(bySystem.length, 1);
    assert.equal(bySystem[0]!.type, "message.sent");
    assert.equal((bySystem[0]!.body as { assist?: boolean }).assist, true);
  });

  test("offers no person to who waits for one, whether they ask again or several things at once", async () => {
    const { ctx } = await buildKnowingShop();
    await buildStaff(ctx, { capacity: 1 });
    await receiveHumanRequest(await buildCustomer(ctx), visit, { clientId: act() });
    await ground.bus.settled();
    const second = await buildCustomer(ctx);
    const { state } = await receiveHumanRequest(second, visit, { clientId: act() });
    await ground.bus.settled();
    for (const words of ["什么时候发货", "什么时候发货", "什么时候发货？你们老板的星座是什么？"])
      await say(second, words);
    const said = (await listEvents(ctx, state.conversationId)).flatMap((event) =>
      event.type === "message.sent" && event.actor.kind === "bot" && event.body.content.kind === "text"
        ? [event.body.content.text]
        : [],
    );
    assert.deepEqual(said, Array(said.length).fill("24 小时内。"));
    assert.ok(said.length >= 2, String(said.length));
  });

  test("answers after a crash what was stored but not answered", async () => {
    const { ctx } = await buildKnowingShop();
    const customer = await buildCustomer(ctx);
    const unheard = await storeUnheard(customer);
    clock.advance(10_000);
    await bot.sweep();
    await ground.bus.settled();
    assert.deepEqual(
      (await answersIn(ctx, unheard)).map((answer) => answer.text),
      ["24 小时内。"],
    );
    await bot.sweep();
    await ground.bus.settled();
    assert.equal((await answersIn(ctx, unheard)).length, 1, "and not twice");
  });

  test("is found in one shop although another shop's knowledge can't be opened", async () => {
    const [{ ctx: bad }, { ctx: good }] = [await buildKnowingShop(), await buildKnowingShop()];
    await storeUnheard(await buildCustomer(bad));
    const unheard = await storeUnheard(await buildCustomer(good));
    clock.advance(3_000);
    const failing = {
      ...indexes,
      get: async (shopId: string) => {
        if (shopId === bad.shopId) throw new Error("out of memory");
        return indexes.get(shopId);
      },
    };
    await reactWithBot({ ...ground, bus: makeBus(ground.log) }, failing).sweep();
    assert.equal((await answersIn(good, unheard)).length, 1);
  });
});

/** As if the process had died between the commit and the reaction: the message is stored, and nobody heard of it. */
async function storeUnheard(customer: CustomerCtx, words = "什么时候发货"): Promise<string> {
  const eventLog = openEventLog({ pool: database.pool, clock, bus: makeBus(ground.log) });
  const { state } = await receiveMessage({ ...customer, eventLog }, visit, {
    clientId: act(),
    content: text(words),
  });
  return state.conversationId;
}
