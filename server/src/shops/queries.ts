import type { QuickPhrase, ShopSettings } from "@yingda/contract/routes/shop";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

type ShopRow = { shop_id: string; has_demo: boolean; settings: ShopSettings };

export const findShop = (db: Db, shopId: string) =>
  firstRow(db, sql<ShopRow>`select shop_id, has_demo, settings from shop where shop_id = ${shopId}`);

export const listShopIds = async (db: Db) =>
  (await rows(db, sql<{ shop_id: string }>`select shop_id from shop order by created_at`)).map((row) => row.shop_id);

export const insertShop = (
  db: Db,
  shop: { shopId: string; settings: ShopSettings; hasDemo: boolean; isReady: boolean; at: Date },
) =>
  rows(
    db,
    sql`insert into shop (shop_id, settings, has_demo, is_ready, created_at)
        values (${shop.shopId}, ${JSON.stringify(shop.settings)}, ${shop.hasDemo}, ${shop.isReady}, ${shop.at})`,
  );

export const markReady = (db: Db, shopId: string) =>
  rows(db, sql`update shop set is_ready = true where shop_id = ${shopId}`);

export const deleteUnready = (db: Db) => rows(db, sql`delete from shop where not is_ready`);

export const lockShop = (tx: Tx, shopId: string) =>
  firstRow(tx, sql<ShopRow>`select shop_id, has_demo, settings from shop where shop_id = ${shopId} for no key update`);

export const updateShop = (db: Db | Tx, shopId: string, changes: Partial<ShopSettings>) =>
  rows(db, sql`update shop set settings = settings || ${JSON.stringify(changes)}::jsonb where shop_id = ${shopId}`);

type Change = { before: Record<string, unknown>; after: Record<string, unknown> };

export const insertMeasureChange = (
  tx: Tx,
  shopId: string,
  change: Change & { at: Date; staffId: string; staffName: string },
) =>
  rows(
    tx,
    sql`
    insert into measure_change (shop_id, number, changed_at, staff_id, staff_name, before, after)
    select ${shopId}, coalesce(max(number), 0) + 1, ${change.at}::timestamptz, ${change.staffId}::uuid, ${change.staffName},
           ${JSON.stringify(change.before)}::jsonb, ${JSON.stringify(change.after)}::jsonb
      from measure_change where shop_id = ${shopId}`,
  );

export const listMeasureChanges = (db: Db, shopId: string, { limit, offset }: { limit: number; offset: number }) =>
  rows(
    db,
    sql<Change & { number: number; at: Date; byName: string }>`
    select number, changed_at as at, staff_name as "byName", before, after from measure_change
     where shop_id = ${shopId} order by number desc limit ${limit} offset ${offset}`,
  );

export const countMeasureChanges = async (db: Db, shopId: string) =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from measure_change where shop_id = ${shopId}`))!.n;

export const clearDemo = (db: Db, shopId: string) =>
  rows(db, sql`update shop set has_demo = false where shop_id = ${shopId}`);

export const listPhrases = (db: Db, shopId: string) =>
  rows(
    db,
    sql<QuickPhrase>`
    select phrase_id as id, shortcut, body as text, category as "group"
      from quick_phrase where shop_id = ${shopId} order by category, shortcut, phrase_id`,
  );

export const countPhrases = async (db: Db, shopId: string) =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from quick_phrase where shop_id = ${shopId}`))!.n;

export const savePhrase = (db: Db, shopId: string, phrase: QuickPhrase, isDemo = false) =>
  rows(
    db,
    sql`
    insert into quick_phrase (shop_id, phrase_id, shortcut, body, category, is_demo)
    values (${shopId}, ${phrase.id}, ${phrase.shortcut}, ${phrase.text}, ${phrase.group}, ${isDemo})
    on conflict (shop_id, phrase_id) do update
       set shortcut = excluded.shortcut, body = excluded.body, category = excluded.category, is_demo = false`,
  );

export const deletePhrase = (db: Db, shopId: string, phraseId: string) =>
  rows(db, sql`delete from quick_phrase where shop_id = ${shopId} and phrase_id = ${phraseId} returning phrase_id`);

export const deleteDemoPhrases = (db: Db, shopId: string) =>
  rows(db, sql`delete from quick_phrase where shop_id = ${shopId} and is_demo`);
