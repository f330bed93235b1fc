import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { routes } from "@yingda/contract/routes";
import { type Caller, is, openShop, openTestApp, signIn, type Visitor, visit } from "./testing/app.ts";
import { act, text } from "./testing/build.ts";

const testApp = await openTestApp();

const answerTo = (visitor: Visitor, clientSeq: number) =>
  visitor.until(
    is("events", (push) =>
      push.events.some((event) => event.type === "bot.answered" && event.body.inReplyTo === clientSeq),
    ),
  );
const said = (visitor: Visitor, clientId: string) => visitor.until(is("ack", (push) => push.clientId === clientId));
const happened = (visitor: Visitor, type: string) =>
  visitor.until(is("events", (push) => push.events.some((event) => event.type === type)));

/** A change is in the bot's mind within two seconds; a test waits for just that. */
async function untilKnown(admin: Caller, question: string): Promise<void> {
  while ((await admin.call(routes.ask, { text: question })).outcome === "unknown") await wait(10);
}

test("a customer asks, the bot answers, a person takes over, the customer rates", async () => {
  const shop = await openShop(testApp);
  const admin = await signIn(testApp, shop, { role: "admin" });
  await admin.call(routes.createEntry, {
    question: "多久发货",
    similar: ["什么时候发货"],
    answerHtml: "<p>付款后 24 小时内发出。</p>",
  });
  await untilKnown(admin, "什么时候发货");
  const agent = await signIn(testApp, shop, { role: "agent", name: "小林" });
  await agent.call(routes.setMyStatus, { status: "online" });

  const customer = await visit(testApp.url, shop.widgetKey);
  const first = act();
  customer.send({ t: "send", clientId: first, content: text("什么时候发货") });
  const { seq, conversationId } = await said(customer, first);
  const answer = await answerTo(customer, seq);
  const reply = answer.events.find((event) => event.type === "bot.answered")!;
  assert.equal(reply.body.text, "付款后 24 小时内发出。");
  assert.equal(reply.body.outcome, "direct");

  customer.send({ t: "send", clientId: act(), content: text("转人工") });
  const connected = await happened(customer, "agent.connected");
  assert.equal(connected.view.agentName, "小林");
  const mine = await agent.call(routes.listConversations, { scope: "mine" });
  const wish = customer.pushes
    .flatMap((push) => (push.t === "events" ? push.events : []))
    .findLast((event) => event.type === "message.sent")!;
  const { items } = await agent.call(routes.suggestAnswers, { conversationId, seq: wish.seq });
  assert.equal(items[0]?.question, "多久发货", "the question before the wish for a person is what wants an answer");
  assert.deepEqual(
    mine.items.map((item) => item.id),
    [conversationId],
  );

  await agent.call(routes.sendAgentMessage, { conversationId, clientId: act(), content: text("您好，请说") });
  await customer.until(
    is("events", (push) => push.events.some((event) => event.type === "message.sent" && event.actor.kind === "agent")),
  );
  const slip = await agent.call(routes.sendAgentMessage, {
    conversationId,
    clientId: act(),
    content: text("发错人的话"),
  });
  await agent.call(routes.recallMessage, { conversationId, seq: slip.seq });
  const later = await visit(testApp.url, shop.widgetKey, { token: customer.token });
  assert.ok(!JSON.stringify(later.pushes).includes("发错人的话"), "what was taken back is not sent again");
  later.close();
  await agent.call(routes.addNote, { conversationId, clientId: act(), text: "老客户" });
  await agent.call(routes.inviteRating, { conversationId });
  const invited = await happened(customer, "rating.invited");
  assert.equal(invited.view.canRate, "human");
  const rating = act();
  customer.send({ t: "rate", clientId: rating, stars: 5, comment: "很快" });
  await said(customer, rating);
  await agent.call(routes.closeConversation, { conversationId });
  await happened(customer, "conversation.closed");

  const { events, conversation } = await agent.call(routes.getConversation, { conversationId });
  assert.equal(conversation.rating, 5);
  assert.deepEqual(
    events.map((event) => event.seq),
    events.map((_, i) => i + 1),
  );
  const seen = customer.pushes.flatMap((push) => (push.t === "events" ? push.events : []));
  assert.ok(!seen.some((event) => event.type === "note.added"), "a note is never the customer's to see");
  customer.close();
});

test("a resend changes nothing: not in the same window, not after a reconnect, not after the end", async () => {
  const shop = await openShop(testApp);
  const customer = await visit(testApp.url, shop.widgetKey);
  const clientId = act();
  const frame = { t: "send", clientId, content: text("在吗") } as const;
  customer.send(frame);
  customer.send(frame);
  const { seq, conversationId } = await said(customer, clientId);
  await answerTo(customer, seq);
  customer.close();

  const again = await visit(testApp.url, shop.widgetKey, { token: customer.token });
  again.send(frame);
  assert.equal((await said(again, clientId)).seq, seq);
  const admin = await signIn(testApp, shop, { role: "admin" });
  await admin.call(routes.takeConversation, { conversationId });
  await admin.call(routes.closeConversation, { conversationId });
  await happened(again, "conversation.closed");
  again.send(frame);
  await again.until(
    (push): push is typeof push =>
      again.pushes.filter((each) => each.t === "ack" && each.clientId === clientId).length === 2 && push.t === "ack",
  );
  const { events } = await admin.call(routes.getConversation, { conversationId });
  assert.equal(events.filter((event) => event.type === "message.sent" && event.actor.kind === "customer").length, 1);
  const all = await admin.call(routes.listConversations, { scope: "all" });
  assert.equal(all.items.length, 1, "no second conversation was begun by the resend");
  again.close();
});

test("a window that was away gets exactly what it lacks, and two windows are in step", async () => {
  const shop = await openShop(testApp);
  const one = await visit(testApp.url, shop.widgetKey);
  const clientId = act();
  one.send({ t: "send", clientId, content: text("你好") });
  const { seq, conversationId } = await said(one, clientId);
  await answerTo(one, seq);
  const two = await visit(testApp.url, shop.widgetKey, { token: one.token, have: { conversationId, seq } });
  const ready = await two.until(is("ready"));
  assert.deepEqual(
    ready.events.map((event) => event.seq),
    [seq + 1],
  );
  const next = act();
  two.send({ t: "send", clientId: next, content: text("谢谢") });
  const sent = await said(two, next);
  for (const visitor of [one, two]) {
    await answerTo(visitor, sent.seq);
    const seqs = new Set(
      visitor.pushes.flatMap((push) =>
        push.t === "events" || push.t === "ready" ? push.events.map((event) => event.seq) : [],
      ),
    );
    assert.ok(seqs.has(sent.seq) && seqs.has(sent.seq + 1));
  }
  one.close();
  two.close();
});

test("nobody is there: the request is refused at once and a message can be left", async () => {
  const shop = await openShop(testApp);
  const customer = await visit(testApp.url, shop.widgetKey);
  customer.send({ t: "human", clientId: act() });
  const rejected = await happened(customer, "queue.rejected");
  assert.equal(rejected.view.handling, "bot");
  customer.send({ t: "leaveMessage", clientId: act(), text: "请回电", contact: "13800000000" });
  const left = await happened(customer, "offline_message.left");
  assert.equal(left.view.handling, "message");
  // The bot still answers, and asking again for a person does not lose the message.
  const question = act();
  customer.send({ t: "send", clientId: question, content: text("谢谢") });
  await answerTo(customer, (await said(customer, question)).seq);
  customer.send({ t: "human", clientId: act() });
  const again = await customer.until(
    is("events", (push) => push.upTo > left.upTo && push.events.some((event) => event.type === "queue.rejected")),
  );
  assert.equal(again.view.handling, "message");
  const agent = await signIn(testApp, shop, { role: "agent" });
  const { conversationId } = left;
  await agent.call(routes.takeConversation, { conversationId });
  await agent.call(routes.sendAgentMessage, { conversationId, clientId: act(), content: text("已经给您回电") });
  await customer.until(
    is("events", (push) => push.events.some((event) => event.actor.kind === "agent" && event.type === "message.sent")),
  );
  customer.close();
});

test("bad frames get a clear error, the connection stays, and nothing is stored", async () => {
  const shop = await openShop(testApp);
  const customer = await visit(testApp.url, shop.widgetKey);
  customer.socket.send("not json");
  customer.socket.send(
    JSON.stringify({ t: "send", clientId: "long-text-1", content: { kind: "text", text: "长".repeat(5_001) } }),
  );
  customer.socket.send(JSON.stringify({ t: "send", clientId: "blank-text-1", content: { kind: "text", text: "   " } }));
  customer.socket.send(
    JSON.stringify({ t: "send", clientId: "huge-frame-1", content: { kind: "text", text: "长".repeat(100_000) } }),
  );
  customer.socket.send(JSON.stringify({ t: "nonsense", clientId: "nonsense-1" }));
  customer.socket.send(
    JSON.stringify({
      t: "send",
      clientId: "file-theft-1",
      content: { kind: "file", file: { fileId: "somebodyelses", name: "x", mime: "text/plain", bytes: 1 } },
    }),
  );
  const refused = (clientId: string) => customer.until(is("error", (push) => push.clientId === clientId));
  assert.equal((await refused("long-text-1")).code, "invalid_input");
  assert.equal((await refused("blank-text-1")).code, "invalid_input");
  assert.equal((await refused("huge-frame-1")).code, "too_large");
  assert.equal((await refused("nonsense-1")).code, "invalid_input");
  assert.equal((await refused("file-theft-1")).code, "not_found");
  // What no database holds is taken out of a text, not refused with it.
  customer.socket.send(
    '{"t":"send","clientId":"broken-text-1","content":{"kind":"text","text":"还\\u0000在\\ud83d吗"}}',
  );
  const { seq: cleaned } = await said(customer, "broken-text-1");
  const shown = await customer.until(is("events", (push) => push.events.some((event) => event.seq === cleaned)));
  assert.deepEqual(shown.events.find((event) => event.seq === cleaned)!.body, {
    content: { kind: "text", text: "还在\ufffd吗" },
  });
  assert.equal(cleaned, 2, "the first thing stored is what was right");
  customer.close();
});
