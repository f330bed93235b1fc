import type { ImportBadRow, ImportStatistics, LogImport, LogMapping } from "@yingda/contract/routes/imports";
import { measureSettingsOf } from "../analytics/measure-settings.ts";
import type { Ctx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { AppError } from "../platform/errors.ts";
import { getShop } from "../shops/shops.ts";
import type { Past } from "./as-events.ts";
import { readInWorker } from "./in-worker.ts";
import * as queries from "./queries.ts";
import type { LogSource } from "./source.ts";
import { isTimeZone } from "./times.ts";

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
  const attempt = writing ? { ...writing.before } : { done: 0, alreadyHere: 0, grown: 0 };
  const reading = {
    ...{ source, mapping, timeZone, settings: measureSettingsOf(settings), skip: attempt.done },
    placing: { shopId: ctx.shopId, source: mapping.source ?? fileName, untimedAt },
    nowMs: ctx.clock.now().getTime(),
  };
  const { rows, bad, ...read } = await readInWorker(reading, async (pile) => {
    const { alreadyHere, grown } = await settlePile(ctx, pile, writing !== null);
    attempt.done += pile.length;
    attempt.alreadyHere += alreadyHere;
    attempt.grown += grown;
    await writing?.report(attempt);
  });
  const { conversations, messages } = read.statistics;
  const { alreadyHere, grown } = attempt;
  return { ...read, counts: { rows, conversations, messages, bad, alreadyHere, grown } };
}

/** An imported conversation that has more messages now is replaced; of everything else that is here nothing is touched. */
async function settlePile(ctx: Ctx, pile: Past[], isWriting: boolean): Promise<{ alreadyHere: number; grown: number }> {
  const ids = pile.map((past) => past.conversation.conversationId);
  const known = new Map((await queries.findKnown(ctx.db, ctx.shopId, ids)).map((one) => [one.conversation_id, one]));
  const outgrown = pile
    .filter((past) => {
      const here = known.get(past.conversation.conversationId);
      return here?.origin === "import" && here.messages < past.messages;
    })
    .map((past) => past.conversation.conversationId);
  if (isWriting) {
    if (outgrown.length > 0) await queries.deleteOutgrown(ctx.db, ctx.shopId, outgrown);
    await backfill(ctx, {
      customers: [...new Map(pile.map(({ customer }) => [customer.customerId, customer])).values()],
      conversations: pile.map((past) => past.conversation),
    });
  }
  return { alreadyHere: known.size, grown: outgrown.length };
}
