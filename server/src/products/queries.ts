import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

export type ProductRow = {
  product_id: string;
  name: string;
  aliases: string[];
  category: string | null;
  origin: "own" | "demo" | "seen";
};
export type ProductWrite = { productId: string; name: string; aliases: string[]; category: string | null };

const columns = sql`product_id, name, aliases, category, origin`;

type Filter = { search?: string; productId?: string };

function conditionsOf(shopId: string, { search, productId }: Filter) {
  const conditions = [sql`shop_id = ${shopId}`];
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      sql`(name ilike ${like} or product_id ilike ${like} or category ilike ${like} or array_to_string(aliases, ' ') ilike ${like})`,
    );
  }
  if (productId) conditions.push(sql`product_id = ${productId}`);
  return sql.join(conditions, sql` and `);
}

export const listProducts = (db: Db, shopId: string, filter: Filter & { limit: number; offset: number }) =>
  rows(
    db,
    sql<ProductRow>`
    select ${columns} from product where ${conditionsOf(shopId, filter)}
     order by category nulls first, name, product_id limit ${filter.limit} offset ${filter.offset}`,
  );

export const countProducts = async (db: Db, shopId: string, filter: Filter) =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from product where ${conditionsOf(shopId, filter)}`))!.n;

export const listCategories = async (db: Db, shopId: string) =>
  (
    await rows(
      db,
      sql<{ category: string }>`
      select distinct category from product where shop_id = ${shopId} and category is not null order by category`,
    )
  ).map((row) => row.category);

export const findProduct = (db: Db, shopId: string, productId: string) =>
  firstRow(db, sql<ProductRow>`select ${columns} from product where shop_id = ${shopId} and product_id = ${productId}`);

export const listAll = (db: Db, shopId: string) =>
  rows(db, sql<ProductRow>`select ${columns} from product where shop_id = ${shopId} order by product_id`);

export const listNames = (db: Db, shopId: string, productIds: string[]) =>
  rows(
    db,
    sql<{ product_id: string; name: string }>`
    select product_id, name from product where shop_id = ${shopId} and product_id = any(${productIds}::text[])`,
  );

export const writeProducts = (
  db: Db,
  shopId: string,
  products: ProductWrite[],
  { origin, at }: { origin: "own" | "demo"; at: Date },
) =>
  rows(
    db,
    sql`
    insert into product (shop_id, product_id, name, aliases, category, origin, updated_at)
    select ${shopId}::uuid, p."productId", p.name, p.aliases, p.category, ${origin}, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p ("productId" text, name text, aliases text[], category text)
    on conflict (shop_id, product_id) do update
       set name = excluded.name, aliases = excluded.aliases, category = excluded.category,
           origin = excluded.origin, updated_at = excluded.updated_at`,
  );

/** What a person named stays named so. Says what is new or has a better name now. */
export const learnProducts = (
  db: Db,
  shopId: string,
  seen: { productId: string; name: string }[],
  { at, most }: { at: Date; most: number },
) =>
  rows(
    db,
    sql<{ product_id: string }>`
    insert into product (shop_id, product_id, name, origin, updated_at)
    select ${shopId}::uuid, s."productId", s.name, 'seen', ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s ("productId" text, name text)
     where (select count(*) from product where shop_id = ${shopId}) < ${most}
        or exists (select 1 from product p where p.shop_id = ${shopId} and p.product_id = s."productId")
     order by s."productId"
    on conflict (shop_id, product_id) do update
       set name = excluded.name, updated_at = excluded.updated_at
     where product.origin = 'seen' and product.name = product.product_id and excluded.name <> product.product_id
    returning product_id`,
  );

export const deleteProduct = (db: Db, shopId: string, productId: string) =>
  rows(db, sql`delete from product where shop_id = ${shopId} and product_id = ${productId} returning product_id`);

export const deleteDemoProducts = (db: Db, shopId: string) =>
  rows(db, sql`delete from product where shop_id = ${shopId} and origin = 'demo'`);
