import * as z from "zod";
import { id, instant } from "../events.ts";
import { limits } from "../limits.ts";
import { role } from "../permissions.ts";
import { route } from "../route.ts";
import { staffStatus } from "./session.ts";

const name = z.string().trim().min(1).max(limits.nameCharacters);
const capacity = z.number().int().min(1).max(limits.maximumReception);

export const staffMember = z.object({
  id,
  name,
  email: z.email(),
  role,
  capacity,
  status: staffStatus,
  isDisabled: z.boolean(),
  isDemo: z.boolean(),
  lastSeenAt: instant.nullable(),
});
export type StaffMember = z.infer<typeof staffMember>;

/** What every colleague may see of another: enough to transfer. */
export const colleague = z.object({ id, name, role, status: staffStatus, load: z.number().int(), capacity });
export type Colleague = z.infer<typeof colleague>;

const signInLink = z.object({ url: z.string(), expiresAt: instant });

export const staffRoutes = {
  listStaff: route({
    method: "GET",
    path: "/api/staff",
    permission: "staff.manage",
    summary: "Everybody who may sign in",
    reply: z.object({ items: z.array(staffMember) }),
  }),
  listColleagues: route({
    method: "GET",
    path: "/api/colleagues",
    permission: "staff",
    summary: "Names, status and load of colleagues",
    reply: z.object({ items: z.array(colleague) }),
  }),
  inviteStaff: route({
    method: "POST",
    path: "/api/staff",
    permission: "staff.manage",
    summary: "Add a person; the reply holds their one-time sign-in link",
    body: z.object({ name, email: z.email().max(200), role, capacity: capacity.default(5) }),
    reply: z.object({ member: staffMember, link: signInLink }),
  }),
  updateStaff: route({
    method: "PATCH",
    path: "/api/staff/:staffId",
    permission: "staff.manage",
    summary: "Change name, role, capacity, or disable",
    params: z.object({ staffId: id }),
    body: z.object({
      name: name.optional(),
      role: role.optional(),
      capacity: capacity.optional(),
      isDisabled: z.boolean().optional(),
    }),
    reply: staffMember,
  }),
  createSignInLink: route({
    method: "POST",
    path: "/api/staff/:staffId/sign-in-link",
    permission: "staff.manage",
    summary: "A new one-time sign-in link for somebody",
    params: z.object({ staffId: id }),
    reply: signInLink,
  }),
};
