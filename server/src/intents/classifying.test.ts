import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { defaultTree } from "@yingda/answering/intents/default-tree";
import type { EventOf, NewEvent } from "@yingda/contract/events";
import { sayings } from "@yingda/packs/demo-shop/intents";
import type { Ctx, CustomerCtx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { actAsSystem, receiveMessage } from "../conversations/conversations.ts";
import { findLoaded, listEvents } from "../conversations/reading.ts";
import { addNote } from "../conversations/serving.ts";
import { firstRow, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { listProducts, saveProduct } from "../products/products.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openClassifier } from "./classifier-store.ts";
import { correctConversation } from "./correcting.ts";
import { createIntent, getIntent, listIntents, orderIntents, updateIntent } from "./intents.ts";
import { reactWithClassifying } from "./reactions.ts";
import { getIntentTree } from "./tree.ts";

const { ground, clock } = await openTestGround();
const classifier = openClassifier(ground);
after(() => classifier.close());
const classifying = reactWithClassifying(ground, classifier);
const quiet = () => clock.advance(31_000);

async function say(customer: CustomerCtx, ...words: string[]): Promise<string> {
  let conversationId = "";
  for (const one of words) {
    const { state } = await receiveMessage(customer, visit, { clientId: act(), content: text(one) });
    conversationId = state.conversationId;
  }
  return conversationId;
}

const close = (ctx: Ctx, conversationId: string) =>
  actAsSystem(ctx, conversationId, () => [
    { type: "conversation.closed", actor: { kind: "system" }, body: { by: "system" } },
  ]);

type Classified = EventOf<"conversation.classified">;
const classifiedIn = async (ctx: Ctx, conversationId: string): Promise<Classified[]> =>
  (await listEvents(ctx, conversationId)).filter((event) => event.type === "conversation.classified") as Classified[];

async function markOf(ctx: Ctx, conversationId: string) {
  return (await firstRow(
    ctx.db,
    sql<{ classified_seq: number; last_seq: number }>`
    select classified_seq, last_seq from conversation where shop_id = ${ctx.shopId} and conversation_id = ${conversationId}`,
  ))!;
}

describe("a conversation", () => {
  test("gets intent and feeling when it has been quiet, and not before", async () => {
    const ctx = await buildShop(ground);
    const id = await say(await buildCustomer(ctx), "你好", "退款怎么还没到账", "都拖了半个月了，太差劲了");
    await classifying.sweep();
    assert.deepEqual(await classifiedIn(ctx, id), []);
    quiet();
    await classifying.sweep();
    const [event, ...more] = await classifiedIn(ctx, id);
    assert.equal(more.length, 0);
    assert.equal(event!.body.intent, "aftersales.refund");
    assert.equal(event!.body.sentiment, "negative");
    assert.equal(event!.body.by, "engine");
    assert.ok(event!.body.confidence! > 0.4);
    assert.equal((await findLoaded(ctx, id))!.state.intent, "aftersales.refund");
  });

  test("is classified at once when it ends, dated by its last words", async () => {
    const ctx = await buildShop(ground);
    const id = await say(await buildCustomer(ctx), "电子发票怎么开");
    await close(ctx, id);
    const before = (await findLoaded(ctx, id))!.state.lastEventAt;
    clock.advance(3_600_000);
    await classifying.sweep();
    const { state } = (await findLoaded(ctx, id))!;
    assert.equal(state.intent, "order.invoice");
    assert.equal(state.lastEventAt, before);
  });

  test("is not written to again when nothing changes, and is when new words do", async () => {
    const ctx = await buildShop(ground);
    const customer = await buildCustomer(ctx);
    const staff = await buildStaff(ctx, { role: "supervisor" });
    const id = await say(customer, "怎么申请退货");
    quiet();
    await classifying.sweep();
    await addNote(staff, { conversationId: id, clientId: act(), text: "看过了" });
    await say(customer, "退货地址是哪里");
    quiet();
    await classifying.sweep();
    assert.equal((await classifiedIn(ctx, id)).length, 1);
    await say(customer, "你们就是骗子，我要去12315投诉");
    quiet();
    await classifying.sweep();
    const last = (await classifiedIn(ctx, id)).at(-1)!;
    assert.equal(last.body.sentiment, "negative");
    assert.equal(last.body.isAngry, true);
  });

  test("without a word of the customer's stays unclassified and is not looked at again", async () => {
    const ctx = await buildShop(ground);
    const customer = await buildCustomer(ctx);
    const { state } = await ctx.eventLog.append({
      shopId: ctx.shopId,
      target: { customerId: customer.actor.id, channel: "web" },
      decide: () => [
        { type: "conversation.started", actor: { kind: "system" }, body: { channel: "web" } },
        { type: "human.requested", actor: { kind: "customer", id: customer.actor.id }, body: { by: "button" } },
      ],
    });
    quiet();
    await classifying.sweep();
    assert.deepEqual(await classifiedIn(ctx, state.conversationId), []);
    assert.deepEqual(await markOf(ctx, state.conversationId), { classified_seq: 2, last_seq: 2 });
  });

  test("is found again by whoever starts next, after a crash between its words and its classification", async () => {
    const ctx = await buildShop(ground);
    const id = await say(await buildCustomer(ctx), "快递到哪里了");
    await close(ctx, id);
    // Nothing of this process's memory takes part: another one, with a worker of its own.
    const other = openClassifier(ground);
    const next = reactWithClassifying({ ...ground, bus: { ...ground.bus, on: () => {} } }, other);
    await next.sweep();
    await other.close();
    assert.equal((await findLoaded(ctx, id))!.state.intent, "shipping.tracking");
    const { classified_seq, last_seq } = await markOf(ctx, id);
    assert.equal(classified_seq, last_seq);
  });
});

describe("what a person says", () => {
  test("sticks, field by field, whatever is said later", async () => {
    const ctx = await buildShop(ground);
    const customer = await buildCustomer(ctx);
    const staff = await buildStaff(ctx, { role: "supervisor" });
    const id = await say(customer, "电子发票怎么开");
    quiet();
    await classifying.sweep();
    await correctConversation(staff, { conversationId: id, intent: "order.change" });
    await say(customer, "发票发票，什么垃圾店，骗子");
    quiet();
    await classifying.sweep();
    const { state } = (await findLoaded(ctx, id))!;
    assert.equal(state.intent, "order.change");
    const last = (await classifiedIn(ctx, id)).at(-1)!;
    assert.equal(last.body.by, "engine");
    assert.equal(last.body.intent, undefined);
    assert.equal(last.body.sentiment, "negative");
  });

  test("teaches the shop and no other", async () => {
    const [ours, theirs] = [await buildShop(ground), await buildShop(ground)];
    const staff = await buildStaff(ours, { role: "supervisor" });
    const group = defaultTree.at(-1)!.key;
    const name = { "zh-CN": "装备租赁", en: "Rental" };
    const { key } = await createIntent(staff, { parent: group, name, examples: [] });
    const first = await say(await buildCustomer(ours), "帐篷可以租用吗，租两天");
    await correctConversation(staff, { conversationId: first, intent: key });
    assert.equal((await getIntent(ours, { intentKey: key })).corrections[0]?.conversationId, first);
    const [again, elsewhere] = [
      await say(await buildCustomer(ours), "想租用一顶帐篷可以吗"),
      await say(await buildCustomer(theirs), "想租用一顶帐篷可以吗"),
    ];
    quiet();
    await classifying.sweep();
    assert.equal((await findLoaded(ours, again))!.state.intent, key);
    assert.notEqual((await findLoaded(theirs, elsewhere))!.state.intent, key);
    // Corrected again, it teaches the last only; corrected to nothing, nothing.
    await correctConversation(staff, { conversationId: first, intent: null });
    assert.deepEqual((await getIntent(ours, { intentKey: key })).corrections, []);
    assert.equal((await findLoaded(ours, first))!.state.intent, null);
  });

  test("must name an intent in use and a product that there is", async () => {
    const ctx = await buildShop(ground);
    const staff = await buildStaff(ctx, { role: "supervisor" });
    const conversationId = await say(await buildCustomer(ctx), "在吗");
    await updateIntent(staff, { intentKey: "order.invoice", isRetired: true });
    for (const wrong of [
      { intent: "no.such" },
      { intent: "order.invoice" },
      { intent: "order" },
      { productId: "none" },
    ])
      await assert.rejects(correctConversation(staff, { conversationId, ...wrong }), { code: "not_found" });
  });

  test("an agent may say of their own conversations only", async () => {
    const ctx = await buildShop(ground);
    const [mine, other] = [await buildStaff(ctx), await buildStaff(ctx)];
    const conversationId = await say(await buildCustomer(ctx), "怎么退货");
    const connect: NewEvent = {
      type: "agent.connected",
      actor: { kind: "system" },
      body: { agentId: mine.actor.id, because: "taken" },
    };
    await actAsSystem(ctx, conversationId, () => [connect]);
    await correctConversation(mine, { conversationId, sentiment: "neutral" });
    await assert.rejects(correctConversation(other, { conversationId, sentiment: "negative" }), { code: "not_found" });
  });
});

describe("a conversation from elsewhere", () => {
  const past = (customerId: string, started: { intent?: string; productId?: string }, words: string) => ({
    conversationId: newId(),
    customerId,
    channel: "import",
    origin: "import" as const,
    events: [
      {
        type: "conversation.started" as const,
        actor: { kind: "system" as const },
        at: "2025-03-01T02:00:00.000Z",
        body: { channel: "import", ...started },
      },
      {
        type: "message.sent" as const,
        actor: { kind: "customer" as const, id: customerId },
        at: "2025-03-01T02:00:01.000Z",
        body: { content: text(words) },
      },
      {
        type: "conversation.closed" as const,
        actor: { kind: "system" as const },
        at: "2025-03-01T02:05:00.000Z",
        body: { by: "system" as const },
      },
    ],
  });

  test("keeps the intent and product it brings, and gets what it lacks", async () => {
    const ctx = await buildShop(ground);
    const customer = { customerId: newId(), name: "张三", locale: "zh-CN", firstSeenAt: "2025-03-01T02:00:00.000Z" };
    const own = past(customer.customerId, { intent: "发货", productId: "p-9" }, "怎么退货");
    const bare = past(customer.customerId, {}, "怎么退货");
    await backfill(ctx, { customers: [customer], conversations: [own, bare] });
    await classifying.sweep();
    const kept = (await findLoaded(ctx, own.conversationId))!.state;
    assert.equal(kept.intent, "发货");
    assert.equal(kept.productId, "p-9");
    assert.equal((await classifiedIn(ctx, own.conversationId))[0]?.body.sentiment, "neutral");
    const given = (await findLoaded(ctx, bare.conversationId))!.state;
    assert.equal(given.intent, "aftersales.return");
    assert.equal(given.lastEventAt, "2025-03-01T02:05:00.000Z");
  });

  test("is classified however many there are", async () => {
    const ctx = await buildShop(ground);
    const customer = { customerId: newId(), name: "李四", locale: "zh-CN", firstSeenAt: "2025-03-01T02:00:00.000Z" };
    const conversations = Array.from({ length: 230 }, () => past(customer.customerId, {}, "包邮吗"));
    await backfill(ctx, { customers: [customer], conversations });
    await classifying.sweep();
    const left = await firstRow(
      ctx.db,
      sql<{
        n: number;
      }>`select count(*) as n from conversation where shop_id = ${ctx.shopId} and intent is distinct from 'shipping.fee'`,
    );
    assert.equal(left!.n, 0);
    const { groups, unclassified } = await listIntents(ctx, {});
    assert.equal(unclassified, null);
    assert.ok(groups.length >= 8);
  });
});

describe("a product", () => {
  test("is taken from the card, else from its name, else from the page; its category follows", async () => {
    const ctx = await buildShop(ground);
    const staff = await buildStaff(ctx, { role: "supervisor" });
    await saveProduct(staff, { productId: "tent", name: "云脊双人帐篷", aliases: ["云脊"], category: "帐篷" });
    const onPage = { ...visit, productId: "page-1" };
    const customer = await buildCustomer(ctx);
    const named = await receiveMessage(customer, onPage, { clientId: act(), content: text("云脊防水吗") });
    quiet();
    await classifying.sweep();
    const id = named.state.conversationId;
    assert.deepEqual(
      (await classifiedIn(ctx, id)).map(({ body }) => [body.productId, body.category]),
      [["tent", "帐篷"]],
    );
    await receiveMessage(customer, onPage, {
      clientId: act(),
      content: { kind: "product", productId: "lamp", title: "拾柴露营灯" },
    });
    quiet();
    await classifying.sweep();
    assert.equal((await findLoaded(ctx, id))!.state.productId, "lamp");
    // What windows show is learned; what a person named is left.
    const { items } = await listProducts(ctx, { page: 1, pageSize: 50 });
    assert.deepEqual(items.map(({ productId, name }) => [productId, name]).sort(), [
      ["lamp", "拾柴露营灯"],
      ["page-1", "page-1"],
      ["tent", "云脊双人帐篷"],
    ]);
  });
});

describe("the tree", () => {
  test("is every shop's by default, and changed by one shop for itself alone", async () => {
    const [ours, theirs] = [await buildShop(ground), await buildShop(ground)];
    const staff = await buildStaff(ours, { role: "supervisor" });
    const name = { "zh-CN": "发票与税", en: "Invoices and tax" };
    await updateIntent(staff, { intentKey: "order.invoice", name, parent: "other", examples: ["开票", "开票"] });
    const tree = await getIntentTree(ours);
    assert.deepEqual(tree.nameOf("order.invoice"), name);
    assert.equal(tree.parentOf("order.invoice"), "other");
    assert.equal(tree.groups.find((group) => group.key === "other")!.intents.at(-1)!.key, "order.invoice");
    assert.deepEqual((await getIntent(ours, { intentKey: "order.invoice" })).examples, ["开票"]);
    assert.equal((await getIntentTree(theirs)).parentOf("order.invoice"), "order");
    assert.deepEqual(tree.nameOf("发货"), { "zh-CN": "发货", en: "发货" });
  });

  test("refuses a second intent of one name, an unknown group, and phrasings for a group", async () => {
    const ctx = await buildShop(ground);
    const staff = await buildStaff(ctx, { role: "supervisor" });
    const twin = { "zh-CN": "发票", en: "Receipts" };
    await assert.rejects(createIntent(staff, { parent: "order", name: twin, examples: [] }), {
      code: "already_exists",
    });
    await assert.rejects(createIntent(staff, { parent: "order.invoice", name: twin, examples: [] }), {
      code: "not_found",
    });
    await assert.rejects(updateIntent(staff, { intentKey: "order", examples: ["x"] }), { code: "invalid_input" });
    await assert.rejects(orderIntents(staff, { parent: "order", keys: ["shipping.fee"] }), { code: "not_found" });
  });

  test("keeps the order it is given", async () => {
    const ctx = await buildShop(ground);
    const staff = await buildStaff(ctx, { role: "supervisor" });
    const keys = (await getIntentTree(ctx)).groups[0]!.intents.map((intent) => intent.key).reverse();
    await orderIntents(staff, { parent: "presale", keys });
    assert.deepEqual(
      (await getIntentTree(ctx)).groups[0]!.intents.map((intent) => intent.key),
      keys,
    );
  });

  test("has every intent that the demo's invented past carries", () => {
    const leaves = new Set(defaultTree.flatMap((group) => group.intents.map((intent) => intent.key)));
    assert.deepEqual(
      sayings.filter(({ intent }) => !leaves.has(intent)),
      [],
    );
  });
});
