import type { AlertCondition, AlertRuleDraft } from "@yingda/contract/routes/alerts";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import type { RuleState } from "./judging.ts";

export type RuleRow = AlertRuleDraft &
  RuleState & { shop_id: string; id: string; checkedAt: Date | null; lastValue: number | null };

const ruleColumns = sql`
  shop_id, rule_id as id, metric, condition, window_days as "windowDays", minimum_cases as "minimumCases", recipients,
  is_shown as "isShown", language, cool_down_hours as "coolDownHours", is_on as "isOn", state,
  calm_since as "calmSince", last_fired_at as "lastFiredAt", checked_at as "checkedAt", last_value as "lastValue"`;

export const listRules = (db: Db, shopId: string) =>
  rows(db, sql<RuleRow>`select ${ruleColumns} from alert_rule where shop_id = ${shopId} order by created_at, rule_id`);

export const findRule = (db: Db, shopId: string, ruleId: string) =>
  firstRow(db, sql<RuleRow>`select ${ruleColumns} from alert_rule where shop_id = ${shopId} and rule_id = ${ruleId}`);

export const countRules = async (db: Db, shopId: string): Promise<number> =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from alert_rule where shop_id = ${shopId}`))!.n;

export const addRule = (db: Db, shopId: string, id: string, draft: AlertRuleDraft, at: Date) =>
  rows(
    db,
    sql`
    insert into alert_rule (shop_id, rule_id, metric, condition, window_days, minimum_cases, recipients, is_shown,
                            language, cool_down_hours, is_on, created_at)
    values (${shopId}, ${id}, ${draft.metric}, ${JSON.stringify(draft.condition)}, ${draft.windowDays},
            ${draft.minimumCases}, ${draft.recipients}::text[], ${draft.isShown}, ${draft.language},
            ${draft.coolDownHours}, ${draft.isOn}, ${at})`,
  );

/** What it watched before says nothing about what it watches now. */
export const changeRule = async (db: Db, shopId: string, id: string, draft: AlertRuleDraft) =>
  (
    await rows(
      db,
      sql`
      update alert_rule
         set metric = ${draft.metric}, condition = ${JSON.stringify(draft.condition)}, window_days = ${draft.windowDays},
             minimum_cases = ${draft.minimumCases}, recipients = ${draft.recipients}::text[],
             is_shown = ${draft.isShown}, language = ${draft.language}, cool_down_hours = ${draft.coolDownHours},
             is_on = ${draft.isOn}, state = 'calm', calm_since = null, last_fired_at = null, checked_at = null,
             last_value = null
       where shop_id = ${shopId} and rule_id = ${id} returning 1`,
    )
  ).length > 0;

export const deleteRule = async (db: Db, shopId: string, ruleId: string) =>
  (await rows(db, sql`delete from alert_rule where shop_id = ${shopId} and rule_id = ${ruleId} returning 1`)).length >
  0;

/** Rules not looked at since then; taken, so that a second sweep passes them by. */
export const takeDue = (db: Db, { lookedBefore, at, limit }: { lookedBefore: Date; at: Date; limit: number }) =>
  rows(
    db,
    sql<RuleRow>`
    with due as materialized (
      select shop_id, rule_id from alert_rule
       where is_on and (checked_at is null or checked_at <= ${lookedBefore})
       order by checked_at nulls first limit ${limit} for update skip locked
    ), taken as (
      update alert_rule r set checked_at = ${at} from due where r.shop_id = due.shop_id and r.rule_id = due.rule_id
      returning r.*
    )
    select ${ruleColumns} from taken`,
  );

/** False when the rule has been changed or judged by somebody else since it was read. */
export const moveRule = async (tx: Tx, was: RuleRow, now: RuleState & { lastValue: number | null }) =>
  (
    await rows(
      tx,
      sql`
      update alert_rule
         set state = ${now.state}, calm_since = ${now.calmSince}, last_fired_at = ${now.lastFiredAt},
             last_value = ${now.lastValue}
       where shop_id = ${was.shop_id} and rule_id = ${was.id} and state = ${was.state} and checked_at = ${was.checkedAt}
       returning 1`,
    )
  ).length > 0;

export type RaisedAlert = {
  id: string;
  metric: string;
  condition: AlertCondition;
  value: number;
  numerator: number;
  denominator: number | null;
  previous: number | null;
  peerMedian: number | null;
  /** Both included. */
  from: string;
  to: string;
  firedAt: Date;
};

export const addAlert = (tx: Tx, rule: Pick<RuleRow, "shop_id" | "id" | "isShown">, alert: RaisedAlert) =>
  rows(
    tx,
    sql`
    insert into alert (shop_id, alert_id, rule_id, metric, condition, value, numerator, denominator, previous,
                       peer_median, window_from, window_to, is_shown, fired_at)
    values (${rule.shop_id}, ${alert.id}, ${rule.id}, ${alert.metric}, ${JSON.stringify(alert.condition)},
            ${alert.value}, ${alert.numerator}, ${alert.denominator}, ${alert.previous}, ${alert.peerMedian},
            ${alert.from}::date, ${alert.to}::date, ${rule.isShown}, ${alert.firedAt})`,
  );

/** The rule's alerts that are still open. Also when the rule goes or begins anew: nobody would end them. */
export const endAlerts = (db: Db | Tx, shopId: string, ruleId: string, at: Date) =>
  rows(
    db,
    sql`
    update alert set recovered_at = ${at}
     where shop_id = ${shopId} and rule_id = ${ruleId} and recovered_at is null`,
  );

export type AlertRow = RaisedAlert & { recoveredAt: Date | null };

export const listAlerts = (db: Db, shopId: string, ask: { since: Date; onlyShown: boolean; limit: number }) =>
  rows(
    db,
    sql<AlertRow>`
    select alert_id as id, metric, condition, value, numerator, denominator, previous, peer_median as "peerMedian",
           window_from::text as "from", window_to::text as "to", fired_at as "firedAt", recovered_at as "recoveredAt"
      from alert
     where shop_id = ${shopId} and fired_at >= ${ask.since} and (is_shown or not ${ask.onlyShown})
     order by fired_at desc, alert_id desc limit ${ask.limit}`,
  );

export const countUnseen = async (db: Db, shopId: string, staffId: string, since: Date): Promise<number> =>
  (await firstRow(
    db,
    sql<{ n: number }>`
    select count(*) as n from alert
     where shop_id = ${shopId} and is_shown and fired_at >= ${since}
       and fired_at > coalesce((select seen_at from alert_seen where shop_id = ${shopId} and staff_id = ${staffId}), '-infinity')`,
  ))!.n;

export const markSeen = (db: Db, shopId: string, staffId: string, at: Date) =>
  rows(
    db,
    sql`
    insert into alert_seen (shop_id, staff_id, seen_at) values (${shopId}, ${staffId}, ${at})
    on conflict (shop_id, staff_id) do update set seen_at = greatest(alert_seen.seen_at, excluded.seen_at)`,
  );

export const deleteOldAlerts = (db: Db, before: Date) => rows(db, sql`delete from alert where fired_at < ${before}`);
