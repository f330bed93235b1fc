import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ctx } from "../context.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { listPresence, markSeen, setStatus, signOffTheGone } from "./presence.ts";
import { getMember } from "./staff.ts";

test("who closed every window goes offline after a while, last seen when they were", async () => {
  const { ground, clock } = await openTestGround();
  const ctx = await buildShop(ground);
  const [gone, here] = [await buildStaff(ctx), await buildStaff(ctx)];
  const changed: string[] = [];
  ground.bus.on("staff.changed", ({ staffId }) => changed.push(staffId));
  await setStatus(ctx, gone.actor.id, "online");
  const lastSeenAt = clock.now().toISOString();
  clock.advance(91_000);
  await setStatus(ctx, here.actor.id, "online");
  changed.length = 0;
  await signOffTheGone(ground);
  const { status, lastSeenAt: seenAt } = await getMember(ctx, gone.actor.id);
  assert.deepEqual({ status, seenAt }, { status: "offline", seenAt: lastSeenAt });
  assert.equal((await getMember(ctx, here.actor.id)).status, "online");
  assert.deepEqual(changed, [gone.actor.id]);
});

/** Of one person, as "day online/busy". */
const presenceOf = async (ctx: Ctx, staffId: string, from: string, to: string) =>
  (await listPresence(ctx, { from, to }))
    .filter((one) => one.staffId === staffId)
    .map(({ day, onlineSeconds, busySeconds }) => `${day} ${onlineSeconds}/${busySeconds}`);

test("seconds online and busy go to the shop's own days, the running stretch up to now", async () => {
  const { ground, clock } = await openTestGround();
  const ctx = await buildShop(ground, { timeZone: "Asia/Shanghai" });
  const { actor } = await buildStaff(ctx, { status: "offline" });
  // 23:00 in Shanghai.
  clock.set("2026-11-20T15:00:00.000Z");
  await setStatus(ctx, actor.id, "online");
  clock.advance(1_000_000);
  await setStatus(ctx, actor.id, "online");
  clock.advance(5_000_000);
  await setStatus(ctx, actor.id, "busy");
  clock.advance(60_000);
  const window = ["2026-11-20", "2026-11-22"] as const;
  assert.deepEqual(await presenceOf(ctx, actor.id, ...window), ["2026-11-20 3600/0", "2026-11-21 2400/60"]);
  await setStatus(ctx, actor.id, "offline");
  clock.advance(3_600_000);
  assert.deepEqual(await presenceOf(ctx, actor.id, ...window), ["2026-11-20 3600/0", "2026-11-21 2400/60"]);
  assert.deepEqual(await presenceOf(ctx, actor.id, "2026-11-21", "2026-11-22"), ["2026-11-21 2400/60"]);
  assert.deepEqual(await presenceOf(ctx, actor.id, "2026-11-22", "2026-11-23"), []);
});

test("the day on which clocks go back is an hour longer", async () => {
  const { ground, clock } = await openTestGround();
  const ctx = await buildShop(ground, { timeZone: "Europe/Berlin" });
  const { actor } = await buildStaff(ctx, { status: "offline" });
  clock.set("2026-10-24T22:00:00.000Z");
  await setStatus(ctx, actor.id, "online");
  clock.set("2026-10-25T23:00:00.000Z");
  await setStatus(ctx, actor.id, "offline");
  assert.deepEqual(await presenceOf(ctx, actor.id, "2026-10-25", "2026-10-26"), [`2026-10-25 ${25 * 3600}/0`]);
});

test("who closed every window was there until they were last seen", async () => {
  const { ground, clock } = await openTestGround();
  const ctx = await buildShop(ground);
  const { actor } = await buildStaff(ctx, { status: "offline" });
  clock.set("2026-11-21T02:00:00.000Z");
  await setStatus(ctx, actor.id, "online");
  clock.advance(30_000);
  await markSeen(ctx, actor.id, true);
  clock.advance(100_000);
  await signOffTheGone(ground);
  assert.deepEqual(await presenceOf(ctx, actor.id, "2026-11-21", "2026-11-22"), ["2026-11-21 30/0"]);
});

test("two changes at once leave one stretch under way", async () => {
  const { ground, clock } = await openTestGround();
  const ctx = await buildShop(ground);
  const { actor } = await buildStaff(ctx, { status: "offline" });
  clock.set("2026-11-21T02:00:00.000Z");
  await Promise.all((["online", "busy", "online", "busy"] as const).map((status) => setStatus(ctx, actor.id, status)));
  clock.advance(10_000);
  const [one] = await listPresence(ctx, { from: "2026-11-21", to: "2026-11-22" });
  assert.equal(one!.onlineSeconds + one!.busySeconds, 10);
});
