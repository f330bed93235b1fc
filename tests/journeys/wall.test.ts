import assert from "node:assert/strict";
import { test } from "node:test";
import { customerIn, openStage, phone } from "./browser.ts";

/** The wall of a sale day: nobody touches it, and it shows within two seconds what happens elsewhere. */

const stage = await openStage();

test("opened from the home page, it shows a customer who waits, says when its figures are old, and Escape leaves it", async () => {
  const owner = await stage.owner();
  await owner.getByRole("button", { name: "实时大屏" }).click();
  await owner.waitForURL(/\/wall$/);
  const figure = (name: string) =>
    owner
      .locator("dl > div")
      .filter({ has: owner.getByText(name, { exact: true }) })
      .locator("strong");
  await figure("排队中").getByText("0", { exact: true }).waitFor();
  assert.equal(await owner.getByRole("navigation").count(), 0);

  // Somebody is there, and has no seat left.
  const { url, widgetKey } = stage.server();
  await owner.request.put(`${url}/api/me/status`, { data: { status: "online" } });
  const { staff } = await (await owner.request.get(`${url}/api/me`)).json();
  await owner.request.patch(`${url}/api/staff/${staff.id}`, { data: { capacity: 1 } });
  // Not before: the demo's customers may have asked for somebody a minute ago.
  await owner.getByText("一切正常").waitFor();
  const [served, waits] = [await stage.person({ viewport: phone }), await stage.person({ viewport: phone })];
  for (const page of [served, waits]) {
    await page.goto(`${url}/chat/${widgetKey}`);
    await customerIn(page).say("转人工");
    if (page === served) {
      await page
        .getByText(/接入，开始为您服务/)
        .first()
        .waitFor();
      await figure("人工接待中").getByText("1", { exact: true }).waitFor({ timeout: 2_000 });
    }
  }
  await waits
    .getByText(/排队|第 1 位/)
    .first()
    .waitFor();
  await figure("排队中").getByText("1", { exact: true }).waitFor({ timeout: 2_000 });
  await owner.getByText("1 位在线客服都已满席").waitFor();
  // On a phone's width, too, every figure stays in its place, "100.0%" being the widest.
  const desk = owner.viewportSize()!;
  await owner.setViewportSize(phone);
  await figure("今日 20 秒接通率").getByText(/%$/).waitFor();
  const tooWide = await owner
    .locator("dd > strong")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  assert.deepEqual(tooWide, []);
  await owner.setViewportSize(desk);

  await Promise.all([owner.getByText(/数据停在 \d\d:\d\d:\d\d/).waitFor(), stage.restart("kill")]);
  await owner.getByText("实时", { exact: true }).waitFor();
  await figure("排队中").getByText("1", { exact: true }).waitFor();
  const out = customerIn(waits);
  await out.press("取消排队");
  await figure("排队中").getByText("0", { exact: true }).waitFor();

  await owner.keyboard.press("Escape");
  await owner.waitForURL((to) => to.pathname === "/");
  await owner.getByRole("navigation", { name: "主导航" }).waitFor();
  assert.deepEqual(stage.complaints, []);
});
