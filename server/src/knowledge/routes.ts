import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { exportEntries, makeTemplate } from "./exporting.ts";
import { confirmImport, getImport, previewImport } from "./importing.ts";
import { changeEntry, createEntry, deleteEntries, getEntry, listEntries } from "./knowledge.ts";

export function knowledgeRoutes(handle: Handle): void {
  handle.staff(routes.listEntries, listEntries);
  handle.staff(routes.getEntry, (ctx, { entryId }) => getEntry(ctx, entryId));
  handle.staff(routes.createEntry, createEntry);
  handle.staff(routes.updateEntry, (ctx, { entryId, ...changes }) => changeEntry(ctx, entryId, changes));
  handle.staff(routes.deleteEntries, async (ctx, { entryIds }) => ({ deleted: await deleteEntries(ctx, entryIds) }));
  handle.staff(routes.getImportTemplate, (_ctx, wish) => makeTemplate(wish));
  handle.staff(routes.exportEntries, exportEntries);
  handle.staff(routes.previewKnowledgeImport, previewImport);
  handle.staff(routes.confirmKnowledgeImport, (ctx, { importId }) => confirmImport(ctx, importId));
  handle.staff(routes.getKnowledgeImport, (ctx, { importId }) => getImport(ctx, importId));
}
