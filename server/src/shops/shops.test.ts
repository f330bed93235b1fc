import assert from "node:assert/strict";
import { test } from "node:test";
import { shopSettings } from "@yingda/contract/routes/shop";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { changeSettings, getShop } from "./shops.ts";

test("two who change different settings at once both get their way", async () => {
  const { ground } = await openTestGround();
  for (let round = 0; round < 5; round++) {
    const ctx = await buildShop(ground);
    await Promise.all([changeSettings(ctx, { queueLimit: 7 }), changeSettings(ctx, { replyAlarmSeconds: 99 })]);
    const { queueLimit, replyAlarmSeconds } = (await getShop(ctx)).settings;
    assert.deepEqual({ queueLimit, replyAlarmSeconds }, { queueLimit: 7, replyAlarmSeconds: 99 });
  }
});

test("a time zone that nobody knows is refused: every day of the shop is reckoned by it", () => {
  const { timeZone } = shopSettings.shape;
  assert.equal(timeZone.safeParse("Asia/Shanghai").success, true);
  assert.equal(timeZone.safeParse("Mars/Olympus").success, false);
});
