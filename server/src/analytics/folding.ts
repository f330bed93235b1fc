import { setImmediate as nextTurn } from "node:timers/promises";
import type { ConversationEvent } from "@yingda/contract/events";
import { emptyFacts, type Facts } from "@yingda/measures/facts";
import { fold } from "@yingda/measures/fold";
import type { MeasureSettings } from "@yingda/measures/settings";
import type { Ctx, Ground } from "../context.ts";
import { writeDoneSeqs } from "../conversations/done-seqs.ts";
import { toEvent } from "../conversations/rows.ts";
import type { Tx } from "../platform/db/database.ts";
import { factNames } from "./fact-tables.ts";
import { fingerprintOf, getMeasureSettings } from "./measure-settings.ts";
import * as queries from "./queries.ts";
import { listHeld, shareStints } from "./share-stints.ts";

/**
 * Keeps the facts true to the logs: what grew, what time or a setting has changed, is folded again and written whole.
 * It measures nothing itself, and forgets nothing: what is to be folded is always found from the tables.
 */

const conversationsAtOnce = 500;
/** However long the conversations are, no more of their events than this are in memory together (one log is never split). */
const eventsAtOnce = 20_000;

/**
 * Until nothing is left to fold in the shop, without waiting for anybody to finish speaking. `settings` stand in for
 * the shop's own, for figures by definitions that no shop has chosen.
 */
export async function foldEverything(ctx: Ctx, settings?: MeasureSettings): Promise<void> {
  while ((await foldNext(ctx, 0, settings)).isMore);
}

/** Shops with something to fold. Of a conversation in full swing, what was said in the last `quietMs` can wait. */
export const listShopsToFold = (ground: Ground, quietMs: number): Promise<string[]> =>
  queries.listShopsToFold(ground.db, { asOf: ground.clock.now(), quietMs });

/**
 * Folds the next few hundred conversations of a shop; says whether there are more. One fold at a time runs in a shop, and it reads
 * the logs behind that lock, so facts never go back to an older state of a log.
 */
export function foldNext(ctx: Ctx, quietMs: number, given?: MeasureSettings): Promise<{ isMore: boolean }> {
  return ctx.db.transaction().execute(async (tx) => {
    const { number: settingsNumber, settings } = await adoptSettings(ctx, tx, given);
    const { returnHours } = settings;
    const asOf = ctx.clock.now();
    const stale = { asOf, quietMs, returnHours, settingsNumber, limit: conversationsAtOnce };
    const unfolded = await queries.listUnfolded(tx, ctx.shopId, stale);
    if (unfolded.length === 0) return { isMore: false };
    const chosen = takeWhileSmall(unfolded);
    const ids = chosen.map((one) => one.conversation_id);
    const logs = Map.groupBy(await queries.listLogs(tx, ctx.shopId, ids), (row) => row.conversation_id);
    const facts = emptyFacts();
    const folded: { conversationId: string; seq: number }[] = [];
    for (const [i, one] of chosen.entries()) {
      // Customers' messages are not to wait for a whole batch.
      if (i % 50 === 49) await nextTurn();
      const events = (logs.get(one.conversation_id) ?? []).map((row) => toEvent(row) as ConversationEvent);
      folded.push({ conversationId: one.conversation_id, seq: Math.max(one.last_seq, events.at(-1)?.seq ?? 0) });
      const done = tryFold(ctx, one, events, settings, asOf);
      if (done) addFacts(facts, done, settingsNumber);
    }
    const heldBefore = await listHeld(tx, ctx.shopId, ids);
    await writeFacts(tx, ctx.shopId, ids, facts);
    if (chosen.length >= conversationsAtOnce / 10) await queries.learnSizes(tx, chosen.length);
    await queries.linkContacts(tx, ctx.shopId, ids, { asOf, returnHours });
    await shareStints(tx, ctx.shopId, [...heldBefore, ...(await listHeld(tx, ctx.shopId, ids))]);
    // Last, because from here on whoever appends to these conversations waits for the commit.
    await writeDoneSeqs(tx, ctx.shopId, "folded", folded);
    return { isMore: chosen.length < unfolded.length || unfolded.length === conversationsAtOnce };
  });
}

/** Changed settings make every fact of the shop stale. */
async function adoptSettings(
  ctx: Ctx,
  tx: Tx,
  given: MeasureSettings | undefined,
): Promise<{ number: number; settings: MeasureSettings }> {
  const known = await queries.lockFacts(tx, ctx.shopId);
  const settings = given ?? (await getMeasureSettings(ctx));
  const fingerprint = fingerprintOf(settings);
  if (fingerprint === known.settings) return { number: known.number, settings };
  const adopted = { number: known.number + 1, fingerprint, returnHours: settings.returnHours };
  await queries.writeSettings(tx, ctx.shopId, adopted);
  return { number: known.number + 1, settings };
}

function takeWhileSmall(unfolded: queries.Unfolded[]): queries.Unfolded[] {
  let events = 0;
  return unfolded.filter((one, i) => {
    events += one.last_seq;
    return i === 0 || events <= eventsAtOnce;
  });
}

type Folded = { facts: Facts; turnDueAt: string | null };

/** One log that can't be folded must not keep the shop's others unmeasured; it is tried again when it grows. */
function tryFold(
  ctx: Ctx,
  one: queries.Unfolded,
  ...rest: [ConversationEvent[], MeasureSettings, Date]
): Folded | null {
  try {
    return foldOne(one, ...rest);
  } catch (error) {
    ctx.log.error({ err: error, conversationId: one.conversation_id }, "this conversation can't be measured");
    return null;
  }
}

function foldOne(one: queries.Unfolded, events: ConversationEvent[], settings: MeasureSettings, asOf: Date): Folded {
  const log = { conversationId: one.conversation_id, customerId: one.customer_id, events };
  const facts = fold(log, settings, asOf.toISOString());
  const mayBeOpen = one.handling !== "closed" && facts.conversation[0]?.isConnected;
  return { facts, turnDueAt: mayBeOpen ? findTurnDue(facts, fold(log, settings, endOfTime), settings) : null };
}

const endOfTime = "9999-12-31T00:00:00.000Z";

/** A question still open has no turn yet, but will have one when its time has run out. */
function findTurnDue(now: Facts, atTheEnd: Facts, settings: MeasureSettings): string | null {
  const known = new Set(now.turn.map((turn) => turn.seq));
  const open = atTheEnd.turn.find((turn) => !known.has(turn.seq));
  if (!open?.openedAt) return null;
  return new Date(Date.parse(open.openedAt) + settings.unansweredSeconds * 1000).toISOString();
}

function addFacts(all: Facts, { facts, turnDueAt }: Folded, settingsNumber: number): void {
  for (const fact of factNames) (all[fact] as unknown[]).push(...facts[fact]);
  const own = facts.conversation[0];
  if (own) Object.assign(own, { turn_due_at: turnDueAt, settings_number: settingsNumber });
}

async function writeFacts(tx: Tx, shopId: string, conversationIds: string[], facts: Facts): Promise<void> {
  await queries.deleteFacts(tx, shopId, conversationIds);
  for (const fact of factNames) {
    await queries.insertFacts(tx, shopId, fact, facts[fact], fact === "conversation" ? ofFold : []);
  }
}

/** Columns of the fold's own, beside the fact's. */
const ofFold = ["turn_due_at", "settings_number"];
