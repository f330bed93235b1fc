import assert from "node:assert/strict";
import { test } from "node:test";
import { openMailHost } from "../../server/src/testing/smtp.ts";
import { openStage } from "./browser.ts";

/** Figures that come to people: a mail server is set up, a report made, looked at, sent, and it arrives. */

const stage = await openStage();
/** antd may leave an invisible "loading" in the name of a button that was quick. */
const save = { name: /保存$/ };

test("the owner sets up mail, makes a report, looks at it, sends it, and the mail arrives", async () => {
  const host = await openMailHost({ user: "shop@example.com", password: "app-password" });
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/settings?section=mail`);
  await owner.getByLabel("SMTP 服务器").fill("127.0.0.1");
  await owner.getByLabel("加密方式").click();
  await owner.getByTitle("不加密（仅限内网）").click();
  await owner.getByLabel("端口", { exact: true }).fill(String(host.port));
  await owner.getByLabel("用户名").fill("shop@example.com");
  await owner.getByLabel("密码", { exact: true }).fill("wrong");
  await owner.getByLabel("发件地址").fill("shop@example.com");
  await owner.getByRole("button", save).click();
  await owner.getByLabel("收件地址").fill("boss@example.com");
  await owner.getByRole("button", { name: "发送测试邮件" }).click();
  await owner.getByText(/登录被拒绝/).waitFor();
  await owner.getByText(/535/).waitFor();

  await owner.getByLabel("密码", { exact: true }).fill("app-password");
  await owner.getByRole("button", save).click();
  await owner.getByText("已保存").first().waitFor();
  await owner.getByRole("button", { name: "发送测试邮件" }).click();
  await host.until(1);
  await owner.getByText(/已发出，去收件箱看看/).waitFor();

  await owner.goto(`${stage.server().url}/settings?section=reports`);
  await owner.getByRole("button", { name: "新建报告" }).click();
  const recipients = owner.getByLabel("收件人");
  await recipients.fill("boss@example.com");
  await recipients.press("Enter");
  await owner.getByRole("dialog").getByRole("button", { name: "预览" }).click();
  const preview = owner.frameLocator("iframe");
  await preview.getByText("每日客服报告").waitFor();
  const shown = await preview.getByText(/· \d+ 通会话/).textContent();
  await owner
    .getByRole("dialog", { name: "邮件预览" })
    .getByRole("button", { name: /Close|关闭/ })
    .click();
  await owner.getByRole("button", save).click();
  await owner.getByText("报告已保存").waitFor();

  await owner.getByRole("button", { name: "立即发送" }).click();
  await owner.getByRole("tooltip").getByRole("button", { name: "立即发送" }).click();
  const mails = await host.until(3);
  const report = mails.find(({ to, subject }) => to[0] === "boss@example.com" && subject.includes("每日客服报告"))!;
  assert.match(report.subject, /每日客服报告 · .* · 客服能力分 \d+\.\d/);
  assert.ok(report.html.includes(shown!), "what was previewed is what was sent");
  assert.match(report.text, /平均等待时间/);
  await owner.getByText("2 人已送达").waitFor();
  assert.deepEqual(stage.complaints, []);
});

test("a figure beyond its threshold rings the bell, and the bell leads to the diagnosis", async () => {
  const owner = await stage.owner();
  await owner.goto(`${stage.server().url}/settings?section=alerts`);
  await owner.getByRole("button", { name: "新建预警" }).click();
  await owner.getByLabel("阈值").fill("1");
  await owner.getByLabel("近 30 天").check();
  await owner.getByRole("button", save).click();
  await owner.getByText("近 30 天的平均等待时间高于 1 秒").waitFor();
  // The sweep looks within half a minute, the bell asks every minute; a new page asks at once.
  const isRung = () => owner.getByRole("button", { name: "预警，1 条未看" }).isVisible();
  for (let n = 0; n < 30 && !(await isRung()); n++) {
    await owner.waitForTimeout(2_000);
    await owner.reload();
    await owner.getByRole("button", { name: /^预警/ }).first().waitFor();
    await owner.waitForTimeout(500);
  }
  await owner.getByRole("button", { name: "预警，1 条未看" }).click();
  const bell = owner.getByRole("region", { name: "预警" });
  await bell.getByText(/^平均等待时间 .*高于 1 秒/).waitFor();
  await bell.getByRole("link", { name: "看诊断" }).click();
  await owner.getByText("平均等待时间").first().waitFor();
  assert.match(owner.url(), /\/analytics\/diagnosis\?metric=human\.average_wait&from=/);
  assert.deepEqual(stage.complaints, []);
});
