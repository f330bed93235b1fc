import type { MailDelivery, MailKind, MailProblem } from "@yingda/contract/routes/mailing";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

type SettingsRow = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  user_name: string;
  password_sealed: string | null;
  from_name: string;
  from_address: string;
};

export const findSettings = (db: Db, shopId: string) =>
  firstRow(
    db,
    sql<SettingsRow>`
    select host, port, security, user_name, password_sealed, from_name, from_address
      from mail_settings where shop_id = ${shopId}`,
  );

export const saveSettings = (db: Db, shopId: string, row: SettingsRow) =>
  rows(
    db,
    sql`
    insert into mail_settings (shop_id, host, port, security, user_name, password_sealed, from_name, from_address)
    values (${shopId}, ${row.host}, ${row.port}, ${row.security}, ${row.user_name}, ${row.password_sealed},
            ${row.from_name}, ${row.from_address})
    on conflict (shop_id) do update
       set host = excluded.host, port = excluded.port, security = excluded.security, user_name = excluded.user_name,
           password_sealed = excluded.password_sealed, from_name = excluded.from_name,
           from_address = excluded.from_address`,
  );

export const deleteSettings = (db: Db, shopId: string) =>
  rows(db, sql`delete from mail_settings where shop_id = ${shopId}`);

export type QueuedMail = {
  mailId: string;
  kind: MailKind;
  subject: string;
  html: string;
  text: string;
  recipients: string[];
};

export const addMail = (db: Db | Tx, shopId: string, mail: QueuedMail, at: Date) =>
  rows(
    db,
    sql`
    with one as (
      insert into mail (shop_id, mail_id, kind, subject, html, body_text, created_at)
      values (${shopId}, ${mail.mailId}, ${mail.kind}, ${mail.subject}, ${mail.html}, ${mail.text}, ${at})
      on conflict do nothing returning mail_id
    )
    insert into mail_delivery (shop_id, mail_id, recipient, next_attempt_at)
    select ${shopId}, one.mail_id, recipient, ${at} from one, unnest(${mail.recipients}::text[]) as recipient`,
  );

export type DueRow = {
  shop_id: string;
  mail_id: string;
  recipient: string;
  attempts: number;
  subject: string;
  html: string;
  body_text: string;
  created_at: Date;
};

/** Takes some that are due: nobody else gets them as long as the claim lasts. */
export const claimDue = (db: Db, { at, limit }: { at: Date; limit: number }) =>
  rows(
    db,
    sql<DueRow>`
    with due as materialized (
      select shop_id, mail_id, recipient from mail_delivery
       where state = 'waiting' and next_attempt_at <= ${at}
       order by next_attempt_at limit ${limit} for update skip locked
    ), taken as (
      update mail_delivery d
         set state = 'sending', claimed_at = ${at}, handed_over_at = null, attempts = d.attempts + 1
        from due where d.shop_id = due.shop_id and d.mail_id = due.mail_id and d.recipient = due.recipient
      returning d.shop_id, d.mail_id, d.recipient, d.attempts
    )
    select taken.*, subject, html, body_text, created_at from taken join mail using (shop_id, mail_id)`,
  );

/** What somebody claimed who has not been heard of since: what was not yet handed over is tried again. */
export const releaseAbandoned = (db: Db, claimedBefore: Date) =>
  rows(
    db,
    sql`
    update mail_delivery
       set state = case when handed_over_at is null then 'waiting' else 'unsure' end, problem = 'interrupted', detail = null
     where state = 'sending' and claimed_at < ${claimedBefore}`,
  );

type DeliveryKey = Pick<DueRow, "shop_id" | "mail_id" | "recipient" | "attempts">;

/** False when the claim was lost meanwhile: then it is somebody else's to send. */
export const markHandedOver = async (db: Db, { shop_id, mail_id, recipient, attempts }: DeliveryKey, at: Date) =>
  (
    await rows(
      db,
      sql`
      update mail_delivery set handed_over_at = ${at}
       where shop_id = ${shop_id} and mail_id = ${mail_id} and recipient = ${recipient}
         and state = 'sending' and attempts = ${attempts} returning 1`,
    )
  ).length > 0;

export type Ending =
  | { state: "sent"; at: Date; detail: string }
  | { state: "waiting"; problem: MailProblem; detail: string; nextAttemptAt: Date }
  | { state: "failed" | "unsure"; problem: MailProblem; detail: string };

/** A survey's link lets whoever has it answer, so it is not kept longer than somebody may want it sent again. */
export const endAttempt = (db: Db, { shop_id, mail_id, recipient, attempts }: DeliveryKey, ending: Ending) =>
  rows(
    db,
    sql`
    with ended as (
      update mail_delivery
         set state = ${ending.state}, detail = ${ending.detail},
             problem = ${"problem" in ending ? ending.problem : null},
             sent_at = ${ending.state === "sent" ? ending.at : null}::timestamptz,
             next_attempt_at = coalesce(${ending.state === "waiting" ? ending.nextAttemptAt : null}::timestamptz, next_attempt_at)
       where shop_id = ${shop_id} and mail_id = ${mail_id} and recipient = ${recipient}
         and state = 'sending' and attempts = ${attempts}
      returning shop_id, mail_id, state
    )
    update mail set html = '', body_text = '' from ended
     where mail.shop_id = ended.shop_id and mail.mail_id = ended.mail_id and mail.kind = 'survey' and ended.state = 'sent'`,
  );

type DeliveryRow = Omit<MailDelivery, "createdAt" | "nextAttemptAt" | "sentAt"> & {
  createdAt: Date;
  nextAttemptAt: Date;
  sentAt: Date | null;
};

export const listDeliveries = (
  db: Db,
  shopId: string,
  { kind = null, isStuck = null, limit }: { kind?: MailKind | null; isStuck?: boolean | null; limit: number },
) =>
  rows(
    db,
    sql<DeliveryRow>`
    select mail_id as "mailId", kind, subject, recipient, state, attempts, created_at as "createdAt",
           next_attempt_at as "nextAttemptAt", sent_at as "sentAt", problem, detail
      from mail_delivery join mail using (shop_id, mail_id)
     where shop_id = ${shopId} and (${kind}::text is null or kind = ${kind})
       and (${isStuck}::boolean is null or (state in ('failed', 'unsure')) = ${isStuck})
     order by created_at desc, mail_id desc, recipient limit ${limit}`,
  );

export const retryDelivery = (db: Db, shopId: string, key: { mailId: string; recipient: string }, at: Date) =>
  rows(
    db,
    sql`
    update mail_delivery set state = 'waiting', attempts = 0, next_attempt_at = ${at}
     where shop_id = ${shopId} and mail_id = ${key.mailId} and recipient = ${key.recipient}
       and state in ('failed', 'unsure', 'waiting') returning 1`,
  );

export const countStates = (db: Db, shopId: string, mailIds: string[]) =>
  rows(
    db,
    sql<{ mail_id: string; sent: number; waiting: number; failed: number }>`
    select mail_id, count(*) filter (where state = 'sent') as sent,
           count(*) filter (where state in ('waiting', 'sending')) as waiting,
           count(*) filter (where state in ('failed', 'unsure')) as failed
      from mail_delivery where shop_id = ${shopId} and mail_id = any(${mailIds}::uuid[]) group by mail_id`,
  );

export const deleteOldMail = (db: Db, before: Date) => rows(db, sql`delete from mail where created_at < ${before}`);
