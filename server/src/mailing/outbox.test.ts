import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MailKind } from "@yingda/contract/routes/mailing";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { type MailHost, openMailHost, testSeal } from "../testing/smtp.ts";
import { describeMail, saveMail, sendTestMail } from "./mailing.ts";
import { deliverMail, listDeliveries, queueMail, sendAgain } from "./outbox.ts";

const { ground, clock } = await openTestGround();
const minute = 60_000;
const plain = {
  host: "127.0.0.1",
  security: "none",
  user: "",
  fromName: "小店",
  fromAddress: "shop@example.com",
} as const;

/** A shop of its own, alone in the outbox. */
async function openShopWithMail(host: MailHost | { port: number }): Promise<Ctx> {
  await rows(ground.db, sql`delete from mail`);
  const ctx = await buildShop(ground);
  await saveMail(ctx, testSeal, { ...plain, port: host.port });
  return ctx;
}

const mail = (recipients = ["owner@example.com"], kind: MailKind = "report") => ({
  ...{
    mailId: newId(),
    kind,
    recipients,
    subject: "日报：能力分 82",
    html: "<p>能力分 <b>82</b></p>",
    text: "能力分 82",
  },
});
const only = async (ctx: Ctx) => (await listDeliveries(ctx)).items[0]!;

describe("a mail", () => {
  test("arrives as HTML and text, from the shop, with an id that stays the same", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    const one = mail(["a@example.com", "b@example.com"]);
    await queueMail(ctx, one);
    await queueMail(ctx, one);
    await deliverMail(ground, testSeal);
    assert.deepEqual(host.arrived.map(({ to }) => to[0]).sort(), ["a@example.com", "b@example.com"]);
    const [first] = host.arrived;
    assert.equal(first!.from, "shop@example.com");
    assert.equal(first!.subject, "日报：能力分 82");
    assert.match(first!.html, /能力分 <b>82<\/b>/);
    assert.match(first!.text, /能力分 82/);
    assert.match(first!.raw, new RegExp(`^Message-ID: <${one.mailId}\\.[0-9a-f]{12}@example.com>`, "im"));
    assert.deepEqual(
      (await listDeliveries(ctx)).items.map(({ state }) => state),
      ["sent", "sent"],
    );
  });

  test("of a server that is down is tried later, and sent once when it is back", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    await host.stop();
    await queueMail(ctx, mail());
    await deliverMail(ground, testSeal);
    const waiting = await only(ctx);
    assert.deepEqual([waiting.state, waiting.problem, waiting.attempts], ["waiting", "refused", 1]);
    await deliverMail(ground, testSeal);
    assert.equal((await only(ctx)).attempts, 1, "not before its time");
    await host.restart();
    clock.advance(minute);
    await deliverMail(ground, testSeal);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 1);
    assert.deepEqual([(await only(ctx)).state, (await only(ctx)).attempts], ["sent", 2]);
  });

  test("waits longer and longer, and in the end a person is asked", async () => {
    const ctx = await openShopWithMail({ port: 1 });
    await queueMail(ctx, mail());
    const waits: number[] = [];
    for (let n = 0; n < 7; n++) {
      await deliverMail(ground, testSeal);
      const { state, nextAttemptAt } = await only(ctx);
      if (state === "failed") break;
      waits.push((Date.parse(nextAttemptAt) - clock.now().getTime()) / minute);
      clock.set(nextAttemptAt);
    }
    assert.deepEqual(waits, [1, 5, 15, 60, 180, 360]);
    assert.equal((await only(ctx)).state, "failed");
  });

  test("goes out once, however many sweeps run at the same time", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    for (let n = 0; n < 5; n++) await queueMail(ctx, mail());
    await Promise.all([deliverMail(ground, testSeal), deliverMail(ground, testSeal), deliverMail(ground, testSeal)]);
    assert.equal(host.arrived.length, 5);
  });

  test("that the server refuses for good is not tried again, one it can't take now is", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    host.answerWith({ code: 554, words: "No such thing here" });
    await queueMail(ctx, mail());
    await deliverMail(ground, testSeal);
    const { state, problem, detail } = await only(ctx);
    assert.deepEqual([state, problem], ["failed", "content"]);
    assert.match(detail!, /554.*No such thing here/);
    host.answerWith({ code: 451, words: "Busy" });
    await queueMail(ctx, mail());
    await deliverMail(ground, testSeal);
    assert.equal((await only(ctx)).state, "waiting");
  });

  test("taken by a server that then falls silent is not sent twice, but a person may", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    host.answerWith("hang up");
    await queueMail(ctx, mail());
    await deliverMail(ground, testSeal);
    assert.equal((await only(ctx)).state, "unsure");
    clock.advance(24 * 60 * minute);
    host.answerWith(null);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 1);
    await sendAgain(ctx, { mailId: (await only(ctx)).mailId, recipient: "owner@example.com" });
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 2);
    const ids = host.arrived.map(({ raw }) => /^Message-ID: (\S+)/im.exec(raw)![1]);
    assert.equal(ids[0], ids[1], "so that the mail program knows its twin");
  });

  test("of a program that died is tried again if it was not yet handed over, and only then", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    await queueMail(ctx, mail(["early@example.com", "late@example.com"]));
    const at = clock.now();
    await rows(
      ground.db,
      sql`
      update mail_delivery set state = 'sending', attempts = 1, claimed_at = ${at},
             handed_over_at = case when recipient = 'late@example.com' then ${at}::timestamptz end`,
    );
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 0, "it may still be at it");
    clock.advance(6 * minute);
    await deliverMail(ground, testSeal);
    assert.deepEqual(
      host.arrived.map(({ to }) => to[0]),
      ["early@example.com"],
    );
    const states = new Map((await listDeliveries(ctx)).items.map(({ recipient, state }) => [recipient, state]));
    assert.deepEqual([states.get("early@example.com"), states.get("late@example.com")], ["sent", "unsure"]);
  });
});

describe("the list of mails", () => {
  test("shows one kind alone, and what a person has to look after, among however many others", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    const refused = mail(["gone@example.com"], "survey");
    host.answerWith({ code: 554, words: "No" });
    await queueMail(ctx, refused);
    await deliverMail(ground, testSeal);
    host.answerWith(null);
    clock.advance(minute);
    await queueMail(ctx, mail());
    clock.advance(minute);
    for (let n = 0; n < 50; n++) await queueMail(ctx, mail([`${n}@example.com`], "survey"));
    await deliverMail(ground, testSeal);
    const list = async (wish: Parameters<typeof listDeliveries>[1]) => (await listDeliveries(ctx, wish)).items;
    assert.ok(
      (await list({})).every(({ kind }) => kind === "survey"),
      "the report is beyond the end",
    );
    assert.deepEqual(
      (await list({ kind: "report" })).map(({ recipient }) => recipient),
      ["owner@example.com"],
    );
    assert.deepEqual(
      (await list({ isStuck: "true" })).map(({ mailId, kind }) => [mailId, kind]),
      [[refused.mailId, "survey"]],
    );
    assert.equal((await list({ kind: "survey", isStuck: "false" })).length, 50);
    assert.deepEqual(await list({ kind: "report", isStuck: "true" }), []);
  });

  test("keeps a survey's words until it is sent, since they hold its link, and a report's for longer", async () => {
    const host = await openMailHost();
    const ctx = await openShopWithMail(host);
    const [survey, report] = [mail(["a@example.com"], "survey"), mail()];
    await queueMail(ctx, survey);
    await queueMail(ctx, report);
    const kept = async () => {
      const found = await rows(
        ctx.db,
        sql<{ kind: string; body_text: string }>`select kind, body_text from mail order by kind`,
      );
      return found.map(({ kind, body_text }) => `${kind} ${body_text}`);
    };
    await host.stop();
    await deliverMail(ground, testSeal);
    assert.deepEqual(await kept(), ["report 能力分 82", "survey 能力分 82"]);
    await host.restart();
    clock.advance(minute);
    await deliverMail(ground, testSeal);
    assert.deepEqual(await kept(), ["report 能力分 82", "survey "]);
    await queueMail(ctx, survey);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 2);
  });
});

describe("the mail settings", () => {
  test("never tell the password, and keep it sealed", async () => {
    const host = await openMailHost({ user: "shop", password: "geheim-1" });
    const ctx = await openShopWithMail(host);
    await saveMail(ctx, testSeal, { ...plain, port: host.port, user: "shop", password: "geheim-1" });
    assert.ok(!JSON.stringify(await describeMail(ctx)).includes("geheim"));
    const stored = JSON.stringify(
      await rows(ground.db, sql`select * from mail_settings where shop_id = ${ctx.shopId}`),
    );
    assert.ok(!stored.includes("geheim-1"));
    assert.equal((await sendTestMail(ctx, testSeal, { to: "owner@example.com", language: "zh-CN" })).isSent, true);
    assert.match(host.arrived[0]!.text, /邮件已设置好/);
    await saveMail(ctx, testSeal, { ...plain, port: host.port, user: "shop", fromName: "新名字" });
    assert.equal((await sendTestMail(ctx, testSeal, { to: "owner@example.com", language: "en" })).isSent, true);
  });

  test("give a known password to no other server", async () => {
    const ctx = await openShopWithMail({ port: 25 });
    await saveMail(ctx, testSeal, { ...plain, port: 25, user: "shop", password: "geheim-1" });
    await assert.rejects(saveMail(ctx, testSeal, { ...plain, host: "evil.example", port: 25, user: "shop" }), {
      code: "invalid_input",
    });
  });

  test("a test mail says what is wrong, in the server's words too", async () => {
    const host = await openMailHost({ user: "shop", password: "richtig" });
    const ctx = await openShopWithMail(host);
    const attempt = async (wish: object) => {
      await saveMail(ctx, testSeal, { ...plain, port: host.port, ...wish });
      const { problem, detail } = await sendTestMail(ctx, testSeal, { to: "owner@example.com", language: "en" });
      return { problem, detail };
    };
    const wrong = await attempt({ user: "shop", password: "falsch" });
    assert.equal(wrong.problem, "sign_in");
    assert.match(wrong.detail, /535/);
    assert.equal((await attempt({ host: "no-such-host.invalid" })).problem, "host_not_found");
    assert.equal((await attempt({ port: 1 })).problem, "refused");
    assert.equal((await attempt({ security: "tls" })).problem, "tls");
    assert.equal((await attempt({})).problem, "sender");
    const nobody = await buildShop(ground);
    assert.equal((await sendTestMail(nobody, testSeal, { to: "a@b.example", language: "en" })).problem, "not_set_up");
  });
});
