import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, describe, test } from "node:test";
import { rows, sql } from "../platform/db/database.ts";
import { postWebhook, signatureOf } from "../platform/webhook.ts";
import { openTestGround } from "../testing/database.ts";
import { makeSurveyLinks } from "./links.ts";
import { reactWithSurveys } from "./reactions.ts";
import { buildAskingShop, holdConversation, listInvitations } from "./testing-surveys.ts";
import { describeWebhook, saveWebhook, sendDeliveries, testWebhook, webhookSender } from "./webhook.ts";

const { ground, clock } = await openTestGround();
reactWithSurveys(ground, { links: makeSurveyLinks("a secret of this test"), senders: [webhookSender] });

type Received = { headers: IncomingMessage["headers"]; body: string };

/** The shop's gateway: a real server that does what the test tells it. */
async function openGateway() {
  const received: Received[] = [];
  let behave = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(204).end();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    behave(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    received,
    set: (next: typeof behave) => {
      behave = next;
    },
  };
}

const call = { secret: "s", deliveryId: "d", body: "{}", at: new Date(0), timeoutMs: 2_000 };

describe("links are handed to the webhook", () => {
  test("signed, kept while it fails, tried again later, and delivered once it recovers", async () => {
    const gateway = await openGateway();
    const ctx = await buildAskingShop(ground, { nps: { via: "link" } });
    const { secret } = await saveWebhook(ctx, { url: gateway.url, renewSecret: false });
    const { conversationId } = await holdConversation(ctx, { contact: "13800000000" });
    assert.equal((await listInvitations(ctx, conversationId))[0]?.body.via, "link");

    gateway.set((_request, response) => response.writeHead(503).end("not now"));
    await sendDeliveries(ground);
    await sendDeliveries(ground);
    assert.equal(gateway.received.length, 1, "not before its time");
    const [failed] = (await describeWebhook(ctx)).deliveries;
    assert.deepEqual([failed?.state, failed?.status, failed?.attempts], ["waiting", 503, 1]);

    gateway.set((request) => request.socket.destroy());
    clock.advance(61_000);
    await sendDeliveries(ground);
    assert.equal((await describeWebhook(ctx)).deliveries[0]?.status, null, "no reply at all");

    gateway.set((_request, response) => response.writeHead(202).end());
    clock.advance(5 * 60_000 + 1_000);
    await sendDeliveries(ground);
    clock.advance(60 * 60_000);
    await sendDeliveries(ground);
    const [sent] = (await describeWebhook(ctx)).deliveries;
    assert.deepEqual([sent?.state, sent?.status, sent?.attempts, sent?.error], ["sent", 202, 3, null]);
    assert.equal(gateway.received.length, 3);

    const last = gateway.received.at(-1)!;
    const timestamp = String(last.headers["x-yingda-timestamp"]);
    assert.equal(last.headers["x-yingda-signature"], signatureOf(secret!, timestamp, last.body));
    const body = JSON.parse(last.body);
    assert.equal(body.customer.phone, "13800000000");
    assert.match(body.url, /\/s\/[\w-]{71}$/);
    assert.ok(body.text.includes(body.url));
    const [row] = await rows(
      ctx.db,
      sql<{ body: unknown }>`select body from survey_delivery where shop_id = ${ctx.shopId}`,
    );
    assert.equal(row?.body, null, "the address is not kept longer than needed");
  });

  test("given up after a day of failing", async () => {
    const gateway = await openGateway();
    gateway.set((_request, response) => response.writeHead(500).end());
    const ctx = await buildAskingShop(ground, { ces: { via: "link" } });
    await saveWebhook(ctx, { url: gateway.url, renewSecret: false });
    await holdConversation(ctx, { contact: "a@shop.example" });
    for (let hour = 0; hour < 30; hour++) {
      await sendDeliveries(ground);
      clock.advance(60 * 60_000);
    }
    const [delivery] = (await describeWebhook(ctx)).deliveries;
    assert.deepEqual([delivery?.state, delivery?.attempts], ["failed", 7]);
  });

  test("not to an address that was taken away", async () => {
    const gateway = await openGateway();
    const ctx = await buildAskingShop(ground, { ces: { via: "link" } });
    const first = await saveWebhook(ctx, { url: gateway.url, renewSecret: false });
    await saveWebhook(ctx, { url: "", renewSecret: false });
    const { conversationId } = await holdConversation(ctx, { contact: "13800000000" });
    assert.equal((await listInvitations(ctx, conversationId))[0]?.body.via, "popup", "so the window asks");
    await assert.rejects(testWebhook(ctx), { code: "conflict" });
    const back = await saveWebhook(ctx, { url: gateway.url, renewSecret: false });
    assert.equal(back.secret, first.secret);
    assert.notEqual((await saveWebhook(ctx, { url: gateway.url, renewSecret: true })).secret, first.secret);
    assert.deepEqual(gateway.received, []);
  });

  test("a test says what the receiver said", async () => {
    const gateway = await openGateway();
    const ctx = await buildAskingShop(ground, {});
    await saveWebhook(ctx, { url: gateway.url, renewSecret: false });
    const good = await testWebhook(ctx);
    assert.deepEqual([good.isAccepted, good.status, good.error], [true, 204, null]);
    assert.equal(JSON.parse(gateway.received[0]!.body).isTest, true);
    gateway.set((_request, response) => response.writeHead(401).end());
    const refused = await testWebhook(ctx);
    assert.deepEqual([refused.isAccepted, refused.status], [false, 401]);
  });
});

describe("a webhook's address leads nowhere else", () => {
  test("no redirect is followed", async () => {
    const [inner, outer] = [await openGateway(), await openGateway()];
    outer.set((_request, response) => response.writeHead(307, { location: inner.url }).end());
    assert.deepEqual(await postWebhook({ ...call, url: outer.url }), { status: 307, error: "answered 307" });
    assert.equal(inner.received.length, 0);
  });

  test("a receiver that never answers is left after the time limit", async () => {
    const gateway = await openGateway();
    gateway.set(() => {});
    const reply = await postWebhook({ ...call, url: gateway.url, timeoutMs: 150 });
    assert.deepEqual(reply, { status: null, error: "no reply within 0.15 s" });
  });

  test("an endless reply is cut off", async () => {
    const gateway = await openGateway();
    gateway.set((_request, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write("x".repeat(50_000)), 1);
      response.on("close", () => clearInterval(more));
    });
    assert.deepEqual(await postWebhook({ ...call, url: gateway.url, timeoutMs: 5_000 }), { status: 200, error: null });
  });

  test("link-local addresses and other protocols are refused, however they are written", async () => {
    const wrong = [
      "http://169.254.169.254/latest/meta-data",
      "http://2852039166/",
      "http://0xa9fea9fe/",
      "http://[fe80::1]/",
      "http://[::ffff:169.254.169.254]/",
      "http://100.100.100.200/latest/meta-data",
      "file:///etc/passwd",
      "ftp://example.com/",
    ];
    for (const url of wrong) {
      const { status, error } = await postWebhook({ ...call, url });
      assert.equal(status, null, url);
      assert.match(error!, /link-local|http/, url);
    }
  });
});
