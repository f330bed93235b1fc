import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "@yingda/contract/limits";
import type { CustomerCtx, StaffCtx } from "./context.ts";
import { receiveHumanRequest, receiveMessage } from "./conversations/conversations.ts";
import { listConversations, listEvents } from "./conversations/reading.ts";
import { closeConversation } from "./conversations/serving.ts";
import { noteUrgency } from "./intents/noting-urgency.ts";
import { reactInRouting } from "./routing/reactions.ts";
import { describeQueue, listWaiting } from "./routing/routing.ts";
import { changeSettings } from "./shops/shops.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "./testing/build.ts";
import { openTestGround } from "./testing/database.ts";

/** Who can't wait: from the customer's words to their place in the queue. */

const { ground, clock } = await openTestGround();
reactInRouting(ground);
noteUrgency(ground);

const headStartMs = limits.urgentHeadStartSeconds * 1_000;
const calm = "请问这个包多大";
const urgent = "你好。我明天就要用，能快点吗？谢谢";

async function say(customer: CustomerCtx, words: string): Promise<void> {
  await receiveMessage(customer, visit, { clientId: act(), content: text(words) });
  await ground.bus.settled();
}
async function ask(customer: CustomerCtx, words = calm): Promise<string> {
  await say(customer, words);
  const { state } = await receiveHumanRequest(customer, visit, { clientId: act() });
  await ground.bus.settled();
  return state.conversationId;
}
/** A shop whose only seat is taken, so that who comes waits. */
async function buildBusyShop(urgentFirst = true): Promise<{ agent: StaffCtx; served: string }> {
  const ctx = await buildShop(ground, { urgentFirst });
  const agent = await buildStaff(ctx, { capacity: 1, role: "supervisor" });
  return { agent, served: await ask(await buildCustomer(ctx)) };
}
const waitingIn = async (agent: StaffCtx) => (await listWaiting(agent)).map(({ state }) => state.conversationId);
const listedIn = async (agent: StaffCtx, pageSize = 50) => {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listConversations(agent, { scope: "queue", pageSize, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
};

describe("a customer who can't wait", () => {
  test("goes before who came little earlier; place, list and seat agree, and the queue shows the sentence", async () => {
    const { agent, served } = await buildBusyShop();
    const first = await ask(await buildCustomer(agent));
    clock.advance(60_000);
    const second = await ask(await buildCustomer(agent));
    clock.advance(60_000);
    const third = await ask(await buildCustomer(agent), urgent);
    const order = [third, first, second];
    assert.deepEqual(await waitingIn(agent), order);
    assert.deepEqual(await listedIn(agent), order);
    assert.deepEqual(await listedIn(agent, 1), order);
    for (const [at, id] of order.entries()) assert.equal((await describeQueue(agent, id))!.position, at + 1);
    const { items } = await listConversations(agent, { scope: "queue", pageSize: 50 });
    assert.deepEqual(
      items.map(({ urgentWords }) => urgentWords),
      ["我明天就要用，能快点吗？", null, null],
    );

    await closeConversation(agent, { conversationId: served });
    await ground.bus.settled();
    assert.deepEqual(await waitingIn(agent), [first, second]);
    const connected = (await listEvents(agent, third)).find((event) => event.type === "agent.connected");
    assert.ok(connected);
  });

  test("never goes before who has waited longer than the head start, and among themselves the first comes first", async () => {
    const { agent } = await buildBusyShop();
    const patient = await ask(await buildCustomer(agent));
    clock.advance(headStartMs - 60_000);
    const early = await ask(await buildCustomer(agent), urgent);
    clock.advance(120_000);
    const late = await ask(await buildCustomer(agent), urgent);
    assert.deepEqual(await waitingIn(agent), [early, patient, late]);
  });

  test("is moved up when they say so while they wait, and noted once", async () => {
    const { agent } = await buildBusyShop();
    const first = await ask(await buildCustomer(agent));
    clock.advance(60_000);
    const customer = await buildCustomer(agent);
    const second = await ask(customer);
    assert.deepEqual(await waitingIn(agent), [first, second]);
    await say(customer, "还要多久啊");
    await say(customer, "怎么还没人回，急死了");
    await say(customer, "急急急");
    assert.deepEqual(await waitingIn(agent), [second, first]);
    const said = (await listEvents(agent, second)).filter((event) => event.type === "conversation.classified");
    assert.deepEqual(
      said.map(({ body }) => body),
      [{ by: "engine", isUrgent: true, urgentWords: "怎么还没人回，急死了" }],
    );
  });

  test("waits their turn where the shop does not wish it", async () => {
    const { agent } = await buildBusyShop(false);
    const first = await ask(await buildCustomer(agent));
    clock.advance(60_000);
    const second = await ask(await buildCustomer(agent), urgent);
    assert.deepEqual(
      [await waitingIn(agent), await listedIn(agent)],
      [
        [first, second],
        [first, second],
      ],
    );
    await changeSettings(agent, { urgentFirst: true });
    assert.deepEqual(await waitingIn(agent), [second, first]);
  });

  test("is nobody's business once it is over", async () => {
    const { agent } = await buildBusyShop();
    const customer = await buildCustomer(agent);
    const id = await ask(customer, urgent);
    await closeConversation(agent, {
      conversationId: (await listConversations(agent, { scope: "mine", pageSize: 1 })).items[0]!.id,
    });
    await ground.bus.settled();
    await closeConversation(agent, { conversationId: id });
    const { items } = await listConversations(agent, { scope: "all", pageSize: 50 });
    assert.ok(items.every(({ urgentWords }) => urgentWords === null));
  });
});
