import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { AppError } from "../platform/errors.ts";
import { namesOf } from "../staff/staff.ts";

/** Ratings and survey answers one by one, from the facts that the figures are made of, latest conversation first. */

type Input = InputOf<typeof routes.listSurveyAnswers>;
type Item = ReplyOf<typeof routes.listSurveyAnswers>["items"][number];

type AnswerRow = {
  conversation_id: string;
  customer_name: string;
  survey: Item["survey"];
  target: Item["target"];
  value: number;
  reasons: Item["reasons"];
  comment: string | null;
  via: Item["via"];
  at: Date | null;
  agent_id: string | null;
  started_at: Date;
  /** To the microsecond, which a Date does not hold: what comes after it is asked by it. */
  started_text: string;
  part: string;
};

export async function listSurveyAnswers(ctx: Ctx, input: Input): Promise<ReplyOf<typeof routes.listSurveyAnswers>> {
  const [found, names] = await Promise.all([findAnswers(ctx, input), namesOf(ctx)]);
  const items = found.slice(0, input.pageSize);
  const last = items.at(-1);
  const isMore = found.length > input.pageSize;
  return {
    items: items.map((row) => toItem(row, names)),
    nextCursor: isMore && last ? [last.started_text, last.conversation_id, last.part].join("_") : null,
  };
}

function toItem(row: AnswerRow, names: Map<string, string>): Item {
  return {
    conversationId: row.conversation_id,
    customerName: row.customer_name,
    survey: row.survey,
    target: row.target,
    value: row.value,
    reasons: row.reasons,
    comment: row.comment,
    via: row.via,
    at: row.at?.toISOString() ?? null,
    agentId: row.agent_id,
    // Agents of imported logs are known by the id they had there.
    agentName: row.agent_id && (names.get(row.agent_id) ?? row.agent_id),
    startedAt: row.started_at.toISOString(),
  };
}

/** Stars lie with the ratings, which know their reasons and whom they are for; the two kinds are merged page by page. */
function findAnswers(ctx: Ctx, input: Input): Promise<AnswerRow[]> {
  const cursor = input.cursor === undefined ? null : readCursor(input.cursor);
  const limit = input.pageSize + 1;
  const order = sql`order by started_at desc, conversation_id desc, part desc limit ${limit}`;
  const common = sql`shop_id, conversation_id, started_at, agent_id, at, comment`;
  const reasons = sql`array_remove(array[
    case when is_reason_attitude then 'attitude' end, case when is_reason_unsolved then 'unsolved' end,
    case when is_reason_slow then 'slow' end, case when is_reason_repeat then 'repeat' end,
    case when is_reason_other then 'other' end], null)`;
  return rows(
    ctx.db,
    sql<AnswerRow>`
    with ratings as (
      select ${common}, 'csat' as survey, target, stars as value, ${reasons} as reasons, null as via, target as part
        from fact_rating where ${conditions(ctx, input, cursor, { survey: sql`'csat'`, value: sql`stars`, part: sql`target` })} ${order}
    ), answers as (
      select ${common}, survey, null as target, value, array[]::text[] as reasons, via, survey as part
        from fact_survey where survey <> 'csat' and is_answered
         and ${conditions(ctx, input, cursor, { survey: sql`survey`, value: sql`value`, part: sql`survey` })} ${order}
    ), page as (
      (select * from ratings union all select * from answers) ${order}
    )
    select p.conversation_id, u.name as customer_name, p.survey, p.target, p.value, p.reasons, p.comment,
           coalesce(p.via, asked.via) as via, p.at, p.agent_id, p.started_at, p.part,
           to_char(p.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as started_text
      from page p
      join conversation c using (shop_id, conversation_id)
      join customer u on u.shop_id = c.shop_id and u.customer_id = c.customer_id
      left join fact_survey asked on asked.shop_id = p.shop_id and asked.conversation_id = p.conversation_id
       and asked.survey = p.survey
     order by p.started_at desc, p.conversation_id desc, p.part desc`,
  );
}

type Column = ReturnType<typeof sql>;
type Cursor = { startedAt: string; conversationId: string; part: string };

function conditions(
  ctx: Ctx,
  input: Input,
  cursor: Cursor | null,
  column: { survey: Column; value: Column; part: Column },
): Column {
  const all = [sql`shop_id = ${ctx.shopId}`];
  if (input.survey) all.push(sql`${column.survey} = ${input.survey}`);
  if (input.minValue !== undefined) all.push(sql`${column.value} >= ${input.minValue}`);
  if (input.maxValue !== undefined) all.push(sql`${column.value} <= ${input.maxValue}`);
  if (input.agentId) all.push(sql`agent_id = ${input.agentId}`);
  if (input.from) all.push(sql`local_day >= ${input.from}::date`);
  if (input.to) all.push(sql`local_day <= ${input.to}::date`);
  if (input.hasComment) all.push(sql`(coalesce(comment, '') <> '') = ${input.hasComment === "true"}`);
  if (cursor) {
    const { startedAt, conversationId, part } = cursor;
    all.push(
      sql`(started_at, conversation_id, ${column.part}) < (${startedAt}::timestamptz, ${conversationId}::uuid, ${part})`,
    );
  }
  return sql.join(all, sql` and `);
}

function readCursor(cursor: string): Cursor {
  const [, startedAt, conversationId, part] =
    /^([\dT:.Z-]{27})_([0-9a-f-]{36})_(bot|human|nps|ces)$/.exec(cursor) ?? [];
  if (!startedAt || !conversationId || !part || Number.isNaN(Date.parse(startedAt))) {
    throw new AppError("invalid_input", "cursor: use the nextCursor of the page before.", {}, [
      { path: "cursor", message: "unreadable" },
    ]);
  }
  return { startedAt, conversationId, part };
}
