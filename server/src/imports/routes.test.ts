import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { routes } from "@yingda/contract/routes";
import { type LogImport, logImport, logMapping } from "@yingda/contract/routes/imports";
import { openShop, openTestApp, signIn } from "../testing/app.ts";

const testApp = await openTestApp();
const ctx = await openShop(testApp);
const log = [
  "会话ID,发送方,客服,内容,时间",
  "1,顾客,,在吗,2026-11-01 10:00:00",
  "1,客服,小林,在的,2026-11-01 10:00:20",
  "2,路人,,=1+1,2026-11-01 11:00:00",
].join("\n");

test("from outside: upload, guessed mapping, preview, run, the conversations, and the table of bad rows", async () => {
  const supervisor = await signIn(testApp, ctx, { role: "supervisor" });
  const uploaded = await supervisor.call(routes.uploadLog, { name: "十一月.csv", bytes: Buffer.from(log) });
  assert.equal(logImport.parse(uploaded).state, "mapping");
  const mapping = logMapping.parse(uploaded.guess);
  const previewed = await supervisor.call(routes.previewLogImport, { importId: uploaded.id, mapping });
  assert.deepEqual([previewed.counts.conversations, previewed.counts.bad], [1, 1]);
  let run: LogImport = await supervisor.call(routes.runLogImport, { importId: uploaded.id });
  while (run.state === "running") {
    await wait(20);
    run = await supervisor.call(routes.getLogImport, { importId: uploaded.id });
  }
  assert.equal(run.state, "done");
  const found = await supervisor.call(routes.listConversations, { scope: "all", search: "" });
  assert.deepEqual(
    found.items.map(({ id, origin, handling }) => ({ id, origin, handling })),
    [{ id: run.sample[0]!.conversationId, origin: "import", handling: "closed" }],
  );
  const bad = await supervisor.tryCall(routes.downloadImportBadRows as never, { importId: run.id, locale: "en" });
  assert.match(String(bad.body), /4,发送方,路人,Unknown sender,Left out/);
  const { items } = await supervisor.call(routes.listLogImports, {});
  assert.deepEqual(
    items.map(({ fileName, done }) => [fileName, done]),
    [["十一月.csv", 1]],
  );
});

test("an agent may not import, and a file that is no log is refused with its reason", async () => {
  const agent = await signIn(testApp, ctx, { role: "agent" });
  const refused = await agent.tryCall(routes.uploadLog as never, { name: "a.csv", bytes: Buffer.from(log) });
  assert.equal(refused.status, 403);
  const admin = await signIn(testApp, ctx, { role: "admin" });
  const unreadable = await admin.tryCall(routes.uploadLog as never, { name: "a.csv", bytes: Buffer.from("[{}]") });
  assert.equal(unreadable.status, 422);
  assert.equal((unreadable.body as { error: { details: { why: string } } }).error.details.why, "json_array");
});
