import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { customerIn, openStage, phone } from "./browser.ts";

/** The customer's window through what pages and networks do to it. */

const stage = await openStage({ reducedMotion: "no-preference" });

test("messages survive a reload, a lost network and a killed server: each arrives once, in order", async () => {
  const page = await stage.person();
  await page.goto(`${stage.server().url}/demo`);
  const customer = customerIn(page);
  await customer.open();
  await customer.say("什么时候发货");
  await customer.sees(/当天发出/);

  await page.context().setOffline(true);
  await customer.say("没有网络时说的第一句");
  await customer.say("没有网络时说的第二句");
  await page.reload().catch(() => {});
  await page.context().setOffline(false);
  await page.goto(`${stage.server().url}/demo`);
  if (!(await customer.log.isVisible().catch(() => false))) await customer.open();
  await customer.sees("没有网络时说的第二句");
  await page.getByText("已送达").first().waitFor();

  await stage.restart("kill");
  await customer.say("服务器重启之后");
  await page.waitForFunction(() => true);
  await customer.sees("服务器重启之后");
  const second = await page.context().newPage();
  await second.goto(`${stage.server().url}/demo`);
  const twin = customerIn(second);
  if (!(await twin.log.isVisible().catch(() => false))) await twin.open();
  for (const words of ["什么时候发货", "没有网络时说的第一句", "没有网络时说的第二句", "服务器重启之后"]) {
    await twin.sees(words);
    assert.equal(await twin.count(words), 1, `“${words}” once`);
  }
  await twin.say("另一个标签页");
  await customer.sees("另一个标签页");
  assert.equal(await customer.count("另一个标签页"), 1);
  assert.deepEqual(stage.complaints, []);
});

test("it works on a page of another origin under a strict policy that styles everything", async () => {
  const { url, widgetKey } = stage.server();
  const ws = url.replace("http", "ws");
  const host = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${url}; connect-src ${url} ${ws}; img-src ${url}; style-src 'self'`,
    );
    response.end(
      `<!doctype html><html lang="zh-CN"><title>店</title><h1>一家严格的店</h1><script src="${url}/widget.js" data-key="${widgetKey}" async></script>`,
    );
  });
  await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
  after(() => host.close());
  const page = await stage.person();
  const refused: string[] = [];
  page.on("console", (message) => message.text().includes("Content Security Policy") && refused.push(message.text()));
  const { port } = host.address() as { port: number };
  await page.goto(`http://127.0.0.1:${port}/`);
  const customer = customerIn(page);
  await customer.open();
  await page.getByText("大家常问").waitFor();
  await customer.press("怎么申请退货？");
  await customer.sees(/退货/);
  assert.deepEqual(refused, []);
});

test("on a phone: the full page, a recommendation, a thumb, and a message left when nobody is there", async () => {
  const page = await stage.person({ viewport: phone });
  await page.goto(`${stage.server().url}/chat/${stage.server().widgetKey}`);
  const customer = customerIn(page);
  await customer.say("帐篷防水吗");
  await customer.sees(/3000|防/);
  await customer.press("没帮助");
  await customer.press("转人工");
  await page.getByText("人工客服暂时不在线").first().waitFor();
  await page.getByLabel("您的问题", { exact: true }).fill("请明天联系我");
  await page.getByLabel(/手机号或邮箱/).fill("13800000000");
  await customer.press("提交留言");
  await page.getByText("已收到您的留言").first().waitFor();
  await customer.sees("请明天联系我");
  assert.deepEqual(stage.complaints, []);
});

test("by keyboard alone and in English", async () => {
  const page = await stage.person({ locale: "en-GB" });
  await page.goto(`${stage.server().url}/demo?lang=en`);
  await page.getByRole("button", { name: "Chat with us" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("log").waitFor();
  await page.keyboard.type("How long does shipping take");
  await page.keyboard.press("Enter");
  await page.getByRole("log").getByText(/ship/i).nth(1).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("log").waitFor({ state: "hidden" });
  assert.deepEqual(stage.complaints, []);
});

test("asked after the end: stars, then a score with words, by thumb; skipped stays skipped over a reload", async () => {
  const owner = await stage.owner();
  const { surveys } = (await callAs(owner, "GET", "/api/shop")).settings;
  const always = { isOn: true, after: ["bot", "served"], samplePercent: 100, everyDays: 0 };
  const asked = { ...surveys, nps: { ...surveys.nps, ...always }, ces: { ...surveys.ces, ...always } };
  await callAs(owner, "PATCH", "/api/shop", { surveys: asked });
  await callAs(owner, "PUT", "/api/me/status", { status: "online" });

  const page = await stage.person({ viewport: phone });
  await page.goto(`${stage.server().url}/chat/${stage.server().widgetKey}`);
  const customer = customerIn(page);
  await customer.say("转人工");
  await customer.sees(/开始为您服务/);
  const { items } = await callAs(owner, "GET", "/api/conversations?scope=mine");
  await callAs(owner, "POST", `/api/conversations/${items[0].id}/close`);
  await page.getByRole("radio", { name: /^5 星/ }).check({ force: true });
  await customer.press("提交评价");
  await page.getByRole("radio", { name: "9", exact: true }).check({ force: true });
  await page.getByPlaceholder(/还想说点什么/).fill("很耐心");
  await customer.press("提交评价");
  await customer.sees("感谢您的反馈");
  await page.getByRole("radio", { name: "7 非常容易" }).waitFor({ state: "attached" });
  await customer.press("暂不");
  await page.reload();
  await customer.sees("感谢您的反馈");
  assert.equal(await page.getByRole("radio").count(), 0);
  for (;;) {
    const { items: answers } = await callAs(owner, "GET", "/api/surveys/answers?hasComment=true&survey=nps&pageSize=1");
    if (answers[0]?.comment === "很耐心") break;
    await page.waitForTimeout(200);
  }
  assert.deepEqual(stage.complaints, []);
});

/** What the console does, from a page of its own that is signed in. */
function callAs(page: Page, method: string, path: string, body?: object) {
  return page.evaluate(
    async ([how, where, what]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(where, { method: how, headers: what ? headers : {}, body: what });
      return response.json();
    },
    [method, path, body && JSON.stringify(body)] as [string, string, string | undefined],
  );
}
