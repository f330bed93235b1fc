import { rows, sql, type Tx } from "../platform/db/database.ts";

/** Agents' own time in each conversation they held, where several share it: measures' shareStints as SQL. */

type Held = { agent_id: string; from_at: Date; to_at: Date };

/** When who held these conversations, as the facts have it now. */
export const listHeld = (tx: Tx, shopId: string, conversationIds: string[]) =>
  rows(
    tx,
    sql<Held>`
    select agent_id, min(connected_at) as from_at, max(ended_at) as to_at from fact_stint
     where shop_id = ${shopId} and conversation_id = any(${conversationIds}::uuid[]) and ended_at is not null
     group by agent_id`,
  );

/**
 * Shares the agents' time anew in the spans in which something may have changed. A stint in such a span may reach out of
 * it, so all it overlaps has to be known as well: `concerned` are written, `present` are looked at. Whole microseconds
 * throughout, as in memory.
 */
export async function shareStints(tx: Tx, shopId: string, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return;
  await rows(
    tx,
    sql`
    with spans as materialized (
      select agent_id, min(from_at) as from_at, max(to_at) as to_at
        from unnest(${held.map((one) => one.agent_id)}::text[], ${held.map((one) => one.from_at)}::timestamptz[],
                    ${held.map((one) => one.to_at)}::timestamptz[]) as h (agent_id, from_at, to_at)
       group by agent_id
    ), concerned as materialized (
      select s.conversation_id, s.seq, s.agent_id, s.connected_at, s.ended_at
        from spans join fact_stint s on s.shop_id = ${shopId} and s.agent_id = spans.agent_id
         and s.ended_at >= spans.from_at and s.connected_at <= spans.to_at
    ), wider as materialized (
      select agent_id, min(connected_at) as from_at, max(ended_at) as to_at from concerned group by agent_id
    ), present as materialized (
      select s.agent_id, s.connected_at, s.ended_at
        from wider join fact_stint s on s.shop_id = ${shopId} and s.agent_id = wider.agent_id
         and s.ended_at >= wider.from_at and s.connected_at <= wider.to_at
    ), steps as (
      select agent_id, at, sum(step) as step
        from (select agent_id, connected_at as at, 1 as step from present
              union all select agent_id, ended_at, -1 from present) as each
       group by agent_id, at
    ), running as (
      select agent_id, at, (sum(step) over until_now)::bigint as held, lead(at) over until_now as next_at from steps
      window until_now as (partition by agent_id order by at)
    ), clock as materialized (
      select agent_id, at, coalesce(sum(case when held > 0 then (extract(epoch from next_at - at) * 1000000)::bigint / held end)
                                      over (partition by agent_id order by at rows between unbounded preceding and 1 preceding), 0)::bigint as micros
        from running
    ), shares as materialized (
      select c.conversation_id, c.seq, ((till.micros - since.micros) / 1000)::float8 / 1000 as seconds
        from concerned c
        join clock since on since.agent_id = c.agent_id and since.at = c.connected_at
        join clock till on till.agent_id = c.agent_id and till.at = c.ended_at
    )
    update fact_stint s set share_seconds = shares.seconds from shares
     where s.shop_id = ${shopId} and s.conversation_id = shares.conversation_id and s.seq = shares.seq
       and s.share_seconds is distinct from shares.seconds`,
  );
}
