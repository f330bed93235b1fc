import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routes } from "@yingda/contract/routes";
import { openShop, openTestApp, signIn } from "../../testing/app.ts";

const testApp = await openTestApp();
const shop = await openShop(testApp);
const [admin, mei, lan] = [
  await signIn(testApp, shop, { role: "admin" }),
  await signIn(testApp, shop, { role: "supervisor", name: "梅" }),
  await signIn(testApp, shop, { role: "supervisor", name: "兰" }),
];
const view = {
  table: "conversations",
  window: { range: "30" },
  filters: [{ dimension: "channel", in: ["web"], not: false }],
  ranges: [{ column: "waitSeconds", min: 20 }],
  flags: [{ column: "isUnserved", is: true }],
  search: "王",
  columns: ["customer", "waitSeconds"],
  sort: { column: "waitSeconds", direction: "desc" },
} as const;
const wish = (more: object = {}) => ({ name: "等太久", view: JSON.parse(JSON.stringify(view)), ...more });
const namesSeenBy = async (who: typeof mei) => (await who.call(routes.listViews)).items.map(({ name }) => name);

describe("saved views", () => {
  test("come back as they were saved, to whoever saved them and to nobody else", async () => {
    const saved = await mei.call(routes.createView, wish());
    assert.deepEqual((await mei.call(routes.listViews)).items, [saved]);
    assert.deepEqual(saved.view, view);
    assert.deepEqual([saved.isMine, saved.isShared, saved.ownerName], [true, false, "梅"]);
    assert.deepEqual(await namesSeenBy(lan), []);
    const { status } = await lan.tryCall(routes.deleteView as never, { viewId: saved.id });
    assert.equal(status, 404);
    await mei.call(routes.changeView, { viewId: saved.id, ...wish({ name: "等得太久" }) });
    assert.deepEqual(await namesSeenBy(mei), ["等得太久"]);
    await mei.call(routes.deleteView, { viewId: saved.id });
    assert.deepEqual(await namesSeenBy(mei), []);
  });

  test("that are shared are seen by all, and changed by their owner or an administrator", async () => {
    const { id: viewId } = await mei.call(routes.createView, wish({ isShared: true }));
    assert.deepEqual(await namesSeenBy(lan), ["等太久"]);
    assert.equal((await lan.tryCall(routes.changeView as never, { viewId, ...wish() })).status, 403);
    assert.equal((await lan.tryCall(routes.deleteView as never, { viewId })).status, 403);
    await admin.call(routes.deleteView, { viewId });
    assert.deepEqual(await namesSeenBy(mei), []);
  });

  test("must be of columns that there are", async () => {
    const broken = wish({ view: { ...view, columns: ["nope"] } });
    assert.equal((await mei.tryCall(routes.createView as never, broken)).status, 400);
  });
});
