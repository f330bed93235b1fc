import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../platform/ids.ts";
import { createShop, listShopIds } from "../shops/shops.ts";
import { openTestApp } from "../testing/app.ts";
import { firstStart } from "./first-start.ts";

const { app } = await openTestApp();
const start = () => firstStart(app, { hasDemo: false, say: () => {} });

test("a first start that was interrupted is made anew, a finished one is found again", async () => {
  await createShop(app.ground, { shopId: newId(), settings: {}, hasDemo: true, isReady: false });
  const first = await start();
  assert.equal((await listShopIds(app.ground)).length, 1);
  assert.equal(first.hasDemo, false);
  assert.ok(first.signInUrl);
  assert.equal((await start()).widgetKey, first.widgetKey);
});
