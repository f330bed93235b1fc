import type { Lines } from "@yingda/contract/live";
import type { Ctx } from "../../context.ts";
import { type Db, firstRow, rows, sql, type Tx } from "../../platform/db/database.ts";
import { getShop } from "../../shops/shops.ts";
import { type Board, emptyBoard, newcomer, place, type Standing } from "./board.ts";
import { type Asking, countRequest, linesOf, openDay, type WallDay } from "./day.ts";
import { countAsked, hotForMs } from "./hot-hour.ts";

/**
 * A board, and the lines of an earlier day, from the tables: at the first look after a start, and whenever logs came or
 * went that nobody told of. Costs as much as that day's conversations; the database does the counting.
 */

/** `hasLastSeqs`: of conversations that moved meanwhile, what this reading has seen of them. */
export type Reading = {
  board: Board;
  lastSeqsOf: (conversationIds: readonly string[]) => Promise<Map<string, number>>;
};

/** Everything is read at one instant; `use` may ask further about that instant. */
export function readBoard<T>(ctx: Ctx, use: (reading: Reading) => Promise<T>): Promise<T> {
  return ctx.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const { settings } = await getShop(ctx);
      const now = ctx.clock.now();
      const board = emptyBoard(settings, now);
      const { day } = board;
      const touched = sql`last_event_at >= ${new Date(day.startMs)}`;
      const standing = await listOpen(tx, ctx.shopId);
      const open = new Map(
        standing.map(({ id, startedMs, lastSeq, isTimed, hasBot }) => [
          id,
          { ...newcomer(startedMs), lastSeq, isTimed, hasBot },
        ]),
      );
      await countDay(tx, ctx.shopId, { day, touched, open });
      for (const one of standing) {
        const conversation = open.get(one.id)!;
        // The day's total has it already.
        conversation.isBotOnly = one.hasBot && !one.humanRequested && !one.hadAgent;
        place(board, one.id, conversation, one);
      }
      const sinceMs = now.getTime() - hotForMs;
      for (const { entryId, minute, asked } of await listAsked(tx, ctx.shopId, new Date(sinceMs)))
        countAsked(board.hot, entryId, minute * 60_000, asked);
      return use({ board, lastSeqsOf: (ids) => listLastSeqs(tx, ctx.shopId, ids) });
    });
}

/** A conversation that went on for more than two days is left out of an earlier day's lines. */
export async function readLines(ctx: Ctx, day: string): Promise<Lines> {
  const { settings } = await getShop(ctx);
  const counted = openDay(day, settings);
  const [start, end] = [new Date(counted.startMs), new Date(counted.endMs)];
  const early = new Date(counted.startMs - 2 * 86_400_000);
  const touched = sql`started_at >= ${early} and started_at < ${end} and last_event_at >= ${start}`;
  await countDay(ctx.db, ctx.shopId, { day: counted, touched, open: new Map() });
  return linesOf(counted, 0, counted.minutes.messages.length);
}

type Sql = ReturnType<typeof sql>;

/** `touched` picks the conversations in which something happened on the day. */
async function countDay(
  db: Db | Tx,
  shopId: string,
  { day, touched, open }: { day: WallDay; touched: Sql; open: ReadonlyMap<string, Asking> },
): Promise<void> {
  const [start, end] = [new Date(day.startMs), new Date(day.endMs)];
  const totals = await firstRow(
    db,
    sql<{ conversations: number; botOnly: number }>`
    select count(*) as conversations,
           count(*) filter (where not human_requested and not had_agent and ${hasBot}) as "botOnly"
      from conversation c where shop_id = ${shopId} and started_at >= ${start} and started_at < ${end}`,
  );
  Object.assign(day, totals);

  const byMinute = await rows(
    db,
    sql<{ line: "conversations" | "messages"; minute: number; n: number }>`
    with touched as materialized (
      select conversation_id, started_at from conversation c where shop_id = ${shopId} and ${touched} and ${isTimed}
    )
    select 'conversations' as line, ${minuteSince(start, sql`started_at`)} as minute, count(*)::int as n from touched
     where started_at >= ${start} and started_at < ${end} group by 2
    union all
    select 'messages', ${minuteSince(start, sql`e.at`)}, count(*)::int
      from touched t join event e on e.shop_id = ${shopId} and e.conversation_id = t.conversation_id
     where e.at >= ${start} and e.at < ${end} and e.type in ('message.sent', 'bot.answered', 'offline_message.left')
     group by 2`,
  );
  for (const { line, minute, n } of byMinute) day.minutes[line][minute] = n;

  // Requests and their ends are counted here, event by event, as they are when they happen.
  const ended = new Map<string, Asking>();
  for (const event of await listRequestEvents(db, shopId, touched)) {
    const asking = open.get(event.id) ??
      ended.get(event.id) ?? { ...newcomer(event.startedMs), isTimed: event.isTimed };
    if (!open.has(event.id)) ended.set(event.id, asking);
    countRequest(day, asking, event);
  }
}

/** Of conversations of that day, and of those still open: who waits since yesterday waits today. */
const listRequestEvents = (db: Db | Tx, shopId: string, touched: Sql) =>
  rows(
    db,
    sql<{ id: string; startedMs: number; isTimed: boolean; type: string; atMs: number }>`
    with asked as materialized (
      select conversation_id, started_at, ${isTimed} as is_timed from conversation c
       where shop_id = ${shopId} and human_requested and ${touched}
      union
      select conversation_id, started_at, ${isTimed} from conversation c
       where shop_id = ${shopId} and human_requested and handling <> 'closed'
    )
    select e.conversation_id as id, ${inMs(sql`a.started_at`)} as "startedMs", a.is_timed as "isTimed", e.type,
           ${inMs(sql`e.at`)} as "atMs"
      from asked a join event e on e.shop_id = ${shopId} and e.conversation_id = a.conversation_id
     where e.type in ('human.requested', 'agent.connected', 'queue.left', 'queue.rejected', 'conversation.closed')
     order by e.conversation_id, e.seq`,
  );

const listOpen = (db: Db | Tx, shopId: string) =>
  rows(
    db,
    sql<{ id: string; startedMs: number; lastSeq: number; isTimed: boolean; hasBot: boolean } & Standing>`
    select conversation_id as id, ${inMs(sql`started_at`)} as "startedMs", last_seq as "lastSeq", handling,
           agent_id as "agentId", had_agent as "hadAgent", human_requested as "humanRequested",
           ${iso(sql`queued_at`)} as "queuedAt", ${iso(sql`waiting_since`)} as "waitingSince",
           ${isTimed} as "isTimed", ${hasBot} as "hasBot"
      from conversation c where shop_id = ${shopId} and handling <> 'closed'`,
  );

const listAsked = (db: Db | Tx, shopId: string, since: Date) =>
  rows(
    db,
    sql<{ entryId: string; minute: number; asked: number }>`
    select e.body ->> 'entryId' as "entryId", floor(extract(epoch from e.at) / 60)::int as minute, count(*)::int as asked
      from conversation c join event e on e.shop_id = c.shop_id and e.conversation_id = c.conversation_id
     where c.shop_id = ${shopId} and c.last_event_at >= ${since} and e.at >= ${since}
       and e.type = 'bot.answered' and e.body ? 'entryId'
     group by 1, 2 order by 2`,
  );

async function listLastSeqs(db: Db | Tx, shopId: string, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await rows(
    db,
    sql<{ id: string; lastSeq: number }>`
    select conversation_id as id, last_seq as "lastSeq" from conversation
     where shop_id = ${shopId} and conversation_id = any (${ids}::uuid[])`,
  );
  return new Map(found.map(({ id, lastSeq }) => [id, lastSeq]));
}

/** Live logs have times; imported ones say so in their first event when they have none. */
const isTimed = sql`(c.origin = 'live' or not exists (
  select from event e where e.shop_id = c.shop_id and e.conversation_id = c.conversation_id and e.type = 'conversation.started'
     and (e.body ->> 'untimed')::boolean))`;

const hasBot = sql`exists (
  select from event e where e.shop_id = c.shop_id and e.conversation_id = c.conversation_id
     and e.type in ('bot.answered', 'hot_question.clicked'))`;

const minuteSince = (start: Date, at: Sql): Sql =>
  sql`floor(extract(epoch from ${at} - ${start}::timestamptz) / 60)::int`;
const inMs = (at: Sql): Sql => sql`floor(extract(epoch from ${at}) * 1000)::float8`;
const iso = (at: Sql): Sql => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
