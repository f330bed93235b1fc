import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { downloadBadRows, getLogImport, listLogImports, previewLogImport, runLogImport, uploadLog } from "./imports.ts";

export function importRoutes(handle: Handle): void {
  handle.staff(routes.listLogImports, (ctx) => listLogImports(ctx));
  handle.staff(routes.uploadLog, (ctx, { name, bytes }) => uploadLog(ctx, { name, bytes, staffId: ctx.actor.id }));
  handle.staff(routes.previewLogImport, (ctx, { importId, mapping }) => previewLogImport(ctx, importId, mapping));
  handle.staff(routes.runLogImport, (ctx, { importId }) => runLogImport(ctx, importId));
  handle.staff(routes.getLogImport, (ctx, { importId }) => getLogImport(ctx, importId));
  handle.staff(routes.downloadImportBadRows, (ctx, { importId, locale }) => downloadBadRows(ctx, importId, locale));
}
