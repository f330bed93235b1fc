import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { customerIn, openStage, phone } from "./browser.ts";

/** What a shop brings along: its logs, to be judged before it moves, and its knowledge, so that the bot knows it. */

const stage = await openStage({ demo: "off" });

const choose = (page: Page, name: string, lines: string[]) =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });

test("a log with Chinese headers is previewed, its bad rows named, brought in once, and measured", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/imports`);
  const day = new Date(Date.now() - 26 * 3600_000).toISOString().slice(0, 10);
  const log = [
    "会话编号,发送方,客服,时间,内容,评分",
    `C1,客户,,${day} 10:00:00,你们的水壶能装开水吗,5`,
    `C1,客服,小周,${day} 10:00:30,可以的，100 度没问题,`,
    `C2,客户,,${day} 11:00:00,怎么还没有发货,`,
    `C2,客服,小吴,${day} 11:05:00,今天发,`,
    "C3,客户,,昨天下午,时间写得不对,",
    `C3,客户,,${day} 12:00:00,有人吗,`,
  ];
  await choose(owner, "旧系统.csv", log);
  await owner.getByText("将导入 3 个会话").waitFor();
  await owner.getByText(/有问题的行（1）/).click();
  await owner.getByText("昨天下午").waitFor();
  await owner.getByRole("button", { name: "导入", exact: true }).click();
  await owner.getByText("已导入 3 个新会话").waitFor();
  await owner.getByText("查看这些会话").click();
  await owner.getByRole("link", { name: /有人吗/ }).click();
  await owner.getByRole("log").getByText("有人吗").waitFor();

  await owner.goto(`${stage.server().url}/imports`);
  await choose(owner, "旧系统.csv", log);
  await owner.getByText("这些会话都已在这里，导入不会改变什么").waitFor();
  await owner.goto(`${stage.server().url}/`);
  await owner
    .getByRole("region", { name: "平均响应时长" })
    .getByText(/中位数/)
    .waitFor();
  assert.deepEqual(stage.complaints, []);
});

test("a sheet of knowledge is previewed, its bad rows named, and known to the bot by the next question", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/knowledge/import`);
  await choose(owner, "知识.csv", [
    "问题,相似问题,答案,分类,启用",
    "水壶能装开水吗,可以装 100 度的水吗|热水能装吗,可以，内胆是 316 不锈钢。,商品/水壶,是",
    "门店几点开门,,,门店,是",
    "怎么退货,我要退货,签收七天内在订单里申请。,售后/退货,是",
    "怎么退货,,重复的一行,售后/退货,是",
  ]);
  await owner.getByText("没有填答案").waitFor();
  await owner.getByText("和前面某一行的问题重复").waitFor();
  await owner.getByRole("button", { name: "导入 2 条" }).click();
  await owner.getByText(/新增 2 条/).waitFor();

  const page = await stage.person({ viewport: phone });
  await page.goto(`${stage.server().url}/chat/${stage.server().widgetKey}`);
  const customer = customerIn(page);
  await customer.say("热水能装吗");
  await customer.sees("可以，内胆是 316 不锈钢。");
  assert.deepEqual(stage.complaints, []);
});
