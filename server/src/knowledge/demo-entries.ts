import type { Ctx } from "../context.ts";
import { prepareEntry } from "./drafts.ts";
import * as queries from "./queries.ts";

/** Entries that a pack brings. They are marked, so that removing the demo finds what the shop has not made its own. */
export type PackEntry = {
  entryId: string;
  question: string;
  similar: readonly string[];
  answerHtml: string;
  category: string;
};

export async function writeDemoEntries(ctx: Ctx, entries: PackEntry[]): Promise<void> {
  const prepared = entries.map(({ entryId, ...entry }) =>
    prepareEntry(entryId, { ...entry, similar: [...entry.similar], isEnabled: true }),
  );
  await queries.writeEntries(ctx.db, ctx.shopId, prepared, { staffId: null, at: ctx.clock.now(), origin: "demo" });
  ctx.bus.tell("knowledge.changed", { shopId: ctx.shopId });
}

export async function deleteDemoEntries(ctx: Ctx): Promise<number> {
  const gone = await queries.deleteDemoEntries(ctx.db, ctx.shopId);
  ctx.bus.tell("knowledge.changed", { shopId: ctx.shopId });
  return gone.length;
}
