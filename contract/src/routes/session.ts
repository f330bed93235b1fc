import * as z from "zod";
import { id } from "../events.ts";
import { permissions, role } from "../permissions.ts";
import { route } from "../route.ts";

export const staffStatus = z.enum(["online", "busy", "offline"]);
export type StaffStatus = z.infer<typeof staffStatus>;

export const me = z.object({
  staff: z.object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    status: staffStatus,
    capacity: z.number().int(),
    hasPassword: z.boolean(),
  }),
  shop: z.object({ id, name: z.string(), color: z.string(), timeZone: z.string(), hasDemo: z.boolean() }),
  permissions: z.array(z.enum(permissions)),
});
export type Me = z.infer<typeof me>;

/** Signing in and out itself is under /api/auth (password: POST sign-in/email; link: GET magic-link/verify; POST sign-out). */
export const sessionRoutes = {
  getMe: route({
    method: "GET",
    path: "/api/me",
    permission: "staff",
    summary: "Who is signed in, for which shop, and what they may do",
    reply: me,
  }),
  setMyStatus: route({
    method: "PUT",
    path: "/api/me/status",
    permission: "conversations.serve",
    summary: "Go online, busy or offline",
    body: z.object({ status: staffStatus }),
    reply: me,
  }),
  setMyPassword: route({
    method: "PUT",
    path: "/api/me/password",
    permission: "staff",
    summary: "Set a first password, or change it with the current one",
    body: z.object({ newPassword: z.string().min(8).max(128), currentPassword: z.string().max(128).optional() }),
    reply: z.object({}),
  }),
};
