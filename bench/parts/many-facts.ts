import type pg from "pg";

/**
 * Facts of a shop with any number of conversations, spread over whole days before a last one, made inside PostgreSQL
 * from numbers alone: the same call gives the same facts. Shares are those of a large shop: of ten conversations six stay
 * with the bot; 200 agents, 5,000 products of which few are asked about much, 40 intents, 34 regions; reply times with a
 * long tail. Only facts: reports read nothing else, so the foreign key to the log is lifted in this scratch database.
 */
export type Volume = { shopId: string; conversations: number; days: number; lastDay: string; salt: number };

const random = `
create or replace function r(i bigint, salt int) returns float8 language sql immutable parallel safe as
$$ select (hashint8extended(i, salt) & 1048575)::float8 / 1048576 $$`;

export async function prepareForMany(client: pg.Client): Promise<void> {
  await client.query(random);
  await client.query(`
    alter table fact_conversation drop constraint if exists fact_conversation_shop_id_conversation_id_fkey;
    alter table fact_conversation disable trigger all`);
}

/** Day by day, so that a day's facts lie together as they do when they are folded. */
export async function insertDay(client: pg.Client, volume: Volume, age: number): Promise<void> {
  const perDay = Math.floor(volume.conversations / volume.days);
  const from = (volume.days - 1 - age) * perDay;
  await client.query(`drop table if exists talk; create unlogged table talk as ${talks(volume, age, from, perDay)}`);
  for (const insert of [conversations, turns, questions, requests, ratings]) await client.query(insert(volume));
}

const shared =
  "shop_id, conversation_id, customer_id, started_at, local_day, start_hour, request_hour, channel, intent, product_id, category, region, question_id, handled_by, sentiment, in_exam_hours";
const values = (shopId: string) =>
  `'${shopId}', conversation_id, customer_id, started_at, local_day, hour, request_hour, channel, intent, product_id, category, region, question_id, handled_by, sentiment, in_exam_hours`;

const talks = ({ salt, lastDay }: Volume, age: number, from: number, perDay: number) => `
  select i, lpad(to_hex(i + ${salt}::bigint * 1000000000), 32, '0')::uuid as conversation_id,
         lpad(to_hex(floor(r(i, 1) * 3000000)::bigint), 32, '0')::uuid as customer_id,
         day as local_day, day + make_interval(hours => hour) as started_at, hour,
         case when handled_by <> 'bot' then hour end as request_hour, handled_by <> 'bot' as is_human,
         (array['web','web','h5','app'])[1 + floor(r(i, 2) * 4)] as channel,
         'intent.' || floor(40 * r(i, 3) ^ 2) as intent,
         case when r(i, 4) < 0.7 then 'p' || product end as product_id,
         case when r(i, 4) < 0.7 then 'c' || product % 60 end as category,
         'region' || floor(34 * r(i, 5)) as region,
         'q' || floor(500 * r(i, 6) ^ 2) as question_id,
         handled_by, (array['positive','neutral','neutral','negative'])[1 + floor(r(i, 7) * 4)] as sentiment,
         case when handled_by <> 'bot' then hour >= 8 end as in_exam_hours,
         'agent' || floor(200 * r(i, 8) ^ 1.3) as agent_id, r(i, 9) as luck, 1 + floor(4 * r(i, 10) ^ 2)::int as turns
    from (select i, date '${lastDay}' - ${age} as day, floor(7 + 16 * r(i, 11) ^ 0.8)::int as hour,
                 (array['bot','bot','bot','bot','bot','bot','both','both','both','human'])[1 + floor(r(i, 12) * 10)] as handled_by,
                 floor(5000 * r(i, 13) ^ 3)::int as product
            from generate_series(${from}::bigint, ${from + perDay - 1}::bigint) i) made`;

const conversations = ({ shopId }: Volume) => `
  insert into fact_conversation (${shared}, ended_at, agent_id, reason, sentiment_point, is_bot, hot_clicks, interactions,
    bot_first_response_seconds, bot_seconds, asked_at_once, is_eligible, is_thumbed_down, has_unknown, ends_unknown,
    ends_unclicked, is_resolved, is_resolved_unless_ends_unknown, is_bounced, has_goal, is_goal_done, is_goal_done_by_bot,
    bot_stars, requests, has_request, is_connected, is_replied, is_offline, is_unserved, human_first_response_seconds,
    handle_seconds, is_transferred, is_reopened, human_stars, is_rated_badly, is_returned, settings_number)
  select ${values(shopId)}, started_at + interval '9 minutes', case when is_human then agent_id end, null,
         case sentiment when 'positive' then 1 when 'negative' then -1 else 0 end, handled_by <> 'human', 0, 1 + turns,
         case when handled_by <> 'human' then round((1 + 2 * r(i, 20))::numeric, 3) end,
         case when handled_by <> 'human' then round((40 * r(i, 21))::numeric, 3) end,
         handled_by = 'human', handled_by <> 'human', luck < 0.04, r(i, 22) < 0.12, false, r(i, 23) < 0.05,
         not is_human and r(i, 22) >= 0.12 and luck >= 0.04, not is_human, false, false, false, false, null,
         is_human::int, is_human, is_human and luck < 0.93, is_human and luck < 0.9, false, is_human and luck between 0.9 and 0.93,
         case when is_human and luck < 0.9 then round(exp(2.5 + 1.1 * (r(i, 24) + r(i, 25) + r(i, 26) - 1.5) * 2)::numeric, 3) end,
         case when is_human and luck < 0.93 then round((120 + 900 * r(i, 27))::numeric, 3) end,
         is_human and r(i, 28) < 0.08, false, case when is_human and r(i, 29) < 0.3 then 1 + floor(5 * r(i, 30) ^ 0.5)::int end,
         is_human and r(i, 29) < 0.03, r(i, 31) < 0.07, 1
    from talk`;

const turns = ({ shopId }: Volume) => `
  insert into fact_turn (${shared}, seq, reply_seq, agent_id, opened_at, closed_at, reply_seconds, capped_seconds,
    is_answered, is_courtesy, is_offline)
  select ${values(shopId)}, 4 * turn, 4 * turn + 1,
         case when r(i * 7 + turn, 40) < 0.1 then 'agent' || floor(200 * r(i, 41)) else agent_id end,
         started_at, started_at, seconds, least(seconds, 600), seconds <> 600, false, false
    from talk, lateral generate_series(1, turns) turn, lateral (select case when r(i * 7 + turn, 42) < 0.03 then 600
         else round(exp(3.2 + 1.1 * (r(i * 7 + turn, 43) + r(i * 7 + turn, 44) + r(i * 7 + turn, 45) - 1.5) * 2)::numeric, 3)::float8 end as seconds) s
   where is_human and luck < 0.93`;

const questions = ({ shopId }: Volume) => `
  insert into fact_question (${shared}, seq, question_seq, trigger, outcome, entry_id, is_chitchat, has_list, is_clicked, is_covered)
  select ${values(shopId)}, 2 * n + 1, 2 * n, 'words', outcome, question_id, outcome = 'chitchat', outcome = 'guided',
         outcome = 'guided' and r(i * 5 + n, 50) < 0.4,
         outcome in ('direct', 'understood') or outcome = 'guided' and r(i * 5 + n, 50) < 0.4
    from talk, lateral generate_series(1, 1 + floor(3 * r(i, 51) ^ 2)::int) n,
         lateral (select (array['direct','direct','direct','understood','understood','guided','unknown','chitchat'])[1 + floor(r(i * 5 + n, 52) * 8)] as outcome) o
   where handled_by <> 'human'`;

const requests = ({ shopId }: Volume) => `
  insert into fact_request (${shared}, seq, at, by, agent_id, outcome, entered_queue, wait_seconds, is_in_time, in_service_hours)
  select ${values(shopId)}, 3, started_at, 'button', case when luck < 0.93 then agent_id end,
         case when luck < 0.93 then 'connected' else 'left' end, true, wait, wait <= 20 and luck < 0.93, hour between 9 and 20
    from talk, lateral (select round((60 * r(i, 60) ^ 3)::numeric, 3)::float8 as wait) w where is_human`;

const ratings = ({ shopId }: Volume) => `
  insert into fact_rating (${shared}, target, at, agent_id, stars, first_stars, is_satisfied, is_dissatisfied, is_im_bad,
    is_first_im_bad, is_valid, reason, is_reason_attitude, is_reason_unsolved, is_reason_slow, is_reason_repeat, is_reason_other, comment)
  select ${values(shopId)}, 'human', started_at, agent_id, stars, stars, stars >= 4, stars <= 2, stars <= 3, stars <= 3,
         luck < 0.9, case when stars <= 3 then (array['attitude','unsolved','slow','repeat','other'])[1 + floor(5 * r(i, 70))] end,
         false, stars <= 3, false, false, false, null
    from talk, lateral (select 1 + floor(5 * r(i, 30) ^ 0.5)::int as stars) s where is_human and luck < 0.93 and r(i, 29) < 0.3`;
