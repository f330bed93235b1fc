import { tmpdir } from "node:os";
import type { Dimension } from "@yingda/contract/figures";
import { catalogue } from "@yingda/measures/catalogue";
import { getDimension } from "@yingda/measures/dimensions";
import type { ConversationLog } from "@yingda/measures/fold";
import type { Span } from "@yingda/measures/golden/config";
import {
  averageResponse,
  endOfTime,
  type Figures,
  type GivenReason,
  imDissatisfaction,
  turnCuts,
} from "@yingda/measures/golden/figures";
import type { OpenSet } from "@yingda/measures/golden/run";
import { type Group, nobody } from "@yingda/measures/impact";
import { readLocalTime } from "@yingda/measures/local-time";
import { eq, type Metric } from "@yingda/measures/metric";
import { pino } from "pino";
import { v5 } from "uuid";
import { type Ctx, type Ground, inShop } from "../../context.ts";
import { backfill, type PastConversation } from "../../conversations/backfill.ts";
import { openEventLog } from "../../conversations/event-log.ts";
import type { Happenings } from "../../happenings.ts";
import { makeBus } from "../../platform/bus.ts";
import { type Database, rows, sql } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { addDays } from "../../platform/local-time.ts";
import { openFileStore } from "../../platform/storage.ts";
import { createShop } from "../../shops/shops.ts";
import { evaluate } from "../evaluate.ts";
import { tableOf } from "../fact-tables.ts";
import { foldEverything } from "../folding.ts";
import { compilePredicate, inWindow, type Window } from "../sql.ts";
import { sumUp, toMeasured } from "../sums.ts";

/** The figures of a golden set the way a shop's come about: events in tables, folded into facts, measured by SQL. */

type BothFigures = { now: Figures; before: Figures };

export async function measureInTables(database: Database, set: OpenSet): Promise<BothFigures> {
  const ground = layGround(database);
  const [now, before] = await Promise.all([
    measureWindow(ground, set, set.now, set.config.window),
    measureWindow(ground, set, set.before, set.config.previous_window),
  ]);
  return { now, before };
}

/** A golden set is a finished log, so it is looked at from the end of time. */
function layGround(database: Database): Ground {
  const log = pino({ level: "error" }, pino.destination(2));
  const clock = { now: () => new Date(endOfTime) };
  const bus = makeBus<Happenings>(log);
  const eventLog = openEventLog({ pool: database.pool, clock, bus });
  return { db: database.db, eventLog, bus, clock, log, files: openFileStore(tmpdir()), publicUrl: "" };
}

const conversationsAtOnce = 500;

/** Each window is a shop of its own: a set's windows are instants and need not be whole local days. */
async function measureWindow(
  ground: Ground,
  { settings }: OpenSet,
  logs: readonly ConversationLog[],
  span: Span | undefined,
): Promise<Figures> {
  const shopId = newId();
  await createShop(ground, { shopId, settings: {}, hasDemo: false });
  const ctx = inShop(ground, shopId);
  for (let i = 0; i < logs.length; i += conversationsAtOnce) {
    const some = logs.slice(i, i + conversationsAtOnce).map((log) => toPast(shopId, log));
    await backfill(ctx, { customers: some.map(customerOf), conversations: some });
  }
  await foldEverything(ctx, settings);
  return measure(ctx, findDays(span, settings.timeZone));
}

/** A customer has one open conversation at most, and a set need not close its; so each has a customer of its own. */
function toPast(shopId: string, { conversationId, events }: ConversationLog): PastConversation {
  const started = events.find((event) => event.type === "conversation.started");
  return {
    conversationId: v5(conversationId, shopId),
    customerId: v5(`customer of ${conversationId}`, shopId),
    channel: started?.body.channel ?? "unknown",
    origin: "import",
    events: [...events],
  };
}

const customerOf = ({ customerId, events }: PastConversation) => ({
  customerId,
  name: customerId,
  locale: "zh-CN",
  firstSeenAt: events[0]!.at,
});

/** The local days that the window touches. */
function findDays(span: Span | undefined, timeZone: string): Window {
  const dayOf = (atMs: number) => readLocalTime(atMs, timeZone).day;
  if (!span) return { from: "1970-01-01", to: "1970-01-01" };
  return {
    from: dayOf(Date.parse(span.start)),
    to: addDays(dayOf(Date.parse(span.end_exclusive) - 1), 1),
  };
}

async function measure(ctx: Ctx, window: Window): Promise<Figures> {
  const [measured, turns, badRatingsByAgent, reasons] = await Promise.all([
    evaluate(ctx, catalogue, window),
    Promise.all(turnCuts.map(async (cut) => [cut, await group(ctx, averageResponse, cuts[cut], window)] as const)),
    group(ctx, imDissatisfaction, "agent", window),
    countReasons(ctx, window),
  ]);
  return { measured, turns: Object.fromEntries(turns) as Figures["turns"], badRatingsByAgent, reasons };
}

const cuts = { agentId: "agent", intent: "intent", productId: "product" } as const;

async function group(ctx: Ctx, metric: Metric, by: Dimension, window: Window): Promise<ReadonlyMap<string, Group>> {
  const groups = new Map<string, Group>();
  for (const { keys, parts } of await sumUp(ctx, metric.fact, [metric], [getDimension(by)], { window })) {
    const { numerator, denominator } = toMeasured(metric, parts[0]!);
    if (!denominator) continue;
    const key = keys[0] ?? nobody;
    const known = groups.get(key) ?? { n: 0, sum: 0 };
    groups.set(key, { n: known.n + denominator, sum: known.sum + numerator });
  }
  return groups;
}

const countReasons = (ctx: Ctx, window: Window) =>
  rows(
    ctx.db,
    sql<GivenReason>`
    select reason, comment, count(*) as count from ${tableOf("rating")}
     where ${inWindow(ctx.shopId, window)} and ${compilePredicate("rating", imDissatisfaction.where)}
       and ${compilePredicate("rating", eq("isImBad", true))} and reason is not null
     group by reason, comment`,
  );
