/**
 * Claim: the live wall costs the same however long the day and however many look: microseconds an event, a push a second.
 *
 *   npm run bench -- wall [--conversations 20000] [--runs 3]
 *
 * A day of a shop in the embedded PostgreSQL, a tenth of it still open, 100 agents at work. Measured: what one event adds,
 * what one push takes to make (figures, then with the names from the database) and how large it is, and how long the
 * first look after a start takes to count the day from the tables.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import { pino } from "pino";
import { countEvents } from "../server/src/analytics/wall/board.ts";
import { boardsOf } from "../server/src/analytics/wall/boards.ts";
import { countNow, describeNow } from "../server/src/analytics/wall/wall.ts";
import type { Ctx } from "../server/src/context.ts";
import { backfill } from "../server/src/conversations/backfill.ts";
import { applyEvent, emptyState } from "../server/src/conversations/state.ts";
import type { Happenings } from "../server/src/happenings.ts";
import { makeBus } from "../server/src/platform/bus.ts";
import { systemClock } from "../server/src/platform/clock.ts";
import { openDatabase } from "../server/src/platform/db/database.ts";
import { startEmbeddedPostgres } from "../server/src/platform/db/embedded.ts";
import { migrate } from "../server/src/platform/db/migrate.ts";
import { newId } from "../server/src/platform/ids.ts";
import { createShop } from "../server/src/shops/shops.ts";
import { listMembers } from "../server/src/staff/staff.ts";
import { buildStaff } from "../server/src/testing/build.ts";
import { describeMachine } from "./parts/machine.ts";
import { showSpread, showTable } from "./parts/numbers.ts";

const { values: options } = parseArgs({
  options: { conversations: { type: "string", default: "20000" }, runs: { type: "string", default: "3" } },
});
const many = Number(options.conversations);
const runs = Number(options.runs);

const system = { kind: "system" } as const;
const customer = { kind: "customer", id: "c" } as const;
const message: NewEvent = { type: "message.sent", actor: customer, body: { content: { kind: "text", text: "在吗" } } };

const folder = mkdtempSync(join(tmpdir(), "yingda-bench-"));
const embedded = await startEmbeddedPostgres(folder);
await migrate(embedded.url("postgres"));
const database = openDatabase(embedded.url("postgres"));
const log = pino({ level: "error" });
const ground = () => ({ db: database.db, bus: makeBus<Happenings>(log), clock: systemClock, log }) as unknown as Ctx;

console.log(`Machine  ${describeMachine()}`);
console.log(
  `Method   a day of N conversations of 8 events, a tenth of them open, 100 agents; ${runs} runs: median (lowest–highest)\n`,
);
const rows: string[][] = [];
try {
  for (const n of [Math.round(many / 20), many]) rows.push(await measure(n));
} finally {
  await database.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  showTable(["conversations", "first look ms", "event µs", "figures of a push µs", "whole push ms", "frame kB"], rows),
);

async function measure(n: number): Promise<string[]> {
  const shopId = newId();
  await createShop(ground(), { shopId, settings: {}, hasDemo: false });
  const ctx = { ...ground(), shopId };
  const agents: string[] = [];
  for (let i = 0; i < 100; i++) agents.push((await buildStaff(ctx, { name: `客服 ${i}`, capacity: 20 })).actor.id);
  await writeDay(ctx, n, agents);

  const looks: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedMs = performance.now();
    await boardsOf({ ...ctx, bus: makeBus<Happenings>(log) }).get(ctx);
    looks.push(performance.now() - startedMs);
  }
  const { board } = await boardsOf(ctx).get(ctx);
  const members = await listMembers(ctx);
  const [events, figures, pushes]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run++) {
    const heard = Array.from({ length: 10_000 }, () => asHeard(ctx.shopId));
    const heardMs = await took(1, () => {
      for (const one of heard) countEvents(board, one);
    });
    events.push((1000 * heardMs) / heard.length / 3);
    figures.push(1000 * (await took(200, () => countNow(board, members, new Date()))));
    pushes.push(await took(100, async () => JSON.stringify(await describeNow(ctx))));
  }
  const bytes = JSON.stringify(await describeNow(ctx)).length;
  return [
    n.toLocaleString("en-US"),
    showSpread(looks),
    showSpread(events, 1),
    showSpread(figures),
    showSpread(pushes, 1),
    (bytes / 1000).toFixed(1),
  ];
}

async function took(times: number, work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  for (let i = 0; i < times; i++) await work();
  return (performance.now() - startedMs) / times;
}

function eventsOf(agentId: string, isOpen: boolean): NewEvent[] {
  const answer: NewEvent = {
    type: "bot.answered",
    actor: { kind: "bot" },
    body: { outcome: "direct", trigger: "words", inReplyTo: 2, text: "在" },
  };
  return [
    { type: "conversation.started", actor: system, body: { channel: "web" } },
    message,
    answer,
    { type: "human.requested", actor: customer, body: { by: "button" } },
    { type: "queue.entered", actor: system, body: { priority: 0 } },
    { type: "agent.connected", actor: system, body: { agentId } },
    message,
    isOpen ? message : { type: "conversation.closed", actor: system, body: { by: "agent" } },
  ];
}

/** Spread over what has passed of today. */
async function writeDay(ctx: Ctx, n: number, agents: string[]): Promise<void> {
  const { board } = await boardsOf({ ...ctx, bus: makeBus<Happenings>(log) }).get(ctx);
  const sinceMs = board.day.startMs;
  const lengthMs = Date.now() - sinceMs;
  for (let from = 0; from < n; from += 500) {
    const past = Array.from({ length: Math.min(500, n - from) }, (_, i) => {
      const startMs = sinceMs + ((from + i) / n) * lengthMs;
      const events = eventsOf(agents[i % agents.length]!, i % 10 === 0);
      return {
        conversationId: newId(),
        customerId: newId(),
        channel: "web",
        origin: "demo" as const,
        events: events.map((event, j) => ({ ...event, at: new Date(startMs + j * 10).toISOString() })),
      };
    });
    const customers = past.map(({ customerId }) => ({
      customerId,
      name: "客户",
      locale: "zh-CN",
      firstSeenAt: new Date(sinceMs).toISOString(),
    }));
    await backfill(ctx, { customers, conversations: past });
  }
}

/** A customer comes, speaks and goes. */
function asHeard(shopId: string) {
  const at = new Date().toISOString();
  const beginning = { shopId, conversationId: newId(), customerId: "c", channel: "web", origin: "live" as const };
  const events = [
    { type: "conversation.started", actor: system, body: { channel: "web" }, seq: 1, at },
    { ...message, seq: 2, at },
    { type: "conversation.closed", actor: system, body: { by: "customer" }, seq: 3, at },
  ] as ConversationEvent[];
  return { state: events.reduce(applyEvent, emptyState(beginning, at)), events };
}
