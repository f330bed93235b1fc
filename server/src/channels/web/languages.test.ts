import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@yingda/contract/routes";
import { openShop, openTestApp, request, signIn } from "../../testing/app.ts";

const testApp = await openTestApp();

test("popular questions are those in the customer's language, or all where the shop has none in it", async () => {
  const shop = await openShop(testApp);
  const admin = await signIn(testApp, shop, { role: "admin" });
  const entryIds: string[] = [];
  for (const question of ["多久发货？", "When will it ship?"]) {
    const { id } = await admin.call(routes.createEntry, { question, answerHtml: "<p>24 h</p>" });
    entryIds.push(id);
  }
  const shown = async (locale?: string) => {
    const { body } = await request(testApp.url, routes.getWidgetConfig, {
      widgetKey: shop.widgetKey,
      ...(locale ? { locale } : {}),
    });
    return routes.getWidgetConfig.reply.parse(body).hotQuestions.map(({ question }) => question);
  };
  await admin.call(routes.updateShop, { hotQuestionIds: entryIds });
  assert.deepEqual(await shown("zh-CN"), ["多久发货？"]);
  assert.deepEqual(await shown("en"), ["When will it ship?"]);
  assert.deepEqual(await shown(), ["多久发货？", "When will it ship?"]);
  await admin.call(routes.updateShop, { hotQuestionIds: entryIds.slice(0, 1) });
  assert.deepEqual(await shown("en"), ["多久发货？"]);
});
