import { routes } from "@yingda/contract/routes";
import type { ShownModel, ShownModels } from "@yingda/contract/routes/models";
import type { Ctx } from "../context.ts";
import type { Handle } from "../platform/http/handle.ts";
import type { Seal } from "../platform/seal.ts";
import { breakerKey, type Models } from "./models.ts";
import type { Nearness } from "./nearness.ts";
import { listSetups, listUsage, removeModel, saveModel, tokensToday } from "./settings.ts";
import { testModel } from "./trying.ts";

export function modelRoutes(
  handle: Handle,
  { models, nearness, seal }: { models: Models; nearness: Nearness; seal: Seal },
): void {
  const describe = async (ctx: Ctx) => ({
    ...(await describeModels(ctx, models)),
    embedded: await nearness.progress(ctx),
  });
  handle.staff(routes.getModels, describe);
  handle.staff(routes.saveModel, async (ctx, wish) => {
    await saveModel(ctx, seal, wish);
    return describe(ctx);
  });
  handle.staff(routes.removeModel, async (ctx, { kind }) => {
    await removeModel(ctx, kind);
    return describe(ctx);
  });
  handle.staff(routes.testModel, (ctx, { kind }) => testModel(ctx, models, seal, kind));
  handle.staff(routes.getModelUsage, (ctx, { days }) => listUsage(ctx, days));
}

async function describeModels(ctx: Ctx, models: Models): Promise<Omit<ShownModels, "embedded">> {
  const setups = await listSetups(ctx);
  const describe = async (kind: "chat" | "embedding"): Promise<ShownModel | null> => {
    const row = setups.get(kind);
    if (!row) return null;
    return {
      baseUrl: row.base_url,
      model: row.model,
      isOn: row.is_on,
      hasKey: row.key_sealed !== null,
      priceIn: row.price_in,
      priceOut: row.price_out,
      dailyTokens: row.daily_tokens,
      pausedUntil: models.breaker.pausedUntil(breakerKey(ctx.shopId, kind))?.toISOString() ?? null,
      tokensToday: await tokensToday(ctx, kind),
    };
  };
  return { chat: await describe("chat"), embedding: await describe("embedding") };
}
