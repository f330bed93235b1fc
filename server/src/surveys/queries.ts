import type { SurveyName } from "@yingda/contract/routes/shop";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

/** What is to be asked, and when it was. */

/** Closed live conversations that were not looked at since: what a crash left. */
export const listUndecided = (db: Db, before: Date) =>
  rows(
    db,
    sql<{ shop_id: string; conversation_id: string }>`
    select shop_id, conversation_id from conversation
     where handling = 'closed' and origin = 'live'
       and (surveys_decided_at is null or surveys_decided_at < closed_at) and closed_at < ${before}
     limit 500`,
  );

/** What was asked before a reopening is not asked again; what was dropped because of it, is. */
export const writeDecision = (
  db: Db,
  shopId: string,
  conversation: { conversationId: string; customerId: string; closedAt: string },
  chosen: { survey: SurveyName; dueAt: Date }[],
) =>
  rows(
    db,
    sql`
    with chosen as (
      insert into survey_invitation (shop_id, conversation_id, survey, customer_id, state, due_at)
      select ${shopId}::uuid, ${conversation.conversationId}::uuid, c.survey, ${conversation.customerId}::uuid, 'due', c."dueAt"
        from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as c (survey text, "dueAt" timestamptz)
      on conflict (shop_id, conversation_id, survey) do update
         set state = 'due', due_at = excluded.due_at where survey_invitation.state = 'dropped'
    )
    update conversation set surveys_decided_at = ${conversation.closedAt}
     where shop_id = ${shopId} and conversation_id = ${conversation.conversationId}`,
  );

export type DueInvitation = { shop_id: string; conversation_id: string; customer_id: string; survey: SurveyName };

export const listDue = (db: Db, asOf: Date) =>
  rows(
    db,
    sql<DueInvitation>`
    select shop_id, conversation_id, customer_id, survey from survey_invitation
     where state = 'due' and due_at <= ${asOf} order by due_at limit 500`,
  );

export const listDueOf = (db: Db, shopId: string, conversationId: string, asOf: Date) =>
  rows(
    db,
    sql<DueInvitation>`
    select shop_id, conversation_id, customer_id, survey from survey_invitation
     where shop_id = ${shopId} and conversation_id = ${conversationId} and state = 'due' and due_at <= ${asOf}
     order by array_position(array['csat', 'nps', 'ces'], survey)`,
  );

export const wasInvitedSince = async (db: Db, due: DueInvitation, since: Date) =>
  (await firstRow(
    db,
    sql`
    select 1 from survey_invitation
     where shop_id = ${due.shop_id} and customer_id = ${due.customer_id} and survey = ${due.survey}
       and state = 'invited' and invited_at > ${since} and conversation_id <> ${due.conversation_id} limit 1`,
  )) !== null;

/** False when it was settled already, by whoever else came to it. */
export const settleInvitation = async (db: Db | Tx, due: DueInvitation, state: "invited" | "dropped", at: Date) =>
  (
    await rows(
      db,
      sql`
      update survey_invitation set state = ${state}, invited_at = ${state === "invited" ? at : null}
       where shop_id = ${due.shop_id} and conversation_id = ${due.conversation_id} and survey = ${due.survey}
         and state = 'due' returning 1`,
    )
  ).length > 0;
