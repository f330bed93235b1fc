import type { ImportBadRow, ImportStatistics, LogImport, LogMapping } from "@yingda/contract/routes/imports";
import { measureSettingsOf } from "../analytics/measure-settings.ts";
import type { Ctx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { AppError } from "../platform/errors.ts";
import { getShop } from "../shops/shops.ts";
import { asPast, type Past } from "./as-events.ts";
import { makeComplaints } from "./bad-rows.ts";
import { cut } from "./fields.ts";
import * as queries from "./queries.ts";
import { type LoggedConversation, readConversations } from "./read-log.ts";
import type { LogSource } from "./source.ts";
import { makeTally } from "./tally.ts";
import { isTimeZone, makeTimeReader } from "./times.ts";

/** One way through a log for the preview and for the import itself, so that the second does what the first has said. */

export type GoneThrough = {
  counts: LogImport["counts"];
  badRows: ImportBadRow[];
  statistics: ImportStatistics;
  sample: LogImport["sample"];
};

export type Course = {
  source: LogSource;
  mapping: LogMapping;
  fileName: string;
  /** Stands in for times that the log does not have. */
  untimedAt: Date;
};

/** What an earlier attempt has done: so many conversations, of which it knew so many. */
export type Attempt = { done: number; alreadyHere: number; grown: number };

const conversationsAtOnce = 200;
const sampleConversations = 5;
const sampleMessages = 12;
const sampleCharacters = 400;

/** Nothing changes. */
export const rehearse = (ctx: Ctx, course: Course): Promise<GoneThrough> => goThrough(ctx, course, null);

/** Brings it in, in pieces; after each, `report` hears how far it is. A repeat changes nothing. */
export const carryThrough = (
  ctx: Ctx,
  course: Course,
  before: Attempt,
  report: (attempt: Attempt) => Promise<void>,
): Promise<GoneThrough> => goThrough(ctx, course, { before, report });

async function goThrough(
  ctx: Ctx,
  { source, mapping, fileName, untimedAt }: Course,
  writing: { before: Attempt; report: (attempt: Attempt) => Promise<void> } | null,
): Promise<GoneThrough> {
  const { settings } = await getShop(ctx);
  const timeZone = mapping.timeZone || settings.timeZone;
  if (!isTimeZone(timeZone))
    throw new AppError("invalid_input", `There is no time zone ${timeZone}.`, {}, [
      { path: "mapping.timeZone", message: "unknown" },
    ]);
  const complaints = makeComplaints();
  const tally = makeTally(measureSettingsOf(settings));
  const sample: GoneThrough["sample"] = [];
  const placing = { shopId: ctx.shopId, source: mapping.source ?? fileName, untimedAt };
  const attempt = writing ? { ...writing.before } : { done: 0, alreadyHere: 0, grown: 0 };
  let rows = 0;
  let left = attempt.done;
  let pile: Past[] = [];

  const settle = async () => {
    if (pile.length === 0) return;
    const { alreadyHere, grown } = await settlePile(ctx, pile, writing !== null);
    attempt.done += pile.length;
    attempt.alreadyHere += alreadyHere;
    attempt.grown += grown;
    pile = [];
    await writing?.report(attempt);
  };

  const readTime = makeTimeReader(timeZone, ctx.clock.now().getTime());
  const countRow = () => {
    rows += 1;
  };
  for await (const logged of readConversations(source, { mapping, readTime, complaints, countRow })) {
    const past = asPast(logged, placing);
    tally.add(past, logged);
    if (sample.length < sampleConversations) sample.push(showConversation(logged, past.conversation.conversationId));
    // What the attempt before this one had finished.
    if (left-- > 0) continue;
    pile.push(past);
    if (pile.length === conversationsAtOnce) await settle();
  }
  await settle();

  const statistics = tally.sum();
  const { conversations, messages } = statistics;
  const { alreadyHere, grown } = attempt;
  return {
    counts: { rows, conversations, messages, bad: complaints.count(), alreadyHere, grown },
    badRows: complaints.list(),
    statistics,
    sample,
  };
}

/** An imported conversation that has more messages now is replaced; of everything else that is here nothing is touched. */
async function settlePile(ctx: Ctx, pile: Past[], isWriting: boolean): Promise<{ alreadyHere: number; grown: number }> {
  const ids = pile.map((past) => past.conversation.conversationId);
  const known = new Map((await queries.findKnown(ctx.db, ctx.shopId, ids)).map((one) => [one.conversation_id, one]));
  const grown = pile.filter((past) => {
    const here = known.get(past.conversation.conversationId);
    return here?.origin === "import" && here.messages < past.messages;
  });
  if (isWriting) {
    if (grown.length > 0)
      await queries.deleteOutgrown(
        ctx.db,
        ctx.shopId,
        grown.map((past) => past.conversation.conversationId),
      );
    await backfill(ctx, {
      customers: [...new Map(pile.map(({ customer }) => [customer.customerId, customer])).values()],
      conversations: pile.map((past) => past.conversation),
    });
  }
  return { alreadyHere: known.size, grown: grown.length };
}

function showConversation(
  { key, said, isTimed }: LoggedConversation,
  conversationId: string,
): GoneThrough["sample"][number] {
  return {
    conversation: key,
    conversationId,
    messageCount: said.length,
    messages: said.slice(0, sampleMessages).map(({ by, agent, atMs, text }) => ({
      by,
      agent,
      at: isTimed ? new Date(atMs!).toISOString() : null,
      text: cut(text, sampleCharacters),
    })),
  };
}
