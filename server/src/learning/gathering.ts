import type { WireEvent } from "@yingda/contract/conversation";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { writeDoneSeqs } from "../conversations/done-seqs.ts";
import { newId } from "../platform/ids.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { hintsOf, judgingTypes } from "./hints.ts";
import * as queries from "./queries.ts";

/**
 * Finds in the logs what people did that says which entry a customer's words meant. What is to be looked through is
 * always found from the tables; a log looked through twice gives the same hints once.
 */

const quietMs = 10_000;
const conversationsAtOnce = 500;
const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export async function gatherHints(ground: Ground): Promise<void> {
  const stale = { asOf: ground.clock.now(), quietMs };
  const gather = async (shopId: string) => {
    while (await gatherSome(inShop(ground, shopId), stale));
  };
  await eachOnItsOwn(await queries.listShopsToGather(ground.db, stale), gather, ground.log);
}

/** Says whether there may be more. */
async function gatherSome(ctx: Ctx, stale: { asOf: Date; quietMs: number }): Promise<boolean> {
  const found = await queries.listUngathered(ctx.db, ctx.shopId, { ...stale, limit: conversationsAtOnce });
  if (found.length === 0) return false;
  const ids = found.map((one) => one.conversation_id);
  const logs = Map.groupBy(
    await queries.listJudgedLogs(ctx.db, ctx.shopId, ids, judgingTypes),
    (row) => row.conversation_id,
  );
  const hints = [...logs].flatMap(([conversationId, log]) =>
    hintsOf(log.map((row) => ({ ...row, at: row.at.toISOString() }) as unknown as WireEvent))
      // Logs from elsewhere name entries that are none of ours.
      .filter(({ entryId }) => entryId === null || isId(entryId))
      .map((hint) => ({ ...hint, hintId: newId(), conversationId })),
  );
  if (hints.length > 0) await queries.writeHints(ctx.db, ctx.shopId, hints, ctx.clock.now());
  const done = found.map(({ conversation_id, last_seq }) => ({ conversationId: conversation_id, seq: last_seq }));
  await writeDoneSeqs(ctx.db, ctx.shopId, "gathered", done);
  return found.length === conversationsAtOnce;
}
