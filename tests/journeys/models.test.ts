import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openModelHost } from "../../server/src/testing/model-host.ts";
import { customerIn, openStage } from "./browser.ts";

/** From an endpoint's address to an answer that the engine had not, and back to the knowledge it was written from. */

const stage = await openStage();
const host = await openModelHost({ key: "sk-journey" });
after(() => host.close());
/** The engine finds the entry and is not sure. */
const question = "听说你们东西半路弄丢了也会管是真的吗";

/** Writes what the first sentence of the first entry says, as a model would. */
host.chat(({ messages }) => {
  const given = messages.at(-1)!.content;
  if (!given.includes('number="1"')) return { do: "say", pieces: ["你好！"] };
  const answer = /number="1">\n.*\n([^。\n]+。)/.exec(given)?.[1] ?? "UNKNOWN";
  return { do: "say", pieces: [answer.slice(0, 5), answer.slice(5), "[1]", "\n"], betweenMs: 300 };
});

test("an owner sets up a model, tries it, and a customer gets an answer with its sources", async () => {
  const owner = await stage.owner();
  const { url } = stage.server();
  await owner.goto(`${url}/settings?section=models`);
  const panel = owner.getByRole("region", { name: "生成回答" });
  await panel.getByLabel("接口地址").fill(host.url);
  await panel.getByLabel("模型名").fill("small-1");
  await panel.getByLabel("密钥").fill("sk-wrong");
  await panel.getByLabel("输入单价（每百万 token）").fill("4000");
  await panel.getByRole("button", { name: "保存并开启" }).click();
  await panel.getByRole("button", { name: "测试连接" }).click();
  await panel.getByText("密钥不被接受，检查密钥和它的权限。").waitFor();
  await panel.getByLabel("密钥").fill("sk-journey");
  await panel.getByRole("button", { name: "保存", exact: true }).click();
  await owner.getByText("已保存").first().waitFor();
  await panel.getByRole("button", { name: "测试连接" }).click();
  await panel.getByText(/连接正常.*模型说：你好！/).waitFor();
  assert.ok(!(await owner.content()).includes("sk-journey"));

  const page = await stage.person();
  await page.goto(`${url}/chat/${stage.server().widgetKey}`);
  const customer = customerIn(page);
  await customer.say(question);
  await page.getByText("AI 生成").waitFor();

  await owner.goto(`${url}/conversations`);
  await owner.getByRole("link", { name: /访客/ }).first().click();
  const transcript = owner.getByRole("main");
  await transcript.getByText("AI 生成").waitFor();
  await transcript.getByText("依据的知识：").waitFor();

  await owner.goto(`${url}/settings?section=models`);
  const usage = owner.getByRole("region", { name: "最近 30 天的用量" });
  await usage.getByText("请模型写了 1 个回答：1 个核对通过发给了客户").waitFor();
  await usage.getByText("0.8000").waitFor();
  assert.deepEqual(stage.complaints, []);
});
