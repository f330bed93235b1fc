import type { StaffStatus } from "@yingda/contract/routes/session";
import type { Ctx, Ground } from "../context.ts";
import { localDay } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import * as queries from "./queries.ts";

/**
 * Whether somebody is there to serve, and when they were. Who closes every window goes offline after a while, not at
 * once: pages reload. Their time ends with the last sign of life all the same.
 */

const goneAfterMs = 90_000;

export async function setStatus(ctx: Ctx, staffId: string, status: StaffStatus): Promise<void> {
  const at = ctx.clock.now();
  await ctx.db.transaction().execute(async (tx) => {
    // Their row is locked by this, so that two changes at once leave one stretch of time after the other.
    await queries.updateStatus(tx, ctx.shopId, staffId, status, at);
    await queries.endPresence(tx, ctx.shopId, staffId, { unless: status, at });
    if (status !== "offline") await queries.beginPresence(tx, ctx.shopId, staffId, status, at);
  });
  await markSeen(ctx, staffId, status === "online");
  ctx.bus.tell("staff.changed", { shopId: ctx.shopId, staffId });
}

/** Called at every sign of life of a socket, at most once in half a minute each. */
export async function markSeen(ctx: Ctx, staffId: string, isServing: boolean): Promise<void> {
  const at = ctx.clock.now();
  const { settings } = await getShop(ctx);
  await queries.touch(ctx.db, ctx.shopId, staffId, at, localDay(at, settings.timeZone), isServing);
}

export async function signOffTheGone(ground: Ground): Promise<void> {
  const at = ground.clock.now();
  const gone = await queries.signOffGone(ground.db, { before: new Date(at.getTime() - goneAfterMs), at });
  for (const { shop_id: shopId, staff_id: staffId } of gone) ground.bus.tell("staff.changed", { shopId, staffId });
}

export type Presence = { staffId: string; day: string; onlineSeconds: number; busySeconds: number };

/** Seconds online and busy of each member of staff on each local day, the first included, the one after the last not. */
export async function listPresence(ctx: Ctx, window: { from: string; to: string }): Promise<Presence[]> {
  const { timeZone } = (await getShop(ctx)).settings;
  return queries.listPresence(ctx.db, ctx.shopId, { ...window, timeZone, now: ctx.clock.now() });
}

export const countOnlineDays = (ctx: Ctx, fromDay: string, toDay: string): Promise<number> =>
  queries.countOnlineDays(ctx.db, ctx.shopId, fromDay, toDay);

/** An early and a late shift, with half an hour's break. */
const demoShifts = [
  { from: "09:00", pause: "12:00", to: "18:00" },
  { from: "12:00", pause: "17:00", to: "21:00" },
] as const;

/** The demo's people were there on the days before today, or effectiveness would say that nobody ever was. */
export async function rememberOnlineDays(ctx: Ctx, staffIds: string[], days: number): Promise<void> {
  const { timeZone } = (await getShop(ctx)).settings;
  const today = localDay(ctx.clock.now(), timeZone);
  for (const [i, staffId] of staffIds.entries()) {
    await queries.insertOnlineDays(ctx.db, ctx.shopId, staffId, today, days);
    const shift = demoShifts[i % demoShifts.length]!;
    await queries.insertShifts(ctx.db, ctx.shopId, staffId, { today, days, timeZone, ...shift });
  }
}
