import * as z from "zod";

export const role = z.enum(["admin", "supervisor", "agent"]);
export type Role = z.infer<typeof role>;

/** `public` and `customer` are not granted to staff: they name who stands at the door. */
export const permissions = [
  "public",
  "customer",
  "staff",
  "conversations.serve",
  "conversations.oversee",
  "knowledge.read",
  "knowledge.edit",
  "analytics.read",
  "imports.run",
  "staff.manage",
  "settings.edit",
] as const;
export type Permission = (typeof permissions)[number];

const agent: Permission[] = ["staff", "conversations.serve", "knowledge.read"];
const supervisor: Permission[] = [...agent, "conversations.oversee", "knowledge.edit", "analytics.read", "imports.run"];
const admin: Permission[] = [...supervisor, "staff.manage", "settings.edit"];

export const permissionsOf: Record<Role, readonly Permission[]> = { admin, supervisor, agent };
