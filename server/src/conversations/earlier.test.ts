import assert from "node:assert/strict";
import { test } from "node:test";
import { reactInRouting } from "../routing/reactions.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { receiveHumanRequest, receiveMessage } from "./conversations.ts";
import { listConversations, loadConversation } from "./reading.ts";
import { closeConversation } from "./serving.ts";

const { ground } = await openTestGround();
reactInRouting(ground);

test("who serves a customer sees their earlier conversations, and only while serving them", async () => {
  const ctx = await buildShop(ground);
  const before = await buildStaff(ctx, { capacity: 1 });
  const customer = await buildCustomer(ctx);
  const first = await receiveHumanRequest(customer, visit, { clientId: act() });
  await ground.bus.settled();
  await closeConversation(before, { conversationId: first.state.conversationId });
  await ground.bus.settled();

  // The first agent is kept busy by somebody else, so that the customer comes to the second one.
  const other = await buildCustomer(ctx);
  await receiveHumanRequest(other, visit, { clientId: act() });
  await ground.bus.settled();
  const now = await buildStaff(ctx);
  const earlier = () =>
    listConversations(now, { scope: "all", customerId: customer.actor.id, pageSize: 10 }).then(({ items }) =>
      items.map(({ id }) => id),
    );
  assert.deepEqual(await earlier(), []);
  await assert.rejects(loadConversation(now, first.state.conversationId), { code: "not_found" });

  await receiveMessage(customer, visit, { clientId: act(), content: text("还是上次那件事") });
  const second = await receiveHumanRequest(customer, visit, { clientId: act() });
  await ground.bus.settled();
  assert.deepEqual((await earlier()).sort(), [first.state.conversationId, second.state.conversationId].sort());
  await loadConversation(now, first.state.conversationId);

  await closeConversation(now, { conversationId: second.state.conversationId });
  await assert.rejects(loadConversation(now, first.state.conversationId), { code: "not_found" });
});
