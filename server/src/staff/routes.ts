import { routes } from "@yingda/contract/routes";
import type { Me } from "@yingda/contract/routes/session";
import type { StaffCtx } from "../context.ts";
import { AppError } from "../platform/errors.ts";
import type { Handle } from "../platform/http/handle.ts";
import { getShop } from "../shops/shops.ts";
import type { Auth } from "./auth.ts";
import { setStatus } from "./presence.ts";
import * as queries from "./queries.ts";
import { addStaff, changeMember, listColleagues, listMembers, makeSignInLink } from "./staff.ts";

export function staffRoutes(handle: Handle, auth: Auth): void {
  handle.staff(routes.getMe, (ctx) => describeMe(ctx, auth));
  handle.staff(routes.setMyStatus, async (ctx, { status }) => {
    await setStatus(ctx, ctx.actor.id, status);
    return describeMe(ctx, auth);
  });
  handle.staff(routes.setMyPassword, async (ctx, { newPassword, currentPassword }) => {
    const row = await queries.findStaff(ctx.db, ctx.shopId, ctx.actor.id);
    const isChange = await auth.hasPassword(row!.user_id);
    if (isChange && !currentPassword)
      throw new AppError("invalid_input", "Give the current password too.", {}, [
        { path: "currentPassword", message: "required" },
      ]);
    try {
      await auth.setPassword(ctx.headers, newPassword, isChange ? currentPassword : undefined);
    } catch (error) {
      if ((error as { body?: { code?: string } }).body?.code !== "INVALID_PASSWORD") throw error;
      throw new AppError("invalid_input", "The current password is not right.", {}, [
        { path: "currentPassword", message: "wrong" },
      ]);
    }
    return {};
  });
  handle.staff(routes.listColleagues, async (ctx) => ({ items: await listColleagues(ctx) }));
  handle.staff(routes.listStaff, async (ctx) => ({ items: await listMembers(ctx) }));
  handle.staff(routes.inviteStaff, async (ctx, person) => {
    const member = await addStaff(ctx, auth, person);
    return { member, link: await makeSignInLink(ctx, auth, member.id) };
  });
  handle.staff(routes.updateStaff, (ctx, { staffId, ...changes }) => changeMember(ctx, auth, staffId, changes));
  handle.staff(routes.createSignInLink, (ctx, { staffId }) => makeSignInLink(ctx, auth, staffId));
}

async function describeMe(ctx: StaffCtx, auth: Auth): Promise<Me> {
  const row = (await queries.findStaff(ctx.db, ctx.shopId, ctx.actor.id))!;
  const { settings, hasDemo } = await getShop(ctx);
  return {
    staff: {
      id: row.staff_id,
      name: row.name,
      email: row.email,
      role: row.role,
      status: row.status,
      capacity: row.capacity,
      hasPassword: await auth.hasPassword(row.user_id),
    },
    shop: { id: ctx.shopId, name: settings.name, color: settings.color, timeZone: settings.timeZone, hasDemo },
    permissions: [...ctx.actor.permissions],
  };
}
