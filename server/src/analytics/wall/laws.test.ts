import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConversationEvent } from "@yingda/contract/events";
import fc from "fast-check";
import type { Ctx } from "../../context.ts";
import { backfill, type PastConversation } from "../../conversations/backfill.ts";
import { applyEvent, emptyState } from "../../conversations/state.ts";
import { firstRow, rows, sql } from "../../platform/db/database.ts";
import { getShop } from "../../shops/shops.ts";
import { buildShop } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import { foldEverything } from "../folding.ts";
import { toPast, visits } from "../random-logs.ts";
import { type Board, countEvents, emptyBoard, turnDay } from "./board.ts";
import { linesOf } from "./day.ts";
import { listHottest } from "./hot-hour.ts";
import { readBoard, readLines } from "./reading.ts";
import { describeNow } from "./wall.ts";

/** Two minutes before midnight in Shanghai; the logs reach from two days before up to now. */
const now = "2026-11-20T15:58:00.000Z";
const { ground, clock } = await openTestGround();
clock.set(now);
/** Each by a customer of their own, who may then leave it open. */
const some = visits(now, 2, { min: 20, max: 60 }).map((found) =>
  found.map((visit, customer) => ({ ...visit, customer })),
);

type Past = ReturnType<typeof toPast>;

/** What has not happened yet is not in the log. */
function upToNow({ customers, conversations }: Past): Past {
  const past = conversations.map((one) => ({ ...one, events: one.events.filter((event) => event.at <= now) }));
  return { customers, conversations: past.filter((one) => one.events.length > 0) };
}

/** A board that was there from the beginning and heard everything in the order it happened. */
async function hearAll(ctx: Ctx, conversations: PastConversation[]): Promise<Board> {
  const heard = conversations
    .flatMap((one) => {
      let state = emptyState({ ...one, shopId: ctx.shopId }, one.events[0]!.at);
      return one.events.map((event, i) => {
        const numbered = { ...event, seq: i + 1 } as ConversationEvent;
        state = applyEvent(state, numbered);
        return { state, events: [numbered] };
      });
    })
    .sort((a, b) => Date.parse(a.events[0]!.at) - Date.parse(b.events[0]!.at));
  const { settings } = await getShop(ctx);
  const board = emptyBoard(settings, new Date(heard[0]!.events[0]!.at));
  for (const one of heard) assert.ok(countEvents(board, one));
  turnDay(board, Date.parse(now));
  return board;
}

/** Everything that is ever shown of a board, in an order of its own. */
const asShown = (board: Board) => ({
  ...board,
  shop: null,
  open: Object.fromEntries([...board.open].sort(([a], [b]) => (a < b ? -1 : 1))),
  waiting: [...board.waiting].map(({ startedMs }) => startedMs).sort(),
  byAgent: Object.fromEntries([...board.byAgent].sort().map(([id, own]) => [id, own.size])),
  byHandling: { ...board.byHandling, closed: 0 },
  hot: listHottest(board.hot, Date.parse(now), 1000),
});

describe("the wall's counts", () => {
  test("heard event by event, and read from the tables: the same board", async () => {
    await fc.assert(
      fc.asyncProperty(some, async (found) => {
        const ctx = await buildShop(ground);
        const past = upToNow(toPast(found.map((visit) => ({ ...visit, isUntimed: false }))));
        // One that is opened again makes a board read anew: see below.
        for (const one of past.conversations)
          one.events = one.events.filter((event) => event.type !== "conversation.reopened");
        await backfill(ctx, past);
        const heard = await hearAll(ctx, past.conversations);
        const read = await readBoard(ctx, async ({ board }) => board);
        assert.deepEqual(asShown(read), asShown(heard));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test("agree with today's facts once everything is folded, imports without times included", async () => {
    await fc.assert(
      fc.asyncProperty(some, async (found) => {
        const ctx = await buildShop(ground);
        await backfill(ctx, upToNow(toPast(found)));
        await foldEverything(ctx);
        const { todayConversations, todayBotOnly, connect } = await describeNow(ctx);
        const facts = await firstRow(
          ctx.db,
          sql<Record<string, number>>`
          select (select count(*) from fact_conversation where shop_id = ${ctx.shopId} and local_day = '2026-11-20') as "todayConversations",
                 (select count(*) from fact_conversation where shop_id = ${ctx.shopId} and local_day = '2026-11-20'
                     and is_bot and not has_request and not is_connected) as "todayBotOnly",
                 count(*) filter (where in_service_hours) as requests,
                 count(*) filter (where in_service_hours and is_in_time) as "inTime"
            from fact_request where shop_id = ${ctx.shopId} and local_day = '2026-11-20'`,
        );
        const { seconds: _, ...connected } = connect;
        assert.deepEqual({ todayConversations, todayBotOnly, ...connected }, { ...facts });
        for (const day of ["2026-11-20", "2026-11-19"]) {
          const { messages: __, ...lines } = await readLines(ctx, day);
          assert.deepEqual(lines, await linesOfFacts(ctx, day));
        }
        const { board } = await readBoard(ctx, async (reading) => reading);
        assert.deepEqual(linesOf(board.day, 0, 1440), await readLines(ctx, "2026-11-20"));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

async function linesOfFacts(ctx: Ctx, day: string) {
  const start = sql`(${day}::timestamp at time zone 'Asia/Shanghai')`;
  const found = await rows(
    ctx.db,
    sql<{ line: "conversations" | "requests" | "connected" | "abandoned"; minute: number }>`
    select line, floor(extract(epoch from at - ${start}) / 60)::int as minute from (
      select 'conversations' as line, started_at as at from fact_conversation where shop_id = ${ctx.shopId} and start_hour is not null
      union all
      select 'requests', at from fact_request where shop_id = ${ctx.shopId}
      union all
      select case outcome when 'left' then 'abandoned' else outcome end, at + wait_seconds * interval '1 second'
        from fact_request where shop_id = ${ctx.shopId} and outcome in ('connected', 'left')
    ) as happened where at >= ${start} and at < ${start} + interval '1 day'`,
  );
  const empty = () => new Array<number>(1440).fill(0);
  const lines = { conversations: empty(), requests: empty(), connected: empty(), abandoned: empty() };
  for (const { line, minute } of found) lines[line][minute]! += 1;
  return lines;
}
