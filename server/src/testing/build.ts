import { permissionsOf, type Role } from "@yingda/contract/permissions";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import type { Ctx, CustomerCtx, Ground, StaffCtx } from "../context.ts";
import { startCustomer } from "../customers/customers.ts";
import { rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { createShop } from "../shops/shops.ts";

/** What tests need to exist before they begin, in one word each. */

export async function buildShop(ground: Ground, settings: Partial<ShopSettings> = {}): Promise<Ctx> {
  const shopId = newId();
  await createShop(ground, { shopId, settings, hasDemo: false });
  return { ...ground, shopId };
}

export async function buildCustomer(ctx: Ctx, locale = "zh-CN"): Promise<CustomerCtx> {
  const customer = await startCustomer(ctx, { locale });
  return { ...ctx, actor: { kind: "customer", id: customer.id } };
}

type Person = { role?: Role; capacity?: number; status?: "online" | "busy" | "offline"; name?: string };

/** A member of staff without an account to sign in with. */
export async function buildStaff(
  ctx: Ctx,
  { role = "agent", capacity = 5, status = "online", name = "小林" }: Person = {},
): Promise<StaffCtx> {
  const id = newId();
  await rows(
    ctx.db,
    sql`
    insert into staff (shop_id, staff_id, user_id, name, email, role, capacity, status)
    values (${ctx.shopId}, ${id}, ${id}, ${name}, ${`${id}@test.example`}, ${role}, ${capacity}, ${status})`,
  );
  return { ...ctx, actor: { kind: "staff", id, role, name, permissions: new Set(permissionsOf[role]) } };
}

export const visit = { channel: "web", locale: "zh-CN" } as const;
let acts = 0;
export const act = (): string => `act-${process.pid}-${++acts}`;
export const text = (words: string) => ({ kind: "text", text: words }) as const;
