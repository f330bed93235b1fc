import { limits } from "@yingda/contract/limits";
import type { QuickPhrase } from "@yingda/contract/routes/shop";
import type { Ctx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import * as queries from "./queries.ts";

/** Sentences agents say all day, shared by the shop. */

export const listQuickPhrases = (ctx: Ctx): Promise<QuickPhrase[]> => queries.listPhrases(ctx.db, ctx.shopId);

export async function saveQuickPhrase(ctx: Ctx, phrase: QuickPhrase, { isDemo = false } = {}): Promise<QuickPhrase> {
  if ((await queries.countPhrases(ctx.db, ctx.shopId)) >= limits.quickPhrases) {
    throw new AppError("limit_reached", `A shop can have ${limits.quickPhrases} quick phrases. Delete some first.`, {
      limit: limits.quickPhrases,
    });
  }
  await queries.savePhrase(ctx.db, ctx.shopId, phrase, isDemo);
  return phrase;
}

export async function deleteQuickPhrase(ctx: Ctx, phraseId: string): Promise<void> {
  const gone = await queries.deletePhrase(ctx.db, ctx.shopId, phraseId);
  if (gone.length === 0) throw notFound("quick phrase");
}

export const deleteDemoPhrases = (ctx: Ctx) => queries.deleteDemoPhrases(ctx.db, ctx.shopId);
