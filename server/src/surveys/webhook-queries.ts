import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

/** The webhook's address, and what was handed to it. */

export const findWebhook = (db: Db, shopId: string) =>
  firstRow(db, sql<{ url: string; secret: string }>`select url, secret from survey_webhook where shop_id = ${shopId}`);

export const saveWebhook = (db: Db, shopId: string, { url, secret }: { url: string; secret: string }) =>
  rows(
    db,
    sql`
    insert into survey_webhook (shop_id, url, secret) values (${shopId}, ${url}, ${secret})
    on conflict (shop_id) do update set url = excluded.url, secret = excluded.secret`,
  );

export const insertDelivery = (
  db: Tx,
  shopId: string,
  delivery: { deliveryId: string; conversationId: string; survey: string; body: object; at: Date },
) =>
  rows(
    db,
    sql`
    insert into survey_delivery (shop_id, delivery_id, conversation_id, survey, state, body, next_at, changed_at)
    values (${shopId}, ${delivery.deliveryId}, ${delivery.conversationId}, ${delivery.survey}, 'waiting',
            ${JSON.stringify(delivery.body)}, ${delivery.at}, ${delivery.at})
    on conflict (shop_id, conversation_id, survey) do nothing`,
  );

export type Delivery = { shop_id: string; delivery_id: string; body: object; attempts: number };

/**
 * Takes what is due, once among all nodes: it is not due again until `again`, by when it has long been settled, unless
 * whoever took it has died.
 */
export const takeDeliveries = (db: Db, asOf: Date, again: Date, limit: number) =>
  rows(
    db,
    sql<Delivery>`
    update survey_delivery d set attempts = d.attempts + 1, next_at = ${again}
      from (select shop_id, delivery_id from survey_delivery where state = 'waiting' and next_at <= ${asOf}
             order by next_at limit ${limit} for update skip locked) as due
     where d.shop_id = due.shop_id and d.delivery_id = due.delivery_id
    returning d.shop_id, d.delivery_id, d.body, d.attempts`,
  );

/** The body goes with the last attempt. */
export const settleDelivery = (
  db: Db,
  { shop_id, delivery_id }: Delivery,
  to: { state: "waiting" | "sent" | "failed"; nextAt: Date; at: Date; status: number | null; error: string | null },
) =>
  rows(
    db,
    sql`
    update survey_delivery
       set state = ${to.state}, next_at = ${to.nextAt}, changed_at = ${to.at}, status = ${to.status}, error = ${to.error},
           body = case when ${to.state} = 'waiting' then body end
     where shop_id = ${shop_id} and delivery_id = ${delivery_id}`,
  );

export const listDeliveries = (db: Db, shopId: string, limit: number) =>
  rows(
    db,
    sql<{
      changed_at: Date;
      state: "waiting" | "sent" | "failed";
      attempts: number;
      status: number | null;
      error: string | null;
      conversation_id: string;
    }>`
    select changed_at, state, attempts, status, error, conversation_id from survey_delivery
     where shop_id = ${shopId} order by changed_at desc limit ${limit}`,
  );
