import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { deleteQuickPhrase, listQuickPhrases, saveQuickPhrase } from "./quick-phrases.ts";
import { changeSettings, describeShop } from "./shops.ts";

export function shopRoutes(handle: Handle): void {
  handle.staff(routes.getShop, (ctx) => describeShop(ctx));
  handle.staff(routes.updateShop, (ctx, changes) => changeSettings(ctx, changes));
  handle.staff(routes.listQuickPhrases, async (ctx) => ({ items: await listQuickPhrases(ctx) }));
  handle.staff(routes.saveQuickPhrase, (ctx, { phraseId, ...phrase }) =>
    saveQuickPhrase(ctx, { id: phraseId, ...phrase }),
  );
  handle.staff(routes.deleteQuickPhrase, async (ctx, { phraseId }) => {
    await deleteQuickPhrase(ctx, phraseId);
    return {};
  });
}
