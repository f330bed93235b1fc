import { routes } from "@yingda/contract/routes";
import type { Handle } from "../../platform/http/handle.ts";
import { deleteDownload, fetchDownload, getDownload, listDownloads, startDownload } from "../downloads/downloads.ts";
import { listDetailColumns, listDetails } from "./details.ts";
import { changeView, createView, deleteView, listViews } from "./views.ts";

export function detailRoutes(handle: Handle): void {
  handle.staff(routes.listDetailColumns, (ctx) => listDetailColumns(ctx));
  handle.staff(routes.listDetails, listDetails);
  handle.staff(routes.listViews, listViews);
  handle.staff(routes.createView, createView);
  handle.staff(routes.changeView, changeView);
  handle.staff(routes.deleteView, deleteView);
  handle.staff(routes.startDownload, startDownload);
  handle.staff(routes.listDownloads, (ctx) => listDownloads(ctx));
  handle.staff(routes.getDownload, getDownload);
  handle.staff(routes.fetchDownload, fetchDownload);
  handle.staff(routes.deleteDownload, deleteDownload);
}
