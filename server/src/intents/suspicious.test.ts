import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { StaffCtx } from "../context.ts";
import { receiveMessage } from "../conversations/conversations.ts";
import { findLoaded } from "../conversations/reading.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openClassifier } from "./classifier-store.ts";
import { correctConversation } from "./correcting.ts";
import { getIntent, updateIntent } from "./intents.ts";
import { listSuspiciousLabels, reviewExample, reviewFeeling } from "./suspicious.ts";

const { ground } = await openTestGround();
const classifier = openClassifier(ground);
after(() => classifier.close());
const buildSupervisor = async () => buildStaff(await buildShop(ground), { role: "supervisor" });

async function say(staff: StaffCtx, words: string): Promise<string> {
  const customer = await buildCustomer(staff);
  const { state } = await receiveMessage(customer, visit, { clientId: act(), content: text(words) });
  return state.conversationId;
}

describe("a label that the shop's others contradict", () => {
  test("is named with what is likely; confirmed, it is not named again", async () => {
    const staff = await buildSupervisor();
    const invoices = ["发票抬头能改吗", "电子发票发到哪里", "帮我开一张增值税专用发票"];
    await updateIntent(staff, { intentKey: "order.invoice", examples: invoices });
    await updateIntent(staff, { intentKey: "aftersales.refund", examples: ["电子发票怎么开", "退款怎么还没到账"] });
    const { intents } = await listSuspiciousLabels(staff, classifier);
    const wrong = intents.find((one) => one.text === "电子发票怎么开")!;
    assert.deepEqual([wrong.intentKey, wrong.likely, wrong.origin], ["aftersales.refund", "order.invoice", "own"]);
    assert.ok(intents.every((one) => one.text !== "发票抬头能改吗"));
    await reviewExample(staff, { exampleId: wrong.exampleId, decision: "keep" });
    const left = await listSuspiciousLabels(staff, classifier);
    assert.ok(left.intents.every((one) => one.exampleId !== wrong.exampleId));
  });

  test("moved, it teaches the other intent, and the conversation that it came from is about that", async () => {
    const staff = await buildSupervisor();
    const conversationId = await say(staff, "电子发票怎么开");
    await correctConversation(staff, { conversationId, intent: "aftersales.refund" });
    const { intents } = await listSuspiciousLabels(staff, classifier);
    const wrong = intents.find((one) => one.conversationId === conversationId)!;
    await reviewExample(staff, { exampleId: wrong.exampleId, decision: "move", intent: "order.invoice" });
    assert.equal((await findLoaded(staff, conversationId))!.state.intent, "order.invoice");
    const { corrections } = await getIntent(staff, { intentKey: "order.invoice" });
    assert.deepEqual(
      corrections.map((one) => one.text),
      ["电子发票怎么开"],
    );
    assert.deepEqual((await listSuspiciousLabels(staff, classifier)).intents, []);
  });

  test("dropped, it teaches nothing", async () => {
    const staff = await buildSupervisor();
    await updateIntent(staff, { intentKey: "aftersales.refund", examples: ["电子发票怎么开"] });
    const { intents } = await listSuspiciousLabels(staff, classifier);
    await reviewExample(staff, { exampleId: intents[0]!.exampleId, decision: "drop" });
    assert.deepEqual((await getIntent(staff, { intentKey: "aftersales.refund" })).examples, []);
  });
});

describe("a feeling that people put right", () => {
  /** How this shop's customers praise, in words that sound like blame. */
  const praise = ["绝绝子蹲到了", "这家店绝绝子", "蹲到了绝绝子呀", "谁懂啊绝绝子"];

  test("teaches the shop's own classifier, and no other shop's", async () => {
    const [staff, other] = [await buildSupervisor(), await buildSupervisor()];
    const feelingOf = async (ctx: StaffCtx) =>
      (await classifier.explain(ctx.shopId, "绝绝子蹲到了")).judgement.sentiment;
    assert.equal(await feelingOf(staff), "neutral");
    for (const words of praise)
      await correctConversation(staff, { conversationId: await say(staff, words), sentiment: "positive" });
    assert.equal(await feelingOf(staff), "positive");
    assert.equal(await feelingOf(other), "neutral");
  });

  test("is named when it looks wrong, and taken back teaches no more", async () => {
    const staff = await buildSupervisor();
    const conversationId = await say(staff, "太差劲了，骗子，要投诉你们");
    await correctConversation(staff, { conversationId, sentiment: "positive" });
    const { feelings } = await listSuspiciousLabels(staff, classifier);
    assert.deepEqual(
      feelings.map((one) => [one.conversationId, one.sentiment, one.likely]),
      [[conversationId, "positive", "negative"]],
    );
    await reviewFeeling(staff, { conversationId, decision: "move", sentiment: "negative" });
    assert.deepEqual((await listSuspiciousLabels(staff, classifier)).feelings, []);
    await reviewFeeling(staff, { conversationId, decision: "drop" });
    await assert.rejects(reviewFeeling(staff, { conversationId, decision: "keep" }), { code: "not_found" });
  });
});
