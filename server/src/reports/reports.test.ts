import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ReportDraft } from "@yingda/contract/routes/reports";
import { foldEverything } from "../analytics/folding.ts";
import { homeMetrics } from "../analytics/home.ts";
import {
  answered,
  asked,
  closed,
  connected,
  queued,
  rated,
  remember,
  replied,
  requested,
  started,
} from "../analytics/testing-logs.ts";
import type { Ctx } from "../context.ts";
import { saveMail } from "../mailing/mailing.ts";
import { deliverMail, listDeliveries } from "../mailing/outbox.ts";
import { newId } from "../platform/ids.ts";
import { changeSettings } from "../shops/shops.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openMailHost, testSeal } from "../testing/smtp.ts";
import {
  createReport,
  deleteReport,
  listReports,
  previewReport,
  reactWithReports,
  runDueReports,
  sendReportNow,
  updateReport,
} from "./reports.ts";

const { ground, clock } = await openTestGround();
/** Ten in the morning of Saturday, 21 November, in Shanghai. */
const morning = "2026-11-21T02:00:00.000Z";
reactWithReports(ground);

const draft = (wish: Partial<ReportDraft> = {}): ReportDraft => ({
  ...{ name: "每日客服", frequency: "daily", weekday: 1, atTime: "09:00", recipients: ["owner@example.com"] },
  ...{ language: "zh-CN", metrics: homeMetrics.map((metric) => metric.key), isOn: true },
  ...wish,
});

async function openShop(): Promise<{ ctx: Ctx; host: Awaited<ReturnType<typeof openMailHost>> }> {
  clock.set(morning);
  const host = await openMailHost();
  const ctx = await buildShop(ground, { name: "小店" });
  await buildStaff(ctx, { role: "admin", name: "王店主" });
  const server = { host: "127.0.0.1", port: host.port, security: "none", user: "" } as const;
  await saveMail(ctx, testSeal, { ...server, fromName: "", fromAddress: "shop@example.com" });
  return { ctx, host };
}

/** Yesterday one that waited 20 s, was answered after 45 s and rated 2; the day before one that waited 10 s. */
async function rememberTwoDays(ctx: Ctx): Promise<void> {
  for (const [day, wait, reply, stars] of [
    ["2026-11-20", 20, 45, 2],
    ["2026-11-19", 10, 30, 5],
  ] as const) {
    await remember(ctx, `${day}T10:00:00`, [
      ...(
        [
          [0, started],
          [0, asked],
          [1, answered("unknown")],
          [10, requested],
          [10, queued],
        ] as const
      ).map((step) => [...step] as [number, (typeof step)[1]]),
      [10 + wait, connected],
      [10 + wait + reply, replied],
      [200, rated(stars)],
      [300, closed],
    ]);
  }
  await foldEverything(ctx);
}

describe("a report", () => {
  test("goes out at its time with yesterday's figures, beside those of the day before", async () => {
    const { ctx, host } = await openShop();
    await rememberTwoDays(ctx);
    await createReport(ctx, draft());
    await runDueReports(ground);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 0, "tomorrow at nine is its first time");
    clock.set("2026-11-21T00:59:00.000Z");
    const { items } = await listReports(ctx);
    assert.equal(items[0]!.nextRunAt, "2026-11-22T01:00:00.000Z");
    await updateReport(ctx, items[0]!.id, draft());
    clock.set("2026-11-21T01:00:30.000Z");
    await runDueReports(ground);
    await deliverMail(ground, testSeal);
    const [mail] = await host.until(1);
    assert.match(mail!.subject, /^小店：每日客服 · 11月20日 · 客服能力分 \d+\.\d/);
    for (const body of [mail!.html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "), mail!.text]) {
      assert.match(body, /平均等待时间.*20 秒/);
      assert.match(body, /上期 10 秒/);
      assert.match(body, /\+10 秒/);
      assert.match(body, /平均响应时长.*45 秒/);
      assert.match(body, /王店主/);
    }
    const head = mail!.html.slice(0, mail!.html.indexOf("平均等待时间"));
    assert.match(head, /前一天 \d+\.\d.+−\d+(\.\d)?.+\[样本不足\]/s);
    assert.doesNotMatch(head, /变差|好转/, "of one conversation a day nothing is called worse");
    assert.match(
      mail!.html,
      /\/analytics\/diagnosis\?metric=human\.average_wait&amp;from=2026-11-20&amp;to=2026-11-20/,
    );
    const after = (await listReports(ctx)).items[0]!;
    assert.deepEqual(
      [after.nextRunAt, after.lastRun],
      ["2026-11-22T01:00:00.000Z", { sent: 1, waiting: 0, failed: 0 }],
    );
  });

  test("is written in English for who wants it so, and in no picture, script or foreign address", async () => {
    const { ctx } = await openShop();
    await rememberTwoDays(ctx);
    const { subject, html, text } = await previewReport(ctx, draft({ language: "en", name: "Daily" }));
    assert.match(subject, /^小店: Daily · Nov 20 · Service score \d+\.\d/);
    assert.match(text, /Average wait 20 s · \+10 s · Before 10 s · \[Few cases\]/);
    assert.doesNotMatch(html.replaceAll("小店", "").replaceAll("王店主", ""), /[\u4e00-\u9fff]/);
    assert.doesNotMatch(html, /<script|<img|<link|url\(/i);
    for (const [address] of html.matchAll(/https?:\/\/[^"\s]+/g)) assert.ok(address.startsWith(ctx.publicUrl), address);
    assert.ok(html.length < 90_000, "longer ones are cut by mail programs");
  });

  test("of an empty shop says so", async () => {
    const { ctx } = await openShop();
    const { subject, html } = await previewReport(ctx, draft());
    assert.equal(subject, "小店：每日客服 · 11月20日");
    assert.match(html, /这段时间没有会话/);
  });

  test("carries a shop's name as words, whatever it is", async () => {
    const { ctx } = await openShop();
    await changeSettings(ctx, { name: `<b onclick="x">&'` });
    const { html } = await previewReport(ctx, draft({ name: "<i>日报" }));
    assert.doesNotMatch(html, /<b onclick|<i>/);
  });

  test("goes out once, however many sweeps or processes come to it", async () => {
    const { ctx, host } = await openShop();
    await createReport(ctx, draft({ recipients: ["a@example.com", "b@example.com"] }));
    clock.set("2026-11-22T01:00:00.000Z");
    await Promise.all([runDueReports(ground), runDueReports(ground), runDueReports(ground)]);
    await runDueReports(ground);
    await Promise.all([deliverMail(ground, testSeal), deliverMail(ground, testSeal)]);
    assert.equal(host.arrived.length, 2);
    assert.equal((await listDeliveries(ctx)).items.length, 2);
  });

  test("missed for days goes out once, about the last of them", async () => {
    const { ctx, host } = await openShop();
    await createReport(ctx, draft({ name: "日" }));
    clock.set("2026-11-26T03:00:00.000Z");
    await runDueReports(ground);
    await deliverMail(ground, testSeal);
    assert.deepEqual(
      host.arrived.map(({ subject }) => subject),
      ["小店：日 · 11月25日"],
    );
    assert.equal((await listReports(ctx)).items[0]!.nextRunAt, "2026-11-27T01:00:00.000Z");
  });

  test("weekly is about the seven days until yesterday", async () => {
    const { ctx, host } = await openShop();
    await createReport(ctx, draft({ frequency: "weekly", weekday: 1, name: "周报" }));
    clock.set("2026-11-23T01:00:00.000Z");
    await runDueReports(ground);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived[0]!.subject, "小店：周报 · 11月16日至11月22日");
  });

  test("can be sent now besides, once a click", async () => {
    const { ctx, host } = await openShop();
    const { id } = await createReport(ctx, draft({ isOn: false }));
    const mailId = newId();
    await sendReportNow(ctx, { reportId: id, mailId });
    await sendReportNow(ctx, { reportId: id, mailId });
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 1);
    assert.deepEqual((await listReports(ctx)).items[0]!.lastRun, { sent: 1, waiting: 0, failed: 0 });
  });

  test("that is off or deleted does not go out", async () => {
    const { ctx, host } = await openShop();
    await createReport(ctx, draft({ isOn: false }));
    const { id } = await createReport(ctx, draft());
    await deleteReport(ctx, id);
    clock.set("2026-11-23T01:00:00.000Z");
    await runDueReports(ground);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 0);
  });

  test("keeps to the shop's clock when that is moved to another zone", async () => {
    const { ctx } = await openShop();
    await createReport(ctx, draft());
    await changeSettings(ctx, { timeZone: "Europe/Berlin" });
    await ground.bus.settled();
    assert.equal((await listReports(ctx)).items[0]!.nextRunAt, "2026-11-21T08:00:00.000Z");
  });

  test("of a figure that nobody knows is refused", async () => {
    const { ctx } = await openShop();
    await assert.rejects(createReport(ctx, draft({ metrics: ["no.such"] })), { code: "invalid_input" });
  });
});
