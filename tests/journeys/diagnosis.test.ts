import assert from "node:assert/strict";
import { test } from "node:test";
import { openStage, phone } from "./browser.ts";

/** From a bad figure on the home page to the sentence of the agent that caused it, in four clicks. */

const stage = await openStage();
const slowest = "徐婉";

test("home card → the agent behind it → their slowest conversation → the reply that took so long", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/`);
  const card = owner.getByRole("region", { name: "平均响应时长" });

  await card.getByRole("link").first().click(); // 1: the figure
  await owner
    .getByRole("region", { name: "结论" })
    .getByText(new RegExp(`来自${slowest}变慢`))
    .waitFor();

  const causes = owner.getByRole("region", { name: "谁造成的" });
  await causes.getByRole("button", { name: slowest }).click(); // 2: who
  const path = owner.getByRole("navigation", { name: "怎么走到这里" });
  await path.getByText(`客服：${slowest}`).waitFor();
  // Entering went on to the next question, and everything below is about this agent alone.
  await path.getByText("按意图").waitFor();
  const list = owner.getByRole("region", { name: "背后的会话" });
  const first = list.getByRole("listitem").first();
  await first.getByText(slowest).waitFor();
  const took = await first.getByText(/^\d+ (分|秒|小时)/).textContent();

  await first.getByRole("link").click(); // 3: the conversation
  await owner.getByText(/处构成这项指标，已标出/).waitFor();
  await owner.getByRole("button", { name: "下一处" }).click(); // 4: the reply
  const reply = owner.locator(".said-marked.said-agent");
  await reply.getByText(`用时 ${took}`).waitFor();
  assert.ok(await reply.getByText(slowest).first().isVisible(), "the reply is the agent's");

  // And back to where one came from, with what was filtered.
  await owner.getByRole("link", { name: /返回「平均响应时长」的会话/ }).click();
  await owner.getByText(`客服：${slowest}`).waitFor();
  assert.deepEqual(stage.complaints, []);
});

test("a link shows somebody else what I see: days, filters, metric and cut; “back” undoes each step", async () => {
  const owner = await stage.owner();
  await owner.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await owner.goto(`${stage.server().url}/analytics/diagnosis?metric=human.im_dissatisfaction&range=90`);
  const causes = owner.getByRole("region", { name: "谁造成的" });
  await causes.getByRole("button", { name: slowest }).click();
  const path = owner.getByRole("navigation", { name: "怎么走到这里" });
  await path.getByText(`客服：${slowest}`).waitFor();
  const said = owner.getByRole("region", { name: "结论" }).locator(".diagnosis-said");
  await path.getByText("按意图").waitFor();
  const sentence = await said.textContent();
  await owner.getByRole("button", { name: "复制链接" }).click();
  const link = await owner.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);

  const colleague = await owner.context().newPage();
  await colleague.goto(link);
  await colleague.getByText(sentence!).waitFor();
  await colleague.getByText(`客服：${slowest}`).waitFor();
  await colleague.close();

  await owner.goBack();
  await path.getByText("按客服").waitFor();
  assert.equal(await path.getByText(`客服：${slowest}`).count(), 0);
  assert.deepEqual(stage.complaints, []);
});

test("on a phone: filter by a value that occurs, and take the filter away again", async () => {
  const owner = await stage.owner();
  const page = await owner.context().newPage();
  await page.setViewportSize(phone);
  await page.goto(`${stage.server().url}/analytics/efficiency`);
  const answered = page.getByRole("region", { name: "平均响应时长" });
  const before = await answered.locator(".figures-card-value").textContent();
  await page.getByRole("button", { name: "筛选" }).click();
  await page.getByRole("combobox", { name: "按什么筛选" }).fill("客服");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "选择值" }).fill(slowest);
  await page.locator(".figures-value").getByText(slowest).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "应用这 1 项" }).click();
  await page.getByText(`客服：${slowest}`).waitFor();
  const value = answered.locator(".figures-card-value");
  await page.waitForFunction(
    ([old, own]) => own !== null && old !== document.querySelector(own!)?.textContent,
    [before, "section[aria-label='平均响应时长'] .figures-card-value"],
  );
  await page.getByRole("button", { name: `去掉：客服：${slowest}` }).click();
  await value.getByText(before!).waitFor();
  assert.deepEqual(stage.complaints, []);
});

test("on a phone the table's fixed column goes below the tabs, and only the bars that are seen are named", async () => {
  const owner = await stage.owner();
  const page = await owner.context().newPage();
  await page.setViewportSize(phone);
  await page.goto(`${stage.server().url}/analytics/diagnosis`);
  const causes = page.getByRole("region", { name: "谁造成的" });
  const [sumOfImpact, sumOfChange] = [causes.getByText(/合计为 0$/), causes.getByText(/^合计 [+−±]/)];
  await sumOfImpact.waitFor();
  assert.equal(await sumOfChange.isVisible(), false);
  assert.equal(await causes.getByText("占比变化").isVisible(), false);
  await causes.getByRole("button", { name: "变化" }).click();
  await sumOfChange.waitFor();
  await causes.getByText("占比变化").waitFor();
  assert.equal(await sumOfImpact.isVisible(), false);
  assert.equal(await causes.getByText("95% 区间").isVisible(), false);

  const head = page.locator(".ant-table-thead th").first();
  await head.evaluate((cell) => cell.scrollIntoView({ block: "start" }));
  const tabs = (await page.getByRole("navigation", { name: "数据页面" }).boundingBox())!;
  const place = (await head.boundingBox())!;
  const [x, y] = [place.x + 10, place.y + place.height / 2];
  assert.ok(y > tabs.y && y < tabs.y + tabs.height, "the head has come to where the tabs are");
  const seen = await page.evaluate(([at, of]) => document.elementFromPoint(at!, of!)?.closest("nav") !== null, [x, y]);
  assert.ok(seen, "the tabs are on top");
  await page.close();
  assert.deepEqual(stage.complaints, []);
});

test("a link to no conversation says that there is none, and leads to those there are", async () => {
  const owner = await stage.owner();
  for (const id of ["not-an-id", "01890000-0000-7000-8000-000000000000"]) {
    await owner.goto(`${stage.server().url}/conversations/${id}`);
    await owner.getByText("没有这通会话").waitFor();
  }
  await owner.getByRole("button", { name: "看全部会话" }).click();
  await owner.waitForURL(/\/conversations$/);
  assert.deepEqual(stage.complaints, []);
});

test("choosing last year, when there was no shop yet, leaves the trend without a second line and without a complaint", async () => {
  const owner = await stage.owner();
  const page = await owner.context().newPage();
  const errors: string[] = [];
  page.on("console", (line) => line.type() === "error" && /NaN/.test(line.text()) && errors.push(line.text()));
  await page.goto(`${stage.server().url}/analytics/efficiency`);
  const chart = page.getByRole("img", { name: /的走势$/ });
  await chart.getByText("对比期").waitFor();
  await page.getByRole("combobox", { name: "对比" }).click();
  await page.locator(".ant-select-item-option").getByText("对比去年同期", { exact: true }).click();
  await chart.getByText("对比期").waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
  await page.close();
});
