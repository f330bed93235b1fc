import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import { rows, sql } from "../platform/db/database.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { listMeasureChanges } from "./measure-changes.ts";
import { changeSettings, getShop } from "./shops.ts";

const { ground, clock } = await openTestGround();
const list = async (ctx: Awaited<ReturnType<typeof buildShop>>) =>
  (await listMeasureChanges(ctx, { page: 1, pageSize: 20 })).items;

test("who changed what, when, from what to what; and nothing else", async () => {
  const shop = await buildShop(ground);
  const owner = await buildStaff(shop, { role: "admin", name: "老板" });
  const { measures, serviceHours } = (await getShop(shop)).settings;
  clock.set("2026-11-20T03:00:00.000Z");
  await changeSettings(owner, { name: "新名字", queueLimit: 3, measures: { ...measures } });
  assert.deepEqual(await list(shop), []);

  await changeSettings(owner, { measures: { ...measures, connectSeconds: 10, imBadStars: [1, 2] } });
  clock.set("2026-11-20T04:00:00.000Z");
  const holidays = [{ day: "2026-10-01", name: "国庆节", periods: [] }];
  await changeSettings(owner, { timeZone: "Europe/Berlin", serviceHours: { ...serviceHours, holidays } });
  assert.deepEqual(await list(shop), [
    {
      number: 2,
      at: "2026-11-20T04:00:00.000Z",
      byName: "老板",
      names: ["timeZone", "serviceHours"],
      before: { timeZone: "Asia/Shanghai", serviceHours },
      after: { timeZone: "Europe/Berlin", serviceHours: { ...serviceHours, holidays } },
    },
    {
      number: 1,
      at: "2026-11-20T03:00:00.000Z",
      byName: "老板",
      names: ["connectSeconds", "imBadStars"],
      before: { connectSeconds: 20, imBadStars: [1, 2, 3] },
      after: { connectSeconds: 10, imBadStars: [1, 2] },
    },
  ]);
  assert.deepEqual(await list(await buildShop(ground)), []);
});

test("many who change at once are all kept, each from what the one before left", async () => {
  const shop = await buildShop(ground);
  const owner = await buildStaff(shop, { role: "admin" });
  const { measures } = (await getShop(shop)).settings;
  const seconds = [5, 6, 7, 8, 9, 10];
  await Promise.all(
    seconds.map((connectSeconds) => changeSettings(owner, { measures: { ...measures, connectSeconds } })),
  );
  const changes = (await list(shop)).reverse();
  assert.deepEqual(
    changes.map((change) => change.number),
    [1, 2, 3, 4, 5, 6],
  );
  for (const [i, { before }] of changes.entries())
    assert.equal(before.connectSeconds, i === 0 ? 20 : changes[i - 1]!.after.connectSeconds);
});

test("service hours of an older version become a week, a night shift on both of its days", async () => {
  const file = readFileSync(join(import.meta.dirname, "../../migrations/0008-measure-settings.sql"), "utf8");
  const statement = /update shop set[\s\S]*?;/.exec(file)![0];
  const hoursAfter = async (old: object): Promise<ShopSettings["serviceHours"]> => {
    const shop = await buildShop(ground, { serviceHours: old as never });
    await rows(shop.db, sql.raw(statement));
    return (await getShop(shop)).settings.serviceHours;
  };
  const { weekly, holidays } = await hoursAfter({ from: "09:30", to: "18:00", days: [1, 2, 3, 4, 5] });
  const day = [{ from: "09:30", to: "18:00" }];
  assert.deepEqual(holidays, []);
  assert.deepEqual(weekly, {
    ...{ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    ...{ saturday: [], sunday: [] },
  });
  const night = await hoursAfter({ from: "20:00", to: "02:00", days: [0] });
  assert.deepEqual(night.weekly.sunday, [{ from: "20:00", to: "24:00" }]);
  assert.deepEqual(night.weekly.monday, [{ from: "00:00", to: "02:00" }]);
  assert.deepEqual(night.weekly.saturday, []);
  const whole = await hoursAfter({ from: "00:00", to: "24:00", days: [6] });
  assert.deepEqual(whole.weekly.saturday, [{ from: "00:00", to: "24:00" }]);
});
