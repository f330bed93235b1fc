import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { is, request, visit } from "../testing/app.ts";
import { act, text } from "../testing/build.ts";
import { openModelHost } from "../testing/model-host.ts";
import { freePort, start } from "../testing/program.ts";

test("a message whose answer was being written when the program was killed is answered once after the next start", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "yingda-killed-"));
  const port = await freePort();
  let running = await start({ dataFolder, port });
  after(async () => {
    await running.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = await openModelHost();
  after(() => host.close());
  host.chat({ do: "say", pieces: ["最多10个字。[1]", "每件加收20元。[1]"], betweenMs: 3_000 });
  const signedIn = await fetch(/http\S+magic-link\S+/.exec(running.output())![0], { redirect: "manual" });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const call = async (route: unknown, input: object) => {
    const { status, body } = await request(running.url, route as Route, { ...input }, { cookie });
    assert.equal(status, 200, JSON.stringify(body));
    return body as { outcome?: string };
  };
  const answerHtml = "<p>刻字加收20元一件，最多10个字。</p>";
  await call(routes.createEntry, { question: "定制刻字怎么收费", similar: [], answerHtml });
  // A question has only so long: it is not to wait for the first index.
  while ((await call(routes.ask, { text: "定制刻字怎么收费" })).outcome !== "direct") await wait(50);
  const prices = { priceIn: null, priceOut: null, dailyTokens: null };
  await call(routes.saveModel, { kind: "chat", baseUrl: host.url, model: "small", isOn: true, ...prices });

  const customer = await visit(running.url, running.widgetKey);
  const clientId = act();
  customer.send({ t: "send", clientId, content: text("备注里写的内容可以刻几个字啊") });
  const { seq } = await customer.until(is("ack", (push) => push.clientId === clientId));
  await customer.until(is("draft", (push) => push.text !== ""));
  await running.kill();
  customer.close();

  host.chat({ do: "say", pieces: ["最多10个字。[1]"] });
  running = await start({ dataFolder, port });
  const again = await visit(running.url, running.widgetKey, { token: customer.token });
  const answers = () =>
    again.pushes
      .flatMap((push) => (push.t === "events" || push.t === "ready" ? push.events : []))
      .filter((event) => event.type === "bot.answered");
  for (let n = 0; n < 800 && answers().length === 0; n++) await wait(50);
  await wait(2_500);
  assert.deepEqual(
    answers().map(({ body }) => body.inReplyTo),
    [seq],
  );
  again.close();
});
