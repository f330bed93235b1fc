import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { openStage } from "./browser.ts";

/** What the owner changes about the figures shows in the figures, and every page of figures says so. */

const stage = await openStage();

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const figureOf = async (page: Page, name: string) =>
  Number.parseFloat((await card(page, name).locator(".metric-value").textContent()) ?? "");

test("ten seconds instead of twenty: tried before, saved, reckoned anew, and said since when", async () => {
  const owner = await stage.owner();
  const { url } = stage.server();
  await owner.goto(`${url}/`);
  await card(owner, "20秒接通率").waitFor();
  const before = await figureOf(owner, "20秒接通率");
  assert.equal(await owner.getByText("都已按新口径计算").count(), 0);

  await owner.goto(`${url}/settings?section=measures`);
  await owner.getByText("还没有人改过").waitFor();
  const limit = owner.getByRole("spinbutton", { name: "接通时限" });
  assert.equal(await limit.inputValue(), "20");
  await limit.fill("10");
  const tried = owner.getByRole("complementary").filter({ hasText: "改后的能力分" });
  await tried.getByText("10秒接通率").waitFor();
  await tried.getByText("保存后，以往的会话会全部重新计算").waitFor();
  await tried.getByText("改后", { exact: true }).waitFor();
  await owner.getByRole("button", { name: "保存", exact: true }).click();
  await owner.getByRole("region", { name: "修改记录" }).getByText("20 秒 → 10 秒").waitFor();

  await owner.goto(`${url}/`);
  await owner.getByText(/^接通时限于 .+ 由.+修改。$/).waitFor();
  await owner.getByText("现在的数字，包括以往各期，都已按新口径计算。").waitFor();
  await card(owner, "10秒接通率").waitFor();
  const after = await figureOf(owner, "10秒接通率");
  assert.ok(after < before, `${after} % within 10 s, ${before} % within 20 s`);
  assert.equal(await card(owner, "20秒接通率").count(), 0);

  await owner.getByRole("button", { name: "知道了" }).click();
  await owner.reload();
  await card(owner, "10秒接通率").waitFor();
  assert.equal(await owner.getByText("都已按新口径计算").count(), 0);
  assert.deepEqual(stage.complaints, []);
});

test("what can't be is said while one types, and not saved", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/settings?section=measures`);
  await owner.getByRole("radio", { name: "4 星：不满意" }).click();
  await owner.getByText("满意的星级要都高于不满意的星级").waitFor({ state: "detached" });
  await owner.getByRole("radio", { name: "5 星：不满意" }).click();
  await owner.getByText("至少选一个星级").waitFor();
  await owner.getByText("有几处需要改正").waitFor();
  await owner.getByRole("button", { name: "撤销修改" }).click();
  await owner.getByText("至少选一个星级").waitFor({ state: "detached" });
  assert.deepEqual(stage.complaints, []);
});

test("a year's holidays in a few clicks, and the history tells of them", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/settings?section=service`);
  await owner.getByText("还没有节假日").waitFor();
  const nextYear = new Date().getFullYear() + 1;
  await owner.getByRole("button", { name: "添加法定节假日" }).click();
  await owner.getByRole("menuitem", { name: `${nextYear} 年` }).click();
  await owner.getByRole("button", { name: "保存", exact: true }).click();
  await owner.getByText("已保存").first().waitFor();
  await owner.goto(`${stage.server().url}/settings?section=measures`);
  await owner
    .getByRole("region", { name: "修改记录" })
    .getByText(/节假日 1[23] 天/)
    .waitFor();
  assert.deepEqual(stage.complaints, []);
});
