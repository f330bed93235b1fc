import { routes } from "@yingda/contract/routes";
import { entryDraft } from "@yingda/contract/routes/knowledge";
import * as z from "zod";
import type { Handle } from "../platform/http/handle.ts";
import { exportEntries, makeTemplate } from "./exporting.ts";
import { confirmImport, getImport, previewImport } from "./importing.ts";
import { changeEntry, createEntry, deleteEntries, getEntry, listEntries } from "./knowledge.ts";

const { question, similar, answerHtml, category, isEnabled } = entryDraft.shape;
/**
 * The draft's defaults are for new entries: a change that does not name the category must not empty it. (A partial
 * object keeps its fields' defaults.)
 */
export const entryChanges = z
  .object({
    question,
    similar: similar.unwrap(),
    answerHtml,
    category: category.unwrap(),
    isEnabled: isEnabled.unwrap(),
  })
  .partial();

export function knowledgeRoutes(handle: Handle): void {
  handle.staff(routes.listEntries, listEntries);
  handle.staff(routes.getEntry, (ctx, { entryId }) => getEntry(ctx, entryId));
  handle.staff(routes.createEntry, createEntry);
  handle.staff({ ...routes.updateEntry, body: entryChanges }, (ctx, { entryId, ...changes }) =>
    changeEntry(ctx, entryId, changes),
  );
  handle.staff(routes.deleteEntries, async (ctx, { entryIds }) => ({ deleted: await deleteEntries(ctx, entryIds) }));
  handle.staff(routes.getImportTemplate, (_ctx, wish) => makeTemplate(wish));
  handle.staff(routes.exportEntries, exportEntries);
  handle.staff(routes.previewKnowledgeImport, previewImport);
  handle.staff(routes.confirmKnowledgeImport, (ctx, { importId }) => confirmImport(ctx, importId));
  handle.staff(routes.getKnowledgeImport, (ctx, { importId }) => getImport(ctx, importId));
}
