import type { QuickPhrase, ShopSettings } from "@yingda/contract/routes/shop";
import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

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

export const updateShop = (db: Db, shopId: string, changes: Partial<ShopSettings>) =>
  rows(db, sql`update shop set settings = settings || ${JSON.stringify(changes)}::jsonb where shop_id = ${shopId}`);

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
