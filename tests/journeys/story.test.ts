import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { customerIn, desktop, openStage, phone } from "./browser.ts";

/** The whole loop, as its people live it: ask, answer, hand over, serve, rate, measure, look closer. */

const stage = await openStage({ reducedMotion: "no-preference" });

async function signedIn(owner: Page, name: string): Promise<Page> {
  await owner.goto(`${stage.server().url}/staff`);
  await owner.getByRole("button", { name: `更多操作: ${name}` }).click();
  await owner.getByRole("menuitem", { name: /登录链接/ }).click();
  const dialog = owner.getByRole("dialog");
  const link = await dialog
    .getByText(/magic-link/)
    .or(dialog.locator("input"))
    .first()
    .evaluate((element) => ("value" in element ? String(element.value) : (element.textContent ?? "")));
  await owner.keyboard.press("Escape");
  const page = await stage.person();
  await page.goto(link.trim());
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
  return page;
}

async function goOnline(page: Page): Promise<void> {
  await page.goto(`${stage.server().url}/workspace`);
  const state = page.getByRole("button", { name: /我的状态/ });
  await state.waitFor();
  if (/离线/.test((await state.getAttribute("aria-label")) ?? ""))
    await page.getByRole("button", { name: "上线接待" }).click();
  await page.getByRole("button", { name: /我的状态: 在线/ }).waitFor();
}

const reply = async (page: Page, words: string) => {
  const box = page.getByRole("textbox", { name: "回复客户" });
  await box.fill(words);
  await box.press("Enter");
};

/** Said by nobody in the demo's past. */
const thanks = "那我就等着收绣好名字的帐篷啦";

for (const viewport of [desktop, phone]) {
  test(`customer at ${viewport.width} px ↔ bot ↔ agent ↔ rating ↔ home page ↔ the conversation behind the figure`, async () => {
    const owner = await stage.owner();
    await goOnline(owner);
    const page = await stage.person({ viewport });
    await page.goto(
      viewport === phone ? `${stage.server().url}/chat/${stage.server().widgetKey}` : `${stage.server().url}/demo`,
    );
    const customer = customerIn(page);
    if (viewport === desktop) await customer.open();
    await customer.say("冲锋衣能机洗吗");
    await customer.isAnswered(1);
    await customer.say("你们能把我的名字绣在帐篷上当礼物送人么");
    await customer.isAnswered(2);
    await customer.press("转人工");
    await page
      .getByText(/接入，开始为您服务/)
      .first()
      .waitFor();

    const row = owner.getByRole("region", { name: "接待", exact: true }).getByRole("link", { name: /访客/ }).first();
    await row.click();
    await owner.getByText(/机器人答了 2 个问题/).waitFor();
    await reply(owner, "可以的，绣名字三天内寄出");
    await customer.sees("可以的，绣名字三天内寄出");
    await customer.say(thanks);
    await owner.getByRole("log").getByText(thanks).waitFor();
    await page.getByText("已读").first().waitFor();

    await owner.getByRole("button", { name: "邀请评价" }).click();
    await page.getByRole("radio", { name: /5 星/ }).check({ force: true });
    await customer.press("提交评价");
    await page.getByText("感谢您的评价").first().waitFor();
    await owner.getByRole("button", { name: "结束", exact: true }).click();
    // The customer's last words have no reply: ending asks once more.
    await owner.getByRole("dialog").getByRole("button", { name: "结束" }).click();
    await page
      .getByText(/会话已结束/)
      .first()
      .waitFor();

    // Measured within seconds, and one click from the figure to who said what.
    await owner.goto(`${stage.server().url}/`);
    await owner.getByRole("region", { name: "人工客服回复率" }).getByRole("link").first().click();
    await owner.waitForURL(/analytics\/diagnosis\?.*metric=/);
    await owner.getByText("做到了的").click();
    // Facts are folded within seconds of the last word.
    while (!(await owner.getByText(thanks).first().isVisible())) {
      await owner.reload();
      await owner.getByText("做到了的").waitFor();
      await owner.waitForTimeout(500);
    }
    await owner.getByText(thanks).first().click();
    await owner.getByText("可以的，绣名字三天内寄出").first().waitFor();
    assert.deepEqual(stage.complaints, []);
  });
}

test("two agents: a hand-over with a note, which the customer never sees", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/workspace`);
  await owner.getByRole("button", { name: /我的状态/ }).click();
  await owner.getByRole("menuitem", { name: /离线/ }).click();
  await owner.getByRole("button", { name: /我的状态: 离线/ }).waitFor();
  const lin = await signedIn(owner, "周航");
  await goOnline(lin);
  const page = await stage.person({ viewport: phone });
  await page.goto(`${stage.server().url}/chat/${stage.server().widgetKey}`);
  const customer = customerIn(page);
  await customer.say("转人工");
  await page
    .getByText(/周航 接入/)
    .first()
    .waitFor();
  const xu = await signedIn(owner, "徐婉");
  await goOnline(xu);

  await lin.getByRole("region", { name: "接待", exact: true }).getByRole("link", { name: /访客/ }).first().click();
  await reply(lin, "稍等，我请徐婉来帮您");
  await customer.sees("稍等，我请徐婉来帮您");
  await lin.getByRole("button", { name: "转接" }).click();
  const dialog = lin.getByRole("dialog");
  await dialog.getByText("徐婉").click();
  await dialog.getByRole("textbox").last().fill("老客户，想换尺码");
  await dialog
    .getByRole("button", { name: /转给|转接/ })
    .last()
    .click();

  await page
    .getByText(/已转接给 徐婉/)
    .first()
    .waitFor();
  await xu.getByRole("region", { name: "接待", exact: true }).getByRole("link", { name: /访客/ }).first().click();
  await xu.getByText("老客户，想换尺码").first().waitFor();
  await reply(xu, "您好，我来帮您换");
  await customer.sees("您好，我来帮您换");
  assert.equal(await page.getByText("老客户，想换尺码").count(), 0);
  assert.deepEqual(stage.complaints, []);
});
