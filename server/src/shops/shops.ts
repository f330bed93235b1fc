import { type Shop, type ShopSettings, shopSettings } from "@yingda/contract/routes/shop";
import type { Ctx, Ground, StaffActor } from "../context.ts";
import { notFound } from "../platform/errors.ts";
import { defaultSettings } from "./default-settings.ts";
import { noteMeasureChange } from "./measure-changes.ts";
import * as queries from "./queries.ts";
import { keyOfShop } from "./shop-key.ts";

/** The shop and its settings. It knows nothing of what is done with them. */

export type ShopRecord = { shopId: string; hasDemo: boolean; settings: ShopSettings };

/** Settings are asked for with every message, and change a few times a year. */
const known = new WeakMap<object, Map<string, Promise<ShopRecord>>>();

export function getShop(ctx: Pick<Ground, "db" | "bus"> & { shopId: string }): Promise<ShopRecord> {
  let cache = known.get(ctx.bus);
  if (!cache) {
    const fresh = new Map<string, Promise<ShopRecord>>();
    ctx.bus.on("shop.changed", ({ shopId }) => fresh.delete(shopId));
    known.set(ctx.bus, fresh);
    cache = fresh;
  }
  const cached = cache.get(ctx.shopId);
  if (cached) return cached;
  // The reading itself is what is kept: one that began before a change is thrown away by it, not kept after it.
  const reading = readShop(ctx);
  const kept = cache;
  kept.set(ctx.shopId, reading);
  reading.catch(() => {
    if (kept.get(ctx.shopId) === reading) kept.delete(ctx.shopId);
  });
  return reading;
}

async function readShop(ctx: Pick<Ground, "db"> & { shopId: string }): Promise<ShopRecord> {
  const row = await queries.findShop(ctx.db, ctx.shopId);
  if (!row) throw notFound("shop");
  return { shopId: row.shop_id, hasDemo: row.has_demo, settings: readSettings(row.settings) };
}

/** Settings added by a newer version get their default. */
const readSettings = (stored: object): ShopSettings => shopSettings.parse({ ...defaultSettings, ...stored });

export async function describeShop(ctx: Ctx): Promise<Shop> {
  const { hasDemo, settings } = await getShop(ctx);
  return { id: ctx.shopId, widgetKey: keyOfShop(ctx.shopId), hasDemo, settings };
}

export async function createShop(
  ground: Pick<Ground, "db" | "clock">,
  {
    shopId,
    settings,
    hasDemo,
    isReady = true,
  }: { shopId: string; settings: Partial<ShopSettings>; hasDemo: boolean; isReady?: boolean },
): Promise<void> {
  await queries.insertShop(ground.db, {
    shopId,
    settings: { ...defaultSettings, ...settings },
    hasDemo,
    isReady,
    at: ground.clock.now(),
  });
}

/** A person's change of what the figures are reckoned by is kept; what the program sets up is no change. */
export async function changeSettings(ctx: Ctx & { actor?: StaffActor }, changes: Partial<ShopSettings>): Promise<Shop> {
  await ctx.db.transaction().execute(async (tx) => {
    const row = await queries.lockShop(tx, ctx.shopId);
    if (!row) throw notFound("shop");
    await queries.updateShop(tx, ctx.shopId, changes);
    if (!ctx.actor) return;
    const [before, after] = [readSettings(row.settings), readSettings({ ...row.settings, ...changes })];
    await noteMeasureChange(ctx, tx, { before, after, by: ctx.actor });
  });
  ctx.bus.tell("shop.changed", { shopId: ctx.shopId });
  return describeShop(ctx);
}

export async function markDemoGone(ctx: Ctx, settings: Partial<ShopSettings>): Promise<void> {
  await queries.clearDemo(ctx.db, ctx.shopId);
  ctx.bus.tell("shop.changed", { shopId: ctx.shopId });
  await changeSettings(ctx, settings);
}

export const markReady = (ctx: Ctx) => queries.markReady(ctx.db, ctx.shopId);

/** What an interrupted first start left: half a demo would stay for ever. */
export const deleteUnreadyShops = (ground: Pick<Ground, "db">) => queries.deleteUnready(ground.db);

export const listShopIds = (ground: Pick<Ground, "db">): Promise<string[]> => queries.listShopIds(ground.db);
