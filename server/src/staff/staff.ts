import { permissionsOf, type Role } from "@yingda/contract/permissions";
import type { Colleague, StaffMember } from "@yingda/contract/routes/staff";
import type { Ctx, Ground, StaffActor, StaffCtx } from "../context.ts";
import { isUniqueViolation } from "../platform/db/database.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import type { Auth } from "./auth.ts";
import * as queries from "./queries.ts";

/** The people of a shop: who they are and what they may do. It never decides who serves whom. */

export type StaffChanges = { name?: string; role?: Role; capacity?: number; isDisabled?: boolean };

export async function findActor(
  ground: Ground,
  auth: Auth,
  headers: Headers,
): Promise<{ shopId: string; actor: StaffActor; row: queries.StaffRow } | null> {
  const userId = await auth.findUserId(headers);
  const row = userId ? await queries.findByUser(ground.db, userId) : null;
  if (!row) return null;
  const actor: StaffActor = {
    kind: "staff",
    id: row.staff_id,
    role: row.role,
    name: row.name,
    permissions: new Set(permissionsOf[row.role]),
  };
  return { shopId: row.shop_id, actor, row };
}

export async function addStaff(
  ctx: Ctx,
  auth: Auth,
  person: { name: string; email: string; role: Role; capacity: number; isDemo?: boolean },
): Promise<StaffMember> {
  const email = person.email.trim().toLowerCase();
  const userId = await auth.createUser({ email, name: person.name });
  // Who invites gets a sign-in link: to somebody of another shop it would be the key to that shop.
  if (await queries.isStaffElsewhere(ctx.db, ctx.shopId, userId))
    throw new AppError("already_exists", `${email} has an account already.`, { email });
  const staffId = newId();
  try {
    await queries.insertStaff(ctx.db, {
      ...person,
      email,
      shopId: ctx.shopId,
      staffId,
      userId,
      isDemo: person.isDemo ?? false,
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("already_exists", `${email} is already among the staff.`, { email });
    throw error;
  }
  ctx.bus.tell("staff.changed", { shopId: ctx.shopId, staffId });
  return getMember(ctx, staffId);
}

export async function getMember(ctx: Ctx, staffId: string): Promise<StaffMember> {
  const row = await queries.findStaff(ctx.db, ctx.shopId, staffId);
  if (!row) throw notFound("member of staff");
  return queries.toMember(row);
}

export const listMembers = async (ctx: Ctx): Promise<StaffMember[]> =>
  (await queries.listStaff(ctx.db, ctx.shopId)).map(queries.toMember);

export const listColleagues = (ctx: Ctx): Promise<Colleague[]> => queries.listColleagues(ctx.db, ctx.shopId);

export async function changeMember(
  ctx: StaffCtx,
  auth: Auth,
  staffId: string,
  changes: StaffChanges,
): Promise<StaffMember> {
  const row = await queries.findStaff(ctx.db, ctx.shopId, staffId);
  if (!row) throw notFound("member of staff");
  const losesAdmin = row.role === "admin" && ((changes.role ?? "admin") !== "admin" || changes.isDisabled === true);
  if (losesAdmin && (await queries.countOtherAdmins(ctx.db, ctx.shopId, staffId)) === 0) {
    throw new AppError("conflict", "This is the only administrator. Make somebody else administrator first.");
  }
  const changed = await queries.updateStaff(ctx.db, ctx.shopId, staffId, {
    name: changes.name ?? row.name,
    role: changes.role ?? row.role,
    capacity: changes.capacity ?? row.capacity,
    isDisabled: changes.isDisabled ?? row.is_disabled,
  });
  if (changes.isDisabled) {
    await queries.endPresence(ctx.db, ctx.shopId, staffId, { unless: "offline", at: ctx.clock.now() });
    await auth.endSessions(row.user_id);
  }
  ctx.bus.tell("staff.changed", { shopId: ctx.shopId, staffId });
  return queries.toMember(changed!);
}

export async function makeSignInLink(
  ctx: Ctx,
  auth: Auth,
  staffId: string,
): Promise<{ url: string; expiresAt: string }> {
  const row = await queries.findStaff(ctx.db, ctx.shopId, staffId);
  if (!row || row.is_disabled) throw notFound("member of staff");
  return auth.makeSignInLink(row.email);
}

/** Names by id, for showing who said what. */
export async function namesOf(ctx: Ctx): Promise<Map<string, string>> {
  return new Map((await queries.listStaff(ctx.db, ctx.shopId)).map((row) => [row.staff_id, row.name]));
}

export async function findNameOf(ctx: Ctx, staffId: string): Promise<string | null> {
  return /^[0-9a-f-]{36}$/.test(staffId)
    ? ((await queries.findStaff(ctx.db, ctx.shopId, staffId))?.name ?? null)
    : staffId;
}

export async function removeDemoStaff(ctx: Ctx, auth: Auth): Promise<number> {
  const people = await queries.listDemoStaff(ctx.db, ctx.shopId);
  for (const person of people) {
    await queries.deleteStaff(ctx.db, ctx.shopId, person.staff_id);
    await auth.deleteUser(person.user_id);
    ctx.bus.tell("staff.changed", { shopId: ctx.shopId, staffId: person.staff_id });
  }
  return people.length;
}

/** The first administrator: whom the program greets at its start. */
export async function findOwner(ctx: Ctx): Promise<{ userId: string; email: string } | null> {
  const row = await queries.findAdmin(ctx.db, ctx.shopId);
  return row && { userId: row.user_id, email: row.email };
}
