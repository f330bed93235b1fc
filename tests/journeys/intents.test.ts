import assert from "node:assert/strict";
import { test } from "node:test";
import { customerIn, openStage } from "./browser.ts";

/** From a customer's words to what the shop's figures are cut by, and from a correction to what the shop has learned. */

const stage = await openStage();
/** The first conversation waits until the classifier has learned; on a busy machine that takes a while. */
const firstLessonMs = 45_000;
const question = "云脊帐篷下大雨会漏水吗，什么垃圾";

test("a conversation says what it was about when it ends; put right in two clicks, it stays right and teaches", async () => {
  const owner = await stage.owner();
  const { url } = stage.server();
  await owner.goto(`${url}/workspace`);
  await owner.getByRole("button", { name: "上线接待" }).click();
  await owner.getByRole("button", { name: /我的状态: 在线/ }).waitFor();
  const page = await stage.person();
  await page.goto(`${url}/chat/${stage.server().widgetKey}`);
  const customer = customerIn(page);
  await customer.say(question);
  await page.getByText(question).first().waitFor();
  await customer.press("转人工");
  await owner.getByRole("region", { name: "接待", exact: true }).getByRole("link", { name: /访客/ }).first().click();
  const conversationId = new URL(owner.url()).searchParams.get("conversation")!;
  await owner.getByRole("button", { name: "结束", exact: true }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "结束" }).click();

  // The product by its name, the feeling from the words, and how sure the engine is of the intent.
  await owner.goto(`${url}/conversations/${conversationId}`);
  const facts = owner.getByRole("complementary", { name: "会话信息" });
  await facts.getByText("云脊 双人三季帐篷").waitFor({ timeout: firstLessonMs });
  await facts.getByText(/不满|愤怒/).waitFor();

  await facts.getByRole("combobox", { name: "改正咨询意图" }).click();
  await owner.getByTitle("选购推荐").click();
  await facts.getByText("由店主确认").waitFor();

  await stage.restart("kill");
  await owner.reload();
  await facts.getByText("选购推荐").waitFor();
  await facts.getByText("由店主确认").waitFor();
  await owner.goto(`${url}/settings`);
  await owner.getByRole("link", { name: "意图与商品" }).click();
  await owner.getByRole("link", { name: /^选购推荐/ }).click();
  await owner.getByRole("link", { name: question }).waitFor();
  assert.deepEqual(stage.complaints, []);
});
