import assert from "node:assert/strict";
import { test } from "node:test";
import { measureSettingsRoutes as contract } from "@yingda/contract/routes/measure-settings";
import { backfill, type PastConversation } from "../conversations/backfill.ts";
import { newId } from "../platform/ids.ts";
import { changeSettings, getShop } from "../shops/shops.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { foldEverything, foldNext } from "./folding.ts";
import { describeFreshness } from "./freshness.ts";

const { ground, clock } = await openTestGround();
const start = "2026-11-20T02:00:00.000Z";
clock.set(start);

async function rememberMany(ctx: Awaited<ReturnType<typeof buildShop>>, many: number, at: string): Promise<void> {
  const customerId = newId();
  const conversations = Array.from({ length: many }, () => ({
    conversationId: newId(),
    customerId,
    channel: "web",
    origin: "import" as const,
    events: [
      { type: "conversation.started", actor: { kind: "system" }, body: { channel: "web" }, at },
      { type: "conversation.closed", actor: { kind: "system" }, body: { by: "idle" }, at },
    ] satisfies PastConversation["events"],
  }));
  await backfill(ctx, { customers: [{ customerId, name: "x", locale: "zh-CN", firstSeenAt: at }], conversations });
}

test("a change is told with who and when, and how far the figures follow it until all do", async () => {
  const shop = await buildShop(ground);
  const owner = await buildStaff(shop, { role: "admin", name: "老板" });
  const tell = async () => {
    const { asOf, ...rest } = contract.getFreshness.reply.parse(await describeFreshness(shop));
    assert.equal(asOf, clock.now().toISOString());
    return rest;
  };
  const untouched = { settingsChangedAt: null, settingsChangedBy: null, settingsChanged: [], refolding: null };
  assert.deepEqual(await tell(), { ...untouched, foldedUpTo: start });

  await rememberMany(shop, 700, "2026-11-19T02:00:00.000Z");
  assert.deepEqual(await tell(), { ...untouched, foldedUpTo: "2026-11-19T02:00:00.000Z" });
  await foldEverything(shop);
  assert.deepEqual(await tell(), { ...untouched, foldedUpTo: start });

  clock.set("2026-11-20T03:00:00.000Z");
  const { measures } = (await getShop(shop)).settings;
  await changeSettings(owner, { measures: { ...measures, connectSeconds: 10 } });
  const changed = {
    settingsChangedAt: "2026-11-20T03:00:00.000Z",
    settingsChangedBy: "老板",
    settingsChanged: ["connectSeconds"],
    foldedUpTo: "2026-11-20T03:00:00.000Z",
  };
  assert.deepEqual(await tell(), { ...changed, refolding: { done: 0, total: 700 } });
  await foldNext(shop, 0);
  assert.deepEqual(await tell(), { ...changed, refolding: { done: 500, total: 700 } });
  await foldEverything(shop);
  assert.deepEqual(await tell(), { ...changed, refolding: null });

  // The score is reckoned from the figures when it is looked at.
  clock.set("2026-11-20T04:00:00.000Z");
  const score = measures.score.map((part) => ({ ...part, weight: 10 }));
  await changeSettings(owner, { measures: { ...measures, connectSeconds: 10, score } });
  const { refolding, settingsChanged, settingsChangedAt } = await tell();
  assert.deepEqual([refolding, settingsChanged, settingsChangedAt], [null, ["score"], "2026-11-20T04:00:00.000Z"]);
});
