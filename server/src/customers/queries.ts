import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

export type CustomerRow = {
  customer_id: string;
  name: string;
  locale: string;
  page_url: string | null;
  first_seen_at: Date;
};

export const insertCustomer = (
  db: Db,
  customer: { shopId: string; customerId: string; name: string; locale: string; at: Date },
) =>
  rows(
    db,
    sql`
    insert into customer (shop_id, customer_id, name, locale, first_seen_at)
    values (${customer.shopId}, ${customer.customerId}, ${customer.name}, ${customer.locale}, ${customer.at})`,
  );

export const findCustomer = (db: Db, shopId: string, customerId: string) =>
  firstRow(
    db,
    sql<CustomerRow>`
    select customer_id, name, locale, page_url, first_seen_at from customer where shop_id = ${shopId} and customer_id = ${customerId}`,
  );

export const updateVisit = (db: Db, shopId: string, customerId: string, locale: string, pageUrl: string | null) =>
  firstRow(
    db,
    sql<CustomerRow>`
    update customer set locale = ${locale}, page_url = coalesce(${pageUrl}, page_url)
     where shop_id = ${shopId} and customer_id = ${customerId}
    returning customer_id, name, locale, page_url, first_seen_at`,
  );
