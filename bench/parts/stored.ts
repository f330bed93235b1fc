import { withClient } from "../../server/src/testing/cluster.ts";
import type { Acknowledged } from "./customers.ts";

/** Whether the database holds what was acknowledged: every message, gapless numbers, each answered exactly once. */

export type Stored = { settings: string; conversations: number; events: number; faults: string[] };

export function checkStored(databaseUrl: string, acknowledged: readonly Acknowledged[]): Promise<Stored> {
  return withClient(databaseUrl, async (client) => {
    const first = async <T>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows[0] as T;
    const ids = [...new Set(acknowledged.map((one) => one.conversationId))];
    const { missing } = await first<{ missing: number }>(
      `select count(*)::int as missing
         from unnest($1::uuid[], $2::text[], $3::int[]) as a (conversation_id, client_id, seq)
         left join event e using (conversation_id, client_id, seq) where e.type is distinct from 'message.sent'`,
      [
        acknowledged.map((one) => one.conversationId),
        acknowledged.map((one) => one.clientId),
        acknowledged.map((one) => one.seq),
      ],
    );
    const logs = await first<{ events: number; gaps: number }>(
      `select coalesce(sum(n), 0)::int as events, count(*) filter (where n <> last or n <> last_seq)::int as gaps
         from (select conversation_id, count(*) as n, max(seq) as last from event
                where conversation_id = any ($1) group by 1) as log
         join conversation using (conversation_id)`,
      [ids],
    );
    const { wrong } = await first<{ wrong: number }>(
      `select count(*)::int as wrong from (
         select from event q
           left join event a on a.shop_id = q.shop_id and a.conversation_id = q.conversation_id
                and a.type = 'bot.answered' and (a.body ->> 'inReplyTo')::int = q.seq
          where q.conversation_id = any ($1) and q.type = 'message.sent' and q.actor_kind = 'customer'
          group by q.conversation_id, q.seq having count(a.seq) <> 1) as unsound`,
      [ids],
    );
    const { settings } = await first<{ settings: string }>(
      `select string_agg(name || '=' || setting, ', ' order by name) as settings from pg_settings
        where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version')`,
    );
    const faults = [
      ...(missing > 0 ? [`${missing} acknowledged messages are not stored as acknowledged`] : []),
      ...(logs.gaps > 0 ? [`${logs.gaps} conversations have a gap`] : []),
      ...(wrong > 0 ? [`${wrong} messages are not answered exactly once`] : []),
    ];
    return { settings, conversations: ids.length, events: logs.events, faults };
  });
}
