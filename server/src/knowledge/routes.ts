import { routes } from "@yingda/contract/routes";
import type { Ground } from "../context.ts";
import type { Handle } from "../platform/http/handle.ts";
import { changeEntry, createEntry, deleteEntries, getEntry, listEntries } from "./knowledge.ts";

export function knowledgeRoutes(handle: Handle, _ground: Ground): void {
  handle.staff(routes.listEntries, listEntries);
  handle.staff(routes.getEntry, (ctx, { entryId }) => getEntry(ctx, entryId));
  handle.staff(routes.createEntry, createEntry);
  handle.staff(routes.updateEntry, (ctx, { entryId, ...changes }) => changeEntry(ctx, entryId, changes));
  handle.staff(routes.deleteEntries, async (ctx, { entryIds }) => ({ deleted: await deleteEntries(ctx, entryIds) }));
}
