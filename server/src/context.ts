import type { Permission, Role } from "@yingda/contract/permissions";
import type { Logger } from "pino";
import type { EventLog } from "./conversations/event-log.ts";
import type { Happenings } from "./happenings.ts";
import type { Bus } from "./platform/bus.ts";
import type { Clock } from "./platform/clock.ts";
import type { Db } from "./platform/db/database.ts";
import type { FileStore } from "./platform/storage.ts";

/** What every part of the program stands on. */
export type Ground = {
  db: Db;
  eventLog: EventLog;
  bus: Bus<Happenings>;
  clock: Clock;
  log: Logger;
  files: FileStore;
  publicUrl: string;
};

export type StaffActor = { kind: "staff"; id: string; role: Role; name: string; permissions: ReadonlySet<Permission> };
type CustomerActor = { kind: "customer"; id: string };

/** Ground, and who acts in which shop. Rows are loaded through it: what an actor can't see is "not found". */
export type Ctx = Ground & { shopId: string };
export type StaffCtx = Ctx & { actor: StaffActor };
export type CustomerCtx = Ctx & { actor: CustomerActor };

export const inShop = (ground: Ground, shopId: string): Ctx => ({ ...ground, shopId });

export function may(ctx: StaffCtx, permission: Permission): boolean {
  return ctx.actor.permissions.has(permission);
}
