import type { Ctx } from "../context.ts";
import { deleteDemoConversations } from "../conversations/deleting.ts";
import { deleteDemoEntries } from "../knowledge/demo-entries.ts";
import { defaultSettings } from "../shops/default-settings.ts";
import { deleteDemoPhrases } from "../shops/quick-phrases.ts";
import { getShop, markDemoGone } from "../shops/shops.ts";
import type { Auth } from "../staff/auth.ts";
import { removeDemoStaff } from "../staff/staff.ts";

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
  const staff = await removeDemoStaff(ctx, auth);
  const { settings } = await getShop(ctx);
  const { name, color, industry, welcome, greeting } = defaultSettings;
  await markDemoGone(ctx, { ...settings, name, color, industry, welcome, greeting, hotQuestionIds: [] });
  return { conversations, entries, staff };
}
