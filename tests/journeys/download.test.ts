import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { readTables } from "../../server/src/knowledge/sheet.ts";
import { openStage } from "./browser.ts";

/** From a month of conversations to a file with the ones that matter, or with the figures that they make. */

const stage = await openStage();

const isSorted = (values: number[]) => values.every((value, i) => i === 0 || values[i - 1]! >= value);

async function chooseIn(page: Page, field: string, option: string) {
  await page.getByRole("combobox", { name: field }).fill(option);
  await page.locator(".ant-select-item-option").getByText(option, { exact: true }).click();
}

async function saveTable(page: Page, table: string, format: string) {
  // Away from where the last menu was, which may now be a column that explains itself over the button.
  await page.getByRole("heading", { name: table }).hover();
  await page.getByRole("button", { name: `下载：${table}` }).click();
  const arriving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: `下载 ${format}` }).click();
  const file = await arriving;
  const rows = (await readTables(readFileSync(await file.path())))[0]!;
  // A CSV file ends with a line end, which this reader takes for one more, empty, row.
  if (rows.at(-1)!.every((cell) => cell === "")) rows.pop();
  return { name: file.suggestedFilename(), rows };
}

test("a table is narrowed, kept as a view, found again after a reload, and downloaded as what it shows", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/analytics/conversations`);
  await owner.getByRole("columnheader", { name: "客户" }).waitFor();

  // Those that waited for an answer, the slowest first.
  await owner.getByRole("button", { name: "按数值或标记筛选" }).click();
  await chooseIn(owner, "按哪一列筛选", "轮次");
  await owner.getByRole("spinbutton", { name: "最小" }).fill("2");
  await owner.getByRole("button", { name: "应用" }).click();
  await owner.getByText("轮次 ≥ 2").waitFor();
  await owner.getByRole("columnheader", { name: "平均响应" }).getByRole("button").click();
  await owner.locator('th[aria-sort="descending"]', { hasText: "平均响应" }).waitFor();

  await owner.getByRole("button", { name: "视图" }).click();
  await owner.getByRole("button", { name: "保存当前视图" }).click();
  await owner.getByLabel("名称").fill("回得最慢的");
  await owner.getByRole("button", { name: "另存为新视图" }).click();
  await owner.getByRole("button", { name: "视图：回得最慢的" }).waitFor();

  await owner.goto(`${stage.server().url}/analytics/conversations`);
  await owner.getByRole("button", { name: "视图", exact: true }).click();
  await owner.getByRole("button", { name: "回得最慢的", exact: true }).click();
  await owner.getByText("轮次 ≥ 2").waitFor();
  await owner.reload();
  await owner.getByRole("button", { name: "视图：回得最慢的" }).waitFor();
  const total = Number(/共 (\d+) 行/.exec((await owner.getByText(/^共 \d+ 行$/).textContent())!)![1]);
  const first = await owner.locator("tbody tr").first().getByRole("link").textContent();

  await owner.getByRole("button", { name: "下载", exact: true }).click();
  await owner.getByText("下载 CSV（全部行）").click();
  const arriving = owner.waitForEvent("download");
  await owner
    .getByRole("link", { name: "保存文件" })
    .or(owner.getByRole("button", { name: "保存文件" }))
    .first()
    .click();
  const file = await arriving;
  assert.match(file.suggestedFilename(), /^会话明细 .+\.csv$/);
  const [heading, ...lines] = (await readTables(readFileSync(await file.path())))[0]!;
  const column = (name: string) => heading!.indexOf(name);
  // A file ends with a line end, which this reader takes for one more, empty, row.
  if (lines.at(-1)!.every((cell) => cell === "")) lines.pop();
  assert.equal(lines.length, total);
  assert.equal(lines[0]![column("客户")], first);
  assert.ok(lines.every((line) => Number(line[column("轮次")]) >= 2));
  assert.ok(isSorted(lines.map((line) => Number(line[column("平均响应（秒）")]))));
  assert.deepEqual(stage.complaints, []);
});

test("a table of figures is saved as CSV and as Excel, the same in both, once the network lets it", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/analytics/people`);
  const table = owner.getByRole("region", { name: "每位客服" });
  await table.locator("tbody tr[data-row-key]").first().waitFor();
  const people = await table.locator("tbody tr[data-row-key] td:first-child").allTextContents();

  // What writes workbooks is fetched only now.
  await owner.context().setOffline(true);
  await owner.getByRole("button", { name: "下载：每位客服" }).click();
  await owner.getByRole("menuitem", { name: "下载 Excel" }).click();
  await owner.getByText("连不上服务器").first().waitFor();
  await owner.context().setOffline(false);

  const workbook = await saveTable(owner, "每位客服", "Excel");
  const text = await saveTable(owner, "每位客服", "CSV");
  assert.match(workbook.name, /^每位客服 \d{4}-\d\d-\d\d–\d{4}-\d\d-\d\d\.xlsx$/);
  assert.equal(text.name, workbook.name.replace(".xlsx", ".csv"));
  assert.deepEqual(workbook.rows, text.rows);

  const [heading, ...lines] = workbook.rows;
  assert.deepEqual(
    lines.map(([name]) => name),
    [...people, "无客服接待", "合计"],
  );
  const column = (name: string) => lines.map((line) => Number(line[heading!.indexOf(name)]));
  const served = column("人工会话量");
  assert.equal(
    served.slice(0, -1).reduce((sum, own) => sum + own, 0),
    served.at(-1),
    "the rows are the whole",
  );
  const [values, seconds, turns] = [
    column("平均响应时长（秒）"),
    column("平均响应时长 分子（秒）"),
    column("平均响应时长 分母"),
  ];
  assert.ok(turns.some((n) => n > 0));
  for (const [i, value] of values.entries())
    if (turns[i]! > 0) assert.ok(Math.abs(value - seconds[i]! / turns[i]!) < 1e-6);
  assert.deepEqual(stage.complaints, []);
});
