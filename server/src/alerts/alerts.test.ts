import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AlertRuleDraft } from "@yingda/contract/routes/alerts";
import { foldEverything } from "../analytics/folding.ts";
import { closed, connected, queued, remember, replied, requested, started } from "../analytics/testing-logs.ts";
import type { StaffCtx } from "../context.ts";
import { saveMail } from "../mailing/mailing.ts";
import { deliverMail } from "../mailing/outbox.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openMailHost, testSeal } from "../testing/smtp.ts";
import {
  createAlertRule,
  deleteAlertRule,
  listAlertRules,
  listAlerts,
  markAlertsSeen,
  updateAlertRule,
} from "./alerts.ts";
import { watchFigures } from "./watching.ts";

const { ground, clock } = await openTestGround();
const minute = 60_000;

const slowWait: AlertRuleDraft = {
  ...{ metric: "human.average_wait", condition: { kind: "above", threshold: 30 }, windowDays: 1, minimumCases: 3 },
  ...{ recipients: ["owner@example.com"], isShown: true, language: "zh-CN", coolDownHours: 1, isOn: true },
};

async function openShop() {
  clock.set("2026-11-21T02:00:00.000Z");
  const host = await openMailHost();
  const ctx = await buildStaff(await buildShop(ground, { name: "小店" }), { role: "admin" });
  const server = { host: "127.0.0.1", port: host.port, security: "none", user: "" } as const;
  await saveMail(ctx, testSeal, { ...server, fromName: "", fromAddress: "shop@example.com" });
  return { ctx, host };
}

/** People who waited so long, on a local day. */
async function wait(ctx: StaffCtx, seconds: number, times: number, day = "2026-11-21"): Promise<void> {
  for (let i = 0; i < times; i++) {
    await remember(ctx, `${day}T09:${String(10 + i).padStart(2, "0")}:00`, [
      [0, started],
      [1, requested],
      [1, queued],
      [1 + seconds, connected],
      [9 + seconds, replied],
      [99 + seconds, closed],
    ]);
  }
  await foldEverything(ctx);
}

/** As the sweep does, five minutes later. */
async function look(): Promise<void> {
  clock.advance(5 * minute);
  await watchFigures(ground);
  await deliverMail(ground, testSeal);
}

describe("a watched figure", () => {
  test("is told of once, in the console and by mail, and again only when it had recovered", async () => {
    const { ctx, host } = await openShop();
    await createAlertRule(ctx, slowWait);
    await look();
    assert.deepEqual(await listAlerts(ctx, { scope: "bell", limit: 10 }), { items: [], unseen: 0 });
    await wait(ctx, 60, 3);
    await look();
    await look();
    const { items, unseen } = await listAlerts(ctx, { scope: "bell", limit: 10 });
    assert.deepEqual([items.length, unseen], [1, 1]);
    const [alert] = items;
    assert.deepEqual(
      [alert!.value, alert!.numerator, alert!.denominator, alert!.from, alert!.to],
      [60, 180, 3, "2026-11-21", "2026-11-21"],
    );
    assert.equal(alert!.recoveredAt, null);
    assert.deepEqual(
      host.arrived.map(({ subject }) => subject),
      ["小店：平均等待时间 1 分，高于 30 秒"],
    );
    assert.match(
      host.arrived[0]!.html,
      /\/analytics\/diagnosis\?metric=human\.average_wait&amp;from=2026-11-21&amp;to=2026-11-21/,
    );

    await markAlertsSeen(ctx);
    assert.equal((await listAlerts(ctx, { scope: "bell", limit: 10 })).unseen, 0);
    await wait(ctx, 1, 6);
    await look();
    assert.ok((await listAlerts(ctx, { scope: "all", limit: 10 })).items[0]!.recoveredAt);
    await wait(ctx, 100, 6);
    await look();
    assert.equal((await listAlerts(ctx, { scope: "all", limit: 10 })).items.length, 1, "within the cool-down");
    clock.advance(60 * minute);
    await look();
    assert.equal((await listAlerts(ctx, { scope: "all", limit: 10 })).items.length, 2);
    assert.equal(host.arrived.length, 2);
  });

  test("is looked at once by however many sweeps, and not before five minutes have passed", async () => {
    const { ctx, host } = await openShop();
    await createAlertRule(ctx, slowWait);
    await wait(ctx, 60, 3);
    clock.advance(5 * minute);
    await Promise.all([watchFigures(ground), watchFigures(ground), watchFigures(ground)]);
    await deliverMail(ground, testSeal);
    assert.equal(host.arrived.length, 1);
    const { checkedAt } = (await listAlertRules(ctx)).items[0]!;
    clock.advance(4 * minute);
    await watchFigures(ground);
    assert.equal((await listAlertRules(ctx)).items[0]!.checkedAt, checkedAt);
  });

  test("may be a tag: worse than the seven days before, beyond chance", async () => {
    const { ctx, host } = await openShop();
    await createAlertRule(ctx, {
      ...slowWait,
      ...{ condition: { kind: "tag", tag: "worsening" }, windowDays: 7, minimumCases: 1, language: "en" },
    });
    for (const [i, seconds] of [20, 25, 30, 22, 27].entries()) await wait(ctx, seconds, 12, `2026-11-1${i}`);
    await look();
    assert.equal(host.arrived.length, 0);
    for (const [i, seconds] of [60, 65, 70, 62, 67].entries()) await wait(ctx, seconds, 12, `2026-11-${16 + i}`);
    await look();
    await look();
    assert.deepEqual(
      host.arrived.map(({ subject }) => subject),
      ["小店: Average wait 1 min 5 s, getting worse"],
    );
  });

  test("of a rule that is changed, off or deleted begins anew or ends, and its history stays", async () => {
    const { ctx } = await openShop();
    const { id } = await createAlertRule(ctx, { ...slowWait, recipients: [] });
    await wait(ctx, 60, 3);
    await look();
    await updateAlertRule(ctx, id, { ...slowWait, isOn: false });
    await look();
    const ended = await listAlerts(ctx, { scope: "all", limit: 10 });
    assert.deepEqual([ended.items.length, ended.items[0]!.recoveredAt !== null], [1, true]);
    await deleteAlertRule(ctx, id);
    assert.equal((await listAlerts(ctx, { scope: "all", limit: 10 })).items.length, 1);
  });

  test("must make sense", async () => {
    const { ctx } = await openShop();
    const refused = { code: "invalid_input" };
    await assert.rejects(createAlertRule(ctx, { ...slowWait, metric: "no.such" }), refused);
    await assert.rejects(createAlertRule(ctx, { ...slowWait, recipients: [], isShown: false }), refused);
    await assert.rejects(
      createAlertRule(ctx, { ...slowWait, metric: "human.reply_rate", condition: { kind: "below", threshold: 80 } }),
      refused,
    );
    await assert.rejects(
      createAlertRule(ctx, { ...slowWait, metric: "human.sessions", condition: { kind: "tag", tag: "urgent" } }),
      refused,
    );
  });
});
