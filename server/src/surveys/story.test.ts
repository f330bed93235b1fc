import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { SurveyAnswerRow } from "@yingda/contract/routes/surveys";
import { type Caller, is, openShop, openTestApp, signIn, type Visitor, visit } from "../testing/app.ts";
import { act, text } from "../testing/build.ts";
import { openMailHost } from "../testing/smtp.ts";

/** From the set-up over the question and the answer to the figure, over real HTTP and real sockets. */

const testApp = await openTestApp();
const shop = await openShop(testApp);
const admin = await signIn(testApp, shop, { role: "admin", name: "老板" });
const agent = await signIn(testApp, shop, { role: "agent", name: "小林" });
await agent.call(routes.setMyStatus, { status: "online" });
const { settings } = await admin.call(routes.getShop);
const { surveys } = settings;
await admin.call(routes.updateShop, {
  surveys: { csat: surveys.csat, nps: { ...surveys.nps, isOn: true }, ces: { ...surveys.ces, isOn: true } },
});

const happened = (visitor: Visitor, type: string, survey?: string) =>
  visitor.until(
    is("events", (push) =>
      push.events.some(
        (event) => event.type === type && (!survey || (event.body as { survey?: string }).survey === survey),
      ),
    ),
  );

async function serve(caller: Caller): Promise<{ customer: Visitor; conversationId: string }> {
  const customer = await visit(testApp.url, shop.widgetKey);
  customer.send({ t: "human", clientId: act() });
  const { conversationId } = await happened(customer, "agent.connected");
  await caller.call(routes.sendAgentMessage, { conversationId, clientId: act(), content: text("您好") });
  await caller.call(routes.closeConversation, { conversationId });
  return { customer, conversationId };
}

async function untilListed(count: number): Promise<SurveyAnswerRow[]> {
  for (;;) {
    const { items } = await admin.call(routes.listSurveyAnswers, {});
    if (items.length >= count) return items;
    await wait(100);
  }
}

test("a customer is asked at the end, answers in the window, and the answers are listed with their comments", async () => {
  const { customer, conversationId } = await serve(agent);
  const asked = await happened(customer, "survey.invited", "nps");
  assert.equal(asked.conversationId, conversationId);
  await happened(customer, "survey.invited", "ces");
  await happened(customer, "rating.invited");

  // What no survey has is refused, clearly, and nothing is stored.
  for (const answer of [
    { survey: "nps", value: 11 },
    { survey: "ces", value: 0 },
    { survey: "ces", value: 2.5 },
    { survey: "csat", value: 5 },
  ]) {
    const clientId = act();
    customer.socket.send(JSON.stringify({ t: "survey", clientId, conversationId, answer }));
    const refusal = await customer.until(is("error", (push) => push.clientId === clientId));
    assert.equal(refusal.code, "invalid_input");
  }

  customer.send({ t: "rate", clientId: act(), conversationId, stars: 2, reasons: ["slow"], comment: "等太久" });
  const nps = {
    t: "survey",
    clientId: act(),
    conversationId,
    answer: { survey: "nps", value: 6, comment: "一般" },
  } as const;
  customer.send(nps);
  customer.send(nps);
  customer.send({ t: "survey", clientId: act(), conversationId, answer: { survey: "ces", value: 3 } });
  await happened(customer, "survey.answered", "ces");
  customer.close();

  const items = await untilListed(3);
  const seen = items.map(({ survey, target, value, reasons, comment, via, agentName }) => ({
    ...{ survey, target, value, reasons, comment, via, agentName },
  }));
  const common = { via: "popup", agentName: "小林" } as const;
  assert.deepEqual(seen, [
    { ...common, survey: "nps", target: null, value: 6, reasons: [], comment: "一般" },
    { ...common, survey: "csat", target: "human", value: 2, reasons: ["slow"], comment: "等太久" },
    { ...common, survey: "ces", target: null, value: 3, reasons: [], comment: null },
  ]);
});

test("answers can be filtered, and paged without missing or repeating one", async () => {
  for (const value of [9, 10]) {
    const { customer, conversationId } = await serve(agent);
    await happened(customer, "survey.invited", "nps");
    customer.send({ t: "survey", clientId: act(), conversationId, answer: { survey: "nps", value } });
    await happened(customer, "survey.answered", "nps");
    customer.close();
  }
  const all = await untilListed(5);
  const paged: SurveyAnswerRow[] = [];
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await admin.call(routes.listSurveyAnswers, { cursor, pageSize: 2 });
    paged.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  }
  assert.deepEqual(paged, all);
  const values = async (filter: object) =>
    (await admin.call(routes.listSurveyAnswers, filter as never)).items.map((item) => `${item.survey} ${item.value}`);
  assert.deepEqual(await values({ survey: "nps", minValue: 9 }), ["nps 10", "nps 9"]);
  assert.deepEqual(await values({ survey: "nps", maxValue: 6 }), ["nps 6"]);
  assert.deepEqual(await values({ hasComment: "true" }), ["nps 6", "csat 2"]);
  assert.equal((await values({ agentId: agent.id })).length, 5);
  assert.deepEqual(await values({ agentId: admin.id }), []);
  assert.deepEqual(await values({ to: "2020-01-01" }), []);
  assert.equal((await values({ from: "2020-01-01" })).length, 5);
});

test("what can't be read is a clear 400, and who may not read figures reads no answers", async () => {
  const list = routes.listSurveyAnswers as unknown as Route;
  for (const wrong of [
    { survey: "csat2" },
    { minValue: 11 },
    { from: "yesterday" },
    { cursor: "2026-99-99T00:00:00.000000Z_01900000-0000-7000-8000-000000000001_nps" },
    { cursor: "'; drop table event" },
    { pageSize: 5_000 },
  ])
    assert.equal((await admin.tryCall(list, wrong)).status, 400, JSON.stringify(wrong));
  assert.equal((await agent.tryCall(list, {})).status, 403);
  const change = routes.updateShop as unknown as Route;
  for (const wrong of [{ samplePercent: 0 }, { after: [] }, { question: { "zh-CN": " ", en: "x" } }, { delayDays: 31 }])
    assert.equal(
      (await admin.tryCall(change, { surveys: { ...surveys, nps: { ...surveys.nps, ...wrong } } })).status,
      400,
      JSON.stringify(wrong),
    );
  const save = routes.saveSurveyWebhook as unknown as Route;
  for (const url of ["ftp://sms.example", "https://me:secret@sms.example", "sms.example", "javascript:alert(1)"])
    assert.equal((await admin.tryCall(save, { url })).status, 400, url);
});

test("the shop's page can say who its visitor is; what can't be an address is left out", async () => {
  const customer = await visit(testApp.url, shop.widgetKey);
  const hello = { t: "hello", token: customer.token, locale: "zh-CN" } as const;
  customer.socket.send(JSON.stringify({ ...hello, who: { name: "王女士", email: "not one", phone: "138 0000 0000" } }));
  customer.send({ t: "human", clientId: act() });
  const { conversationId } = await happened(customer, "agent.connected");
  const { customer: known } = await admin.call(routes.getConversation, { conversationId });
  assert.deepEqual([known.name, known.email, known.phone], ["王女士", null, "138 0000 0000"]);
  customer.close();
});

test("a customer who left an e-mail address is asked by mail; a score clicked there is an answer once submitted", async () => {
  const host = await openMailHost();
  const server = { host: "127.0.0.1", port: host.port, security: "none", user: "", fromName: "" } as const;
  await admin.call(routes.saveMail, { ...server, fromAddress: "shop@example.com" });
  const off = { ...surveys.csat, isOn: false };
  const nps = { ...surveys.nps, isOn: true, via: "link" } as const;
  await admin.call(routes.updateShop, { surveys: { csat: off, nps, ces: { ...surveys.ces, isOn: false } } });
  const customer = await visit(testApp.url, shop.widgetKey);
  const hello = { t: "hello", token: customer.token, locale: "zh-CN" } as const;
  customer.socket.send(JSON.stringify({ ...hello, who: { email: "wang@example.com" } }));
  customer.send({ t: "human", clientId: act() });
  const { conversationId } = await happened(customer, "agent.connected");
  await agent.call(routes.sendAgentMessage, { conversationId, clientId: act(), content: text("您好") });
  await agent.call(routes.closeConversation, { conversationId });
  customer.close();

  const [mail] = await host.until(1);
  assert.deepEqual(mail!.to, ["wang@example.com"]);
  const link = /href="http:\/\/localhost(\/s\/[\w-]+\?value=9)"/.exec(mail!.html)![1]!;
  const page = await (await fetch(testApp.url + link)).text();
  assert.match(page, /value="9" checked/);
  const form = /name="form" value="([^"]+)"/.exec(page)![1]!;
  const body = new URLSearchParams({ value: "9", comment: "很快", form });
  assert.equal((await fetch(testApp.url + link, { method: "POST", body })).status, 200);
  const items = await untilListed(6);
  const [answer] = items.filter((item) => item.conversationId === conversationId);
  assert.deepEqual(
    [answer?.survey, answer?.value, answer?.comment, answer?.via, answer?.agentName],
    ["nps", 9, "很快", "link", "小林"],
  );
  const { items: mails } = await admin.call(routes.listDeliveries, { kind: "survey" });
  assert.deepEqual(
    mails.map(({ recipient, state }) => [recipient, state]),
    [["wang@example.com", "sent"]],
  );
});
