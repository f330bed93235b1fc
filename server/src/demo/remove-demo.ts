import { isDeepStrictEqual } from "node:util";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import { settings as demoSettings } from "@yingda/packs/demo-shop/shop";
import type { Ctx } from "../context.ts";
import { deleteDemoConversations } from "../conversations/deleting.ts";
import { deleteDemoEntries } from "../knowledge/demo-entries.ts";
import { listQuestionsOf } from "../knowledge/knowledge.ts";
import { deleteDemoProducts } from "../products/products.ts";
import { defaultSettings } from "../shops/default-settings.ts";
import { deleteDemoPhrases } from "../shops/quick-phrases.ts";
import { getShop, markDemoGone } from "../shops/shops.ts";
import type { Auth } from "../staff/auth.ts";
import { removeDemoStaff } from "../staff/staff.ts";

/** The shop's look and words go back to the defaults only where the owner has not made them their own. */
function whatIsStillTheDemos(settings: ShopSettings): Partial<ShopSettings> {
  const names = ["name", "color", "industry", "welcome", "greeting", "surveys"] as const;
  const same = names.filter((name) => isDeepStrictEqual(settings[name], demoSettings[name]));
  return Object.fromEntries(same.map((name) => [name, defaultSettings[name]]));
}

/**
 * Takes out everything the demo brought and nothing else: entries the shop has edited, people it invited and
 * conversations it held since are its own and stay.
 */
export async function removeDemo(
  ctx: Ctx,
  auth: Auth,
): Promise<{ conversations: number; entries: number; staff: number }> {
  const conversations = await deleteDemoConversations(ctx);
  const entries = await deleteDemoEntries(ctx);
  await deleteDemoPhrases(ctx);
  await deleteDemoProducts(ctx);
  const staff = await removeDemoStaff(ctx, auth);
  const { settings } = await getShop(ctx);
  const hotQuestionIds = (await listQuestionsOf(ctx, settings.hotQuestionIds)).map(({ entryId }) => entryId);
  await markDemoGone(ctx, { ...whatIsStillTheDemos(settings), hotQuestionIds });
  return { conversations, entries, staff };
}
