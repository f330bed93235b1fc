import type { InputOf } from "@yingda/contract/route";
import type { ModelKind, ModelProblem, modelRoutes } from "@yingda/contract/routes/models";
import type { Ctx } from "../context.ts";
import { AppError } from "../platform/errors.ts";
import { addDays, localDay } from "../platform/local-time.ts";
import type { Seal } from "../platform/seal.ts";
import { getShop } from "../shops/shops.ts";
import type { Endpoint } from "./endpoint.ts";
import { ModelFailure } from "./failure.ts";
import * as queries from "./queries.ts";
import type { TokenCount } from "./tokens.ts";

/** Which models a shop has, what they cost it, and how much they were used. Whom to ask and when, others decide. */

export type Setup = {
  endpoint: Endpoint;
  isOn: boolean;
  priceIn: number;
  priceOut: number;
  dailyTokens: number | null;
};

export async function listSetups(ctx: Ctx): Promise<Map<ModelKind, queries.SettingRow>> {
  return new Map((await queries.listSettings(ctx.db, ctx.shopId)).map((row) => [row.kind, row]));
}

export async function openSetup(seal: Seal, row: queries.SettingRow): Promise<Setup> {
  const key = row.key_sealed ? await seal.open(row.key_sealed) : null;
  if (row.key_sealed && key === null)
    throw new ModelFailure("key_unreadable", "the stored key can't be read any more; enter it again");
  return {
    endpoint: { baseUrl: row.base_url, key, model: row.model },
    isOn: row.is_on,
    priceIn: row.price_in ?? 0,
    priceOut: row.price_out ?? 0,
    dailyTokens: row.daily_tokens,
  };
}

export async function saveModel(ctx: Ctx, seal: Seal, wish: InputOf<typeof modelRoutes.saveModel>): Promise<void> {
  const { kind, baseUrl, model, isOn, priceIn, priceOut, dailyTokens } = wish;
  await queries.saveSetting(ctx.db, ctx.shopId, {
    ...{ kind, base_url: baseUrl, model, is_on: isOn, daily_tokens: dailyTokens },
    price_in: priceIn,
    price_out: kind === "chat" ? priceOut : null,
    key_sealed: await sealKey(ctx, seal, wish),
  });
  ctx.bus.tell("models.changed", { shopId: ctx.shopId });
}

/** A known key goes to the address it was given for, or nowhere: else whoever changes the address could read it. */
async function sealKey(
  ctx: Ctx,
  seal: Seal,
  { kind, baseUrl, key }: { kind: ModelKind; baseUrl: string; key?: string },
): Promise<string | null> {
  if (key === "") return null;
  if (key !== undefined) return seal.close(key);
  const known = await listSetups(ctx);
  const others = [known.get(kind), ...known.values()];
  const fitting = others.find((row) => row?.base_url === baseUrl && row.key_sealed !== null);
  if (fitting) return fitting.key_sealed;
  if (known.get(kind)?.key_sealed && known.get(kind)!.base_url !== baseUrl) {
    const message = "The address has changed; give the key again.";
    throw new AppError("invalid_input", message, {}, [{ path: "key", message }]);
  }
  return null;
}

export async function removeModel(ctx: Ctx, kind: ModelKind): Promise<void> {
  await queries.deleteSetting(ctx.db, ctx.shopId, kind);
  ctx.bus.tell("models.changed", { shopId: ctx.shopId });
}

const today = async (ctx: Ctx) => localDay(ctx.clock.now(), (await getShop(ctx)).settings.timeZone);

export const tokensToday = async (ctx: Ctx, kind: ModelKind): Promise<number> =>
  queries.tokensOn(ctx.db, ctx.shopId, kind, await today(ctx));

/** Of one call: what it took, whether it failed, and for an answer, what became of it. */
export type Used = {
  tokens?: TokenCount;
  failure?: { problem: ModelProblem; detail: string };
  verdict?: "used" | "declined" | "rejected";
};

export async function noteUsage(
  ctx: Ctx,
  kind: ModelKind,
  { priceIn, priceOut }: Pick<Setup, "priceIn" | "priceOut">,
  { tokens, failure, verdict }: Used,
): Promise<void> {
  const { tokensIn = 0, tokensOut = 0, isEstimated = false } = tokens ?? {};
  await queries.addUsage(ctx.db, ctx.shopId, kind, await today(ctx), {
    calls: tokens || failure ? 1 : 0,
    failures: failure ? 1 : 0,
    tokensIn,
    tokensOut,
    estimatedCalls: isEstimated ? 1 : 0,
    cost: (tokensIn * priceIn + tokensOut * priceOut) / 1_000_000,
    used: verdict === "used" ? 1 : 0,
    declined: verdict === "declined" ? 1 : 0,
    rejected: verdict === "rejected" ? 1 : 0,
    failure: failure ? { ...failure, at: ctx.clock.now() } : null,
  });
}

export async function listUsage(ctx: Ctx, days: number) {
  const to = await today(ctx);
  const from = addDays(to, 1 - days);
  const [used, failures] = await Promise.all([
    queries.listUsage(ctx.db, ctx.shopId, from),
    queries.listLastFailures(ctx.db, ctx.shopId, from),
  ]);
  return { from, to, days: used, failures: failures.map((one) => ({ ...one, at: one.at.toISOString() })) };
}
