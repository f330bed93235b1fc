import type { StaffStatus } from "@yingda/contract/routes/session";
import type { Ctx, Ground } from "../context.ts";
import { localDay } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import * as queries from "./queries.ts";

/** Whether somebody is there to serve. Who closes every window goes offline after a while, not at once: pages reload. */

const goneAfterMs = 90_000;

export async function setStatus(ctx: Ctx, staffId: string, status: StaffStatus): Promise<void> {
  const at = ctx.clock.now();
  await queries.updateStatus(ctx.db, ctx.shopId, staffId, status, at);
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

export const countOnlineDays = (ctx: Ctx, fromDay: string, toDay: string): Promise<number> =>
  queries.countOnlineDays(ctx.db, ctx.shopId, fromDay, toDay);

/** The demo's people were there on the days before today, or effectiveness would say that nobody ever was. */
export async function rememberOnlineDays(ctx: Ctx, staffIds: string[], days: number): Promise<void> {
  const { settings } = await getShop(ctx);
  const today = localDay(ctx.clock.now(), settings.timeZone);
  for (const staffId of staffIds) await queries.insertOnlineDays(ctx.db, ctx.shopId, staffId, today, days);
}
