import type { App } from "../app.ts";
import { inShop } from "../context.ts";
import { newId } from "../platform/ids.ts";
import { keyOfShop } from "../shops/shop-key.ts";
import { createShop, deleteUnreadyShops, getShop, listShopIds, markReady } from "../shops/shops.ts";
import { addStaff, findOwner } from "../staff/staff.ts";
import { loadDemo } from "./load-demo.ts";

/** An empty installation becomes a shop with an owner; later starts only find them. */
export type Welcome = { signInUrl: string | null; widgetKey: string; hasDemo: boolean };

const ownerEmail = "owner@shop.example";

export async function firstStart(
  { ground, auth }: App,
  { hasDemo, say }: { hasDemo: boolean; say: (line: string) => void },
): Promise<Welcome> {
  await deleteUnreadyShops(ground);
  const [known] = await listShopIds(ground);
  const shopId = known ?? newId();
  const ctx = inShop(ground, shopId);
  if (!known) {
    await createShop(ground, { shopId, settings: {}, hasDemo, isReady: false });
    await addStaff(ctx, auth, { name: "店主", email: ownerEmail, role: "admin", capacity: 5 });
    if (hasDemo) {
      say("Loading the demo shop (once) …");
      await loadDemo(ctx, auth);
    }
    await markReady(ctx);
  }
  // Who has a password signs in with it; a link in a log would be a key under the mat.
  const owner = await findOwner(ctx);
  const needsLink = owner && !(await auth.hasPassword(owner.userId));
  const signInUrl = needsLink ? (await auth.makeSignInLink(owner.email)).url : null;
  return { signInUrl, widgetKey: keyOfShop(shopId), hasDemo: (await getShop(ctx)).hasDemo };
}
