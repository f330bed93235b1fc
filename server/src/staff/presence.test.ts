import assert from "node:assert/strict";
import { test } from "node:test";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { setStatus, signOffTheGone } from "./presence.ts";
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
