import assert from "node:assert/strict";
import { connect } from "node:net";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { limits } from "@yingda/contract/limits";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { AlertRuleDraft } from "@yingda/contract/routes/alerts";
import type { ReportDraft } from "@yingda/contract/routes/reports";
import { rows, sql } from "./platform/db/database.ts";
import { newId } from "./platform/ids.ts";
import { type Caller, is, openShop, openTestApp, request, signIn, visit } from "./testing/app.ts";
import { act, text } from "./testing/build.ts";

/** Law 6: whatever ids a request carries, it reads and changes nothing of another shop. */

const testApp = await openTestApp();
const [ours, theirs] = [await openShop(testApp), await openShop(testApp)];
const us = await signIn(testApp, ours, { role: "admin" });
const them = await signIn(testApp, theirs, { role: "admin" });
await them.call(routes.setMyStatus, { status: "online" });

// Something of every kind that has an id, in the other shop.
const entry = await them.call(routes.createEntry, { question: "秘密配方", similar: [], answerHtml: "<p>不外传</p>" });
const phrase = await them.call(routes.saveQuickPhrase, { phraseId: newId(), shortcut: "a", text: "您好", group: "" });
const rental = { name: { "zh-CN": "装备租赁", en: "Rental" }, parent: "other" };
const { key: intentKey } = await them.call(routes.createIntent, rental);
const productId = "secret-1";
await them.call(routes.saveProduct, { productId, name: "秘密商品", aliases: [], category: "秘密" });
const customer = await visit(testApp.url, theirs.widgetKey);
const clientId = act();
customer.send({ t: "send", clientId, content: text("秘密配方") });
const { conversationId } = await customer.until(is("ack", (push) => push.clientId === clientId));
// Nothing of theirs may still be moving when we look.
await customer.until(is("events", (push) => push.events.some((event) => event.type === "bot.answered")));
const window = { from: "2026-01-01", to: "2026-01-31" };
const viewWish = { name: "外人勿看", isShared: true, view: { table: "conversations", window } } as const;
const view = await them.call(routes.createView, viewWish);
const wish = { table: "conversations", window } as const;
const download = await them.call(routes.startDownload, { wish, format: "csv" });
while ((await them.call(routes.getDownload, { downloadId: download.id })).state !== "done") await wait(20);
const reportDraft: ReportDraft = {
  ...{ name: "日报", frequency: "daily", weekday: 1, atTime: "09:00", recipients: ["a@test.example"] },
  ...{ language: "zh-CN", metrics: ["human.average_wait"], isOn: true },
};
const ruleDraft: AlertRuleDraft = {
  ...{ metric: "human.average_wait", condition: { kind: "above", threshold: 30 }, windowDays: 1, minimumCases: 1 },
  ...{ recipients: [], isShown: true, language: "zh-CN", coolDownHours: 1, isOn: true },
};
const report = await them.call(routes.createReport, reportDraft);
const rule = await them.call(routes.createAlertRule, ruleDraft);
const mailId = newId();
const { hintId } = await them.call(routes.addHint, { text: "祖传的秘密配方是啥", entryId: entry.id });
const knowledgeTest = await them.call(routes.saveTest, { question: "秘密配方给我看看", entryId: entry.id });
const { testRunId } = await them.call(routes.startTestRun);
while ((await them.call(routes.getTestRun, { testRunId })).state === "running") await wait(20);
await them.call(routes.updateIntent, { intentKey, examples: ["能租装备吗"] });
await them.call(routes.correctConversation, { conversationId, sentiment: "negative" });
await them.call(routes.sendReport, { reportId: report.id, mailId });
const [{ example_id: exampleId }] = (await rows(
  testApp.app.ground.db,
  sql<{ example_id: string }>`select example_id from intent_example where shop_id = ${theirs.shopId}`,
)) as [{ example_id: string }];
const ids = {
  reportId: report.id,
  ruleId: rule.id,
  mailId,
  conversationId,
  entryId: entry.id,
  phraseId: phrase.id,
  staffId: them.id,
  importId: newId(),
  intentKey,
  productId,
  viewId: view.id,
  downloadId: download.id,
  hintId,
  testId: knowledgeTest.testId,
  testRunId,
  exampleId,
};

/** Enough of a body for every route, so that what refuses is the shop and not the form. */
const bodies: Record<string, object> = {
  updateStaff: { name: "改名" },
  updateEntry: { question: "改了" },
  deleteEntries: { entryIds: [entry.id] },
  saveQuickPhrase: { shortcut: "x", text: "x", group: "" },
  sendAgentMessage: { clientId: act(), content: text("偷看") },
  addNote: { clientId: act(), text: "偷记" },
  recallMessage: { seq: 2 },
  transferConversation: { toAgentId: them.id },
  labelAnswer: { answerSeq: 3, label: "wrong" },
  suggestAnswers: { seq: 2 },
  updateIntent: { name: { "zh-CN": "改了", en: "changed" } },
  correctConversation: { sentiment: "negative", productId: undefined },
  changeView: viewWish,
  updateReport: reportDraft,
  updateAlertRule: ruleDraft,
  reviewHint: { decision: "drop" },
  reviewExample: { decision: "drop" },
  reviewFeeling: { decision: "drop" },
  addHint: { text: "偷学", entryId: entry.id },
  saveTest: { question: "偷看", entryId: entry.id },
  chooseLearned: { runId: newId() },
  sendAgain: { recipient: "a@test.example" },
  previewLogImport: {
    mapping: { conversation: "id", actor: "by", text: "text", actors: { customer: ["c"], agent: ["a"] } },
  },
};

const snapshot = async () =>
  JSON.stringify([
    await rows(
      testApp.app.ground.db,
      sql`select to_jsonb(c) - 'folded_seq' - 'classified_seq' - 'gathered_seq' from conversation c where shop_id = ${theirs.shopId} order by conversation_id`,
    ),
    await rows(testApp.app.ground.db, sql`select * from event where shop_id = ${theirs.shopId} order by 2, 3`),
    await rows(testApp.app.ground.db, sql`select * from knowledge_entry where shop_id = ${theirs.shopId}`),
    await rows(
      testApp.app.ground.db,
      sql`select staff_id, name, role, capacity, is_disabled from staff where shop_id = ${theirs.shopId}`,
    ),
    await rows(testApp.app.ground.db, sql`select * from report where shop_id = ${theirs.shopId}`),
    await rows(
      testApp.app.ground.db,
      sql`select rule_id, metric, condition, is_on from alert_rule where shop_id = ${theirs.shopId}`,
    ),
    await rows(testApp.app.ground.db, sql`select mail_id, subject from mail where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from quick_phrase where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from saved_view where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from download where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from shop where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from intent where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from learning_hint where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from learning_choice where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from knowledge_test where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from intent_example where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from feeling_example where shop_id = ${theirs.shopId}`),
    await rows(testApp.app.ground.db, sql`select * from product where shop_id = ${theirs.shopId} and origin <> 'seen'`),
  ]);

describe("another shop's ids", () => {
  const withIds = Object.entries(routes as unknown as Record<string, Route>).filter(
    ([, route]) => route.path.includes("/:") && route.permission !== "public",
  );
  assert.ok(withIds.length > 15);
  for (const [name, route] of withIds) {
    test(`${name} finds nothing and changes nothing`, async () => {
      const before = await snapshot();
      const { status, body } = await us.tryCall(route, { ...ids, ...bodies[name] });
      // A phrase's id is made by its author: saving one under a foreign id makes (and here, deletes) one's own.
      assert.equal(status, name.endsWith("QuickPhrase") ? 200 : 404, JSON.stringify(body));
      assert.equal(await snapshot(), before);
    });
  }

  test("lists hold only what is one's own", async () => {
    for (const route of [
      routes.listConversations,
      routes.listEntries,
      routes.listStaff,
      routes.listColleagues,
      routes.listIntents,
      routes.listProducts,
      routes.listViews,
      routes.listDownloads,
      routes.listReports,
      routes.listAlertRules,
      routes.listAlerts,
      routes.listDeliveries,
      routes.getLearning,
      routes.listHints,
      routes.listSuspiciousHints,
      routes.listSuspiciousLabels,
      routes.listTests,
      routes.listTestRuns,
    ] as unknown as Route[]) {
      const { status, body } = await us.tryCall(route, { scope: "all" });
      assert.equal(status, 200);
      for (const foreign of Object.values(ids))
        assert.ok(!JSON.stringify(body).includes(foreign), `${route.path} shows ${foreign}`);
    }
  });

  test("an entry of another shop is none to label, to test or to be taught by", async () => {
    const before = await snapshot();
    const tried = [
      await us.tryCall(routes.addHint as unknown as Route, { text: "偷学", entryId: entry.id }),
      await us.tryCall(routes.reviewHint as unknown as Route, { hintId, decision: "move", entryId: entry.id }),
      await us.tryCall(routes.saveTest as unknown as Route, { question: "偷看", entryId: entry.id }),
      await us.tryCall(routes.chooseLearned as unknown as Route, { runId: newId() }),
    ];
    for (const change of [
      { kind: "save", entryId: entry.id, draft: { question: "改了", answerHtml: "<p>改了</p>" } },
      { kind: "import", importId: newId() },
    ])
      tried.push(await us.tryCall(routes.compareTests as unknown as Route, { change }));
    assert.deepEqual(
      tried.map(({ status }) => status),
      tried.map(() => 404),
    );
    const { deleted } = await us.call(routes.deleteTests, { testIds: [knowledgeTest.testId] });
    assert.deepEqual([deleted, await snapshot()], [0, before]);
  });

  test("deleting entries of another shop deletes none", async () => {
    const before = await snapshot();
    assert.deepEqual(await us.call(routes.deleteEntries, { entryIds: [entry.id] }), { deleted: 0 });
    assert.equal(await snapshot(), before);
  });

  test("their webhook, its secret and their answers are not ours to see", async () => {
    const { secret } = await them.call(routes.saveSurveyWebhook, { url: "https://sms.theirs.example/" });
    const before = await snapshot();
    const seen = [await us.call(routes.getSurveyWebhook), await us.call(routes.listSurveyAnswers, {})];
    assert.ok(!JSON.stringify(seen).includes(secret!) && !JSON.stringify(seen).includes("theirs.example"));
    await us.call(routes.saveSurveyWebhook, { url: "https://sms.ours.example/" });
    assert.equal(await snapshot(), before);
    assert.equal((await them.call(routes.getSurveyWebhook)).url, "https://sms.theirs.example/");
  });

  test("their models are not ours to see, to use or to remove", async () => {
    const draft = { model: "theirs-1", isOn: false, priceIn: null, priceOut: null, dailyTokens: null };
    const baseUrl = "https://models.theirs.example/v1";
    await them.call(routes.saveModel, { kind: "chat", baseUrl, key: "sk-theirs", ...draft });
    assert.deepEqual((await us.call(routes.getModels)).chat, null);
    assert.equal((await us.call(routes.testModel, { kind: "chat" })).problem, "not_set_up");
    const mine = await us.call(routes.saveModel, { kind: "chat", baseUrl, ...draft });
    assert.equal(mine.chat!.hasKey, false, "their key does not come with their address");
    await us.call(routes.removeModel, { kind: "chat" });
    assert.equal((await them.call(routes.getModels)).chat!.hasKey, true);
  });

  test("a customer of ours can't rate or name what is theirs", async () => {
    const before = await snapshot();
    const stranger = await visit(testApp.url, ours.widgetKey);
    const [rate, hot, survey] = [act(), act(), act()];
    stranger.send({ t: "survey", clientId: survey, conversationId, answer: { survey: "nps", value: 0 } });
    assert.equal((await stranger.until(is("error", (push) => push.clientId === survey))).code, "not_found");
    stranger.send({ t: "rate", clientId: rate, stars: 1, conversationId });
    stranger.send({ t: "hot", clientId: hot, entryId: entry.id });
    assert.equal((await stranger.until(is("error", (push) => push.clientId === rate))).code, "not_found");
    assert.equal((await stranger.until(is("error", (push) => push.clientId === hot))).code, "not_found");
    stranger.close();
    assert.equal(await snapshot(), before);
  });
});

test("inviting somebody of another shop gives no link to their account", async () => {
  const { staff } = await them.call(routes.getMe);
  const { status, body } = await us.tryCall(routes.inviteStaff as unknown as Route, {
    name: "x",
    email: staff.email.toUpperCase(),
    role: "agent",
  });
  assert.equal(status, 409, JSON.stringify(body));
});

describe("who may", () => {
  const needed = Object.entries(routes as unknown as Record<string, Route>).filter(
    ([, route]) => !["public", "customer"].includes(route.permission),
  );

  test("every staff route refuses whoever is not signed in", async () => {
    for (const [name, route] of needed) {
      const { status } = await request(testApp.url, route, { ...ids });
      assert.equal(status, 401, name);
    }
  });

  test("an agent is refused what only others may", async () => {
    const agent: Caller = await signIn(testApp, ours, { role: "agent" });
    for (const [name, route] of needed.filter(([, route]) =>
      ["staff.manage", "settings.edit", "knowledge.edit", "analytics.read", "imports.run"].includes(route.permission),
    )) {
      const { status } = await agent.tryCall(route, { ...ids, ...bodies[name] });
      assert.equal(status, 403, name);
    }
  });

  test("an agent does not see a colleague's conversation, an overseer does", async () => {
    const agent = await signIn(testApp, theirs, { role: "agent" });
    const { status } = await agent.tryCall(routes.getConversation as unknown as Route, { conversationId });
    assert.equal(status, 404);
    assert.equal((await them.tryCall(routes.getConversation as unknown as Route, { conversationId })).status, 200);
  });

  test("who is not signed in is told so before the body is read", { timeout: 5_000 }, async () => {
    const { port } = new URL(testApp.url);
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), "localhost", () =>
        socket.write(
          "POST /api/imports?name=x HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: 60000000\r\n\r\nx",
        ),
      );
      socket.once("data", (bytes) => {
        socket.destroy();
        done(String(bytes));
      });
    });
    assert.match(answer, /^HTTP\/1.1 401 /);
  });

  test("a page of another site can't use a signed-in browser", async () => {
    const response = await fetch(`${testApp.url}/api/me`, {
      headers: { cookie: us.cookie, origin: "https://evil.example" },
    });
    assert.equal(response.status, 403);
  });

  test("nobody can order a link, list sessions or change an account past our own routes", async () => {
    for (const path of ["sign-in/magic-link", "update-user", "revoke-sessions", "sign-up/email", "list-sessions"]) {
      const response = await fetch(`${testApp.url}/api/auth/${path}`, {
        method: path === "list-sessions" ? "GET" : "POST",
        headers: { "content-type": "application/json", cookie: us.cookie, origin: testApp.url },
        body: path === "list-sessions" ? undefined : JSON.stringify({ email: "a@test.example", name: "x" }),
      });
      assert.equal(response.status, 404, path);
    }
  });

  test("a request whose host is none is refused, not failed", async () => {
    const response = await fetch(`${testApp.url}/api/auth/get-session`, { headers: { "x-forwarded-host": "a b" } });
    assert.equal(response.status, 400);
  });

  test("guessing a password is stopped after a while", async () => {
    const guess = () =>
      fetch(`${testApp.url}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: testApp.url },
        body: JSON.stringify({ email: "somebody@test.example", password: "password1" }),
      });
    const statuses: number[] = [];
    for (let n = 0; n < 2 * limits.signInAttemptsPerMinute && statuses.at(-1) !== 429; n++)
      statuses.push((await guess()).status);
    assert.equal(statuses[0], 401);
    assert.equal(statuses.at(-1), 429);
  });
});
