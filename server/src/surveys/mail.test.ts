import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { SurveySetup } from "@yingda/contract/routes/shop";
import type { Ctx } from "../context.ts";
import { noteVisit } from "../customers/customers.ts";
import { removeMail, saveMail } from "../mailing/mailing.ts";
import { deliverMail, listDeliveries, sendAgain } from "../mailing/outbox.ts";
import { rows, sql } from "../platform/db/database.ts";
import { buildCustomer } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { type MailHost, openMailHost, testSeal } from "../testing/smtp.ts";
import { makeSurveyLinks } from "./links.ts";
import { writeSurveyMail } from "./mail.ts";
import { mailSender } from "./mail-sender.ts";
import { reactWithSurveys } from "./reactions.ts";
import { buildAskingShop, holdConversation, listInvitations } from "./testing-surveys.ts";
import { describeWebhook, saveWebhook, webhookSender } from "./webhook.ts";

const { ground, clock } = await openTestGround();
const links = makeSurveyLinks("a secret of this test");
const surveys = reactWithSurveys(ground, { links, senders: [mailSender, webhookSender] });
const minute = 60_000;

const setUpMail = (ctx: Ctx, { port }: { port: number }) =>
  saveMail(ctx, testSeal, {
    ...{ host: "127.0.0.1", port, security: "none", user: "", fromName: "小店", fromAddress: "shop@example.com" },
  });

/** A shop that asks for NPS by link and has a mail server, or none. */
async function openShop(host: MailHost | null, setup: Partial<SurveySetup> = {}): Promise<Ctx> {
  const ctx = await buildAskingShop(ground, { nps: { via: "link", ...setup } });
  if (host) await setUpMail(ctx, host);
  return ctx;
}

/** A customer whose addresses the shop's page told. */
async function hold(ctx: Ctx, who: { email?: string; phone?: string }, locale: "zh-CN" | "en" = "zh-CN") {
  const customer = await buildCustomer(ctx, locale);
  await noteVisit(ctx, customer.actor.id, { locale, who });
  return holdConversation(ctx, { customer, locale });
}

const viaOf = async (ctx: Ctx, conversationId: string) =>
  (await listInvitations(ctx, conversationId)).map((event) => event.body.via);
const countOfWebhook = async (ctx: Ctx) => (await describeWebhook(ctx)).deliveries.length;
const gateway = { url: "http://127.0.0.1:1/sms", renewSecret: false };

describe("a survey's link", () => {
  test("is mailed to the customer in their language, with the scale, a plain twin, and why it came", async () => {
    const host = await openMailHost();
    const ctx = await openShop(host);
    const chinese = await hold(ctx, { email: "wang@example.com", phone: "13800000000" });
    await hold(ctx, { email: "smith@example.com" }, "en");
    assert.deepEqual(await viaOf(ctx, chinese.conversationId), ["link"]);
    await deliverMail(ground, testSeal);
    const [zh, en] = ["wang@example.com", "smith@example.com"].map(
      (to) => host.arrived.find((mail) => mail.to[0] === to)!,
    );
    assert.match(zh!.subject, /：您有多大可能把我们推荐给朋友或同事？$/);
    assert.match(zh!.html, /<html lang="zh-CN">/);
    assert.match(zh!.html, /完全不可能[\s\S]*非常可能/);
    assert.match(zh!.html, /2026年11月21日有人咨询[\s\S]*2026年12月5日之前有效/);
    assert.match(en!.subject, /: How likely are you/);
    assert.match(en!.html, /Not at all likely[\s\S]*Extremely likely/);
    assert.match(en!.text, /given in a chat with .* on November 21, 2026\.[\s\S]*until December 5, 2026/);
    const url = /http:\S+\/s\/[\w-]{71}/.exec(zh!.text)![0];
    assert.equal(links.read(url.split("/s/")[1]!)?.conversationId, chinese.conversationId);
    const targets = [...zh!.html.matchAll(/href="([^"]+)"/g)].map((found) => found[1]);
    assert.deepEqual(targets, [...Array.from({ length: 11 }, (_, score) => `${url}?value=${score}`), url]);
  });

  test("is mailed once, however often and by whomever it is asked again", async () => {
    const host = await openMailHost();
    const ctx = await openShop(host);
    await saveWebhook(ctx, gateway);
    await hold(ctx, { email: "wang@example.com" });
    await deliverMail(ground, testSeal);
    await rows(ctx.db, sql`update survey_invitation set state = 'due' where shop_id = ${ctx.shopId}`);
    clock.advance(10_000);
    await Promise.all([surveys.sweep(), surveys.sweep()]);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 1);
    assert.equal((await listDeliveries(ctx)).items.length, 1);
    assert.equal(await countOfWebhook(ctx), 0);
  });

  test("comes to an address once a day at most, whoever names it: the window asks the others", async () => {
    const host = await openMailHost();
    const ctx = await openShop(host);
    const first = await hold(ctx, { email: "victim@example.com" });
    const second = await hold(ctx, { email: "Victim@example.com" });
    assert.deepEqual(await viaOf(ctx, first.conversationId), ["link"]);
    assert.deepEqual(await viaOf(ctx, second.conversationId), ["popup"]);
    clock.advance(25 * 60 * minute);
    const later = await hold(ctx, { email: "victim@example.com" });
    assert.deepEqual(await viaOf(ctx, later.conversationId), ["link"]);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 2);
  });

  test("waits for a mail server that is down", async () => {
    const host = await openMailHost();
    const ctx = await openShop(host);
    await host.stop();
    await hold(ctx, { email: "wang@example.com" });
    await deliverMail(ground, testSeal);
    await host.restart();
    clock.advance(minute);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 1);
    assert.match(host.arrived[0]!.text, /\/s\/[\w-]{71}/);
  });

  test("goes to the webhook without a mail server or without an e-mail address, else the window asks", async () => {
    const host = await openMailHost();
    const ctx = await openShop(host);
    await saveWebhook(ctx, gateway);
    const byPhone = await hold(ctx, { phone: "13800000000" });
    assert.deepEqual(await viaOf(ctx, byPhone.conversationId), ["link"]);
    assert.equal(await countOfWebhook(ctx), 1, "no e-mail address");
    await removeMail(ctx);
    await hold(ctx, { email: "wang@example.com" });
    assert.equal(await countOfWebhook(ctx), 2, "no mail server");
    const unknown = await hold(ctx, {});
    assert.deepEqual(await viaOf(ctx, unknown.conversationId), ["popup"]);
    await saveWebhook(ctx, { url: "", renewSecret: false });
    const unsent = await hold(ctx, { email: "wang@example.com", phone: "13800000000" });
    assert.deepEqual(await viaOf(ctx, unsent.conversationId), ["popup"]);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 0);
    assert.deepEqual((await listDeliveries(ctx)).items, []);
  });

  test("to an address that the server refuses is seen by the shop, and can be sent again", async () => {
    let isStrict = true;
    const host = await openMailHost({
      onRcptTo: (_address, _session, done) =>
        isStrict ? done(Object.assign(new Error("5.1.1 No such user"), { responseCode: 550 })) : done(),
    });
    const ctx = await openShop(host);
    await hold(ctx, { email: "nobody@example.com" });
    await deliverMail(ground, testSeal);
    const [stuck] = (await listDeliveries(ctx, { isStuck: "true" })).items;
    assert.deepEqual(
      [stuck?.kind, stuck?.recipient, stuck?.state, stuck?.problem],
      ["survey", "nobody@example.com", "failed", "recipient"],
    );
    assert.match(stuck!.detail!, /No such user/);
    isStrict = false;
    await sendAgain(ctx, stuck!);
    await deliverMail(ground, testSeal);
    assert.match(host.arrived[0]!.text, /\/s\/[\w-]{71}/);
  });
});

test("a mail shows what the shop wrote as words, and nothing that the visitor wrote", async () => {
  const host = await openMailHost();
  const ctx = await openShop(host, { question: { "zh-CN": '<img src=x> "好"\r\nBcc: a@b.example', en: "?" } });
  const customer = await buildCustomer(ctx);
  const who = { name: "到 evil.example 领奖", email: "wang@example.com" };
  await noteVisit(ctx, customer.actor.id, { locale: "zh-CN", who });
  await holdConversation(ctx, { customer });
  await deliverMail(ground, testSeal);
  const [mail] = host.arrived;
  assert.deepEqual(mail!.to, ["wang@example.com"]);
  assert.match(mail!.subject, /：<img src=x> "好" Bcc: a@b\.example$/);
  assert.match(mail!.html, /&lt;img src=x&gt; &quot;好&quot; Bcc:/);
  assert.doesNotMatch(mail!.html, /<img/);
  assert.doesNotMatch(mail!.html + mail!.text + mail!.subject, /evil/);
});

test("every score of each scale is a link, and stars have their words", () => {
  const about = {
    ...({ shopName: "A & B", question: "How did we do?", locale: "en", url: "https://chat.example/s/t" } as const),
    ...{ endedOn: "2026-11-21", expiresOn: "2026-12-05" },
  };
  const scoresIn = (survey: "csat" | "nps" | "ces") =>
    [...writeSurveyMail({ ...about, survey }).html.matchAll(/\?value=(\d+)/g)].map((found) => Number(found[1]));
  assert.deepEqual(scoresIn("csat"), [1, 2, 3, 4, 5]);
  assert.deepEqual(scoresIn("nps"), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(scoresIn("ces"), [1, 2, 3, 4, 5, 6, 7]);
  const stars = writeSurveyMail({ ...about, survey: "csat" });
  assert.match(stars.html, /aria-label="2 Poor"/);
  assert.match(stars.text, /\(1 = Very poor, 5 = Excellent\)/);
  assert.match(stars.html, /A &amp; B/);
});
