import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

export type CustomerRow = {
  customer_id: string;
  name: string;
  locale: string;
  page_url: string | null;
  email: string | null;
  phone: string | null;
  first_seen_at: Date;
};

const columns = sql.raw("customer_id, name, locale, page_url, email, phone, first_seen_at");

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
    select ${columns} from customer where shop_id = ${shopId} and customer_id = ${customerId}`,
  );

/** What is not told stays as it was. */
export const updateVisit = (
  db: Db,
  shopId: string,
  customerId: string,
  told: { locale: string; pageUrl?: string; name?: string; email?: string; phone?: string },
) =>
  firstRow(
    db,
    sql<CustomerRow>`
    update customer set locale = ${told.locale}, page_url = coalesce(${told.pageUrl ?? null}, page_url),
           name = coalesce(${told.name ?? null}, name), email = coalesce(${told.email ?? null}, email),
           phone = coalesce(${told.phone ?? null}, phone)
     where shop_id = ${shopId} and customer_id = ${customerId}
    returning ${columns}`,
  );
