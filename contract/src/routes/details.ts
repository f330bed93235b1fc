import * as z from "zod";
import { detailColumn, detailQuery, detailRow, detailTable, viewContent } from "../details.ts";
import { id, instant } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { figureQuery } from "./figures.ts";

const cursor = z.string().max(500).optional();

const detailPage = z.object({
  columns: z.array(z.string()),
  rows: z.array(detailRow),
  /** For `after` and `before` of the pages beside this one; null where there is none. */
  next: z.string().nullable(),
  previous: z.string().nullable(),
  /** Counted up to `limits.detailsCounted`; `isMore`: there are more than that. */
  total: z.object({ count: z.number().int(), isMore: z.boolean() }),
});
export type DetailPage = z.infer<typeof detailPage>;

const savedView = z.object({
  id,
  name: z.string(),
  isShared: z.boolean(),
  isMine: z.boolean(),
  ownerName: z.string().nullable(),
  view: viewContent,
});
export type SavedView = z.infer<typeof savedView>;

const viewId = z.object({ viewId: id });
const viewWish = z.object({
  name: z.string().trim().min(1).max(limits.nameCharacters),
  /** Seen by everybody in the shop who reads figures. */
  isShared: z.boolean().default(false),
  view: viewContent,
});

export const sheetFormat = z.enum(["csv", "xlsx"]);
export type SheetFormat = z.infer<typeof sheetFormat>;

/** All rows of a table, or the answer to a question for figures. */
export const downloadWish = z.union([detailQuery, z.object({ table: z.literal("figures"), query: figureQuery })]);
export type DownloadWish = z.infer<typeof downloadWish>;

export const download = z.object({
  id,
  table: z.string(),
  /** As the file will be called. */
  name: z.string(),
  format: sheetFormat,
  state: z.enum(["waiting", "running", "done", "failed"]),
  rows: z.number().int(),
  /** null until they are counted. */
  totalRows: z.number().int().nullable(),
  bytes: z.number().nullable(),
  /** An error code of the contract. */
  failure: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** When the file is deleted. */
  expiresAt: instant.nullable(),
});
export type Download = z.infer<typeof download>;

const downloadId = z.object({ downloadId: id });

export const detailRoutes = {
  listDetailColumns: route({
    method: "GET",
    path: "/api/analytics/details/columns",
    permission: "analytics.read",
    summary: "What the tables have as columns, with their words",
    reply: z.object({ tables: z.record(detailTable, z.array(detailColumn)) }),
  }),
  listDetails: route({
    method: "POST",
    path: "/api/analytics/details",
    permission: "analytics.read",
    summary: "Conversations or agents row by row: any columns, filtered and sorted by any, page by page",
    body: detailQuery.extend({
      /** A page's `next` or `previous`; they belong to the sort they came with. */
      after: cursor,
      before: cursor,
      pageSize: z.number().int().min(1).max(limits.pageSize).default(limits.pageSize),
    }),
    reply: detailPage,
  }),
  listViews: route({
    method: "GET",
    path: "/api/analytics/views",
    permission: "analytics.read",
    summary: "One's own saved views and those shared in the shop",
    reply: z.object({ items: z.array(savedView) }),
  }),
  createView: route({
    method: "POST",
    path: "/api/analytics/views",
    permission: "analytics.read",
    summary: "Save a view; sharing it needs conversations.oversee",
    body: viewWish,
    reply: savedView,
  }),
  changeView: route({
    method: "PUT",
    path: "/api/analytics/views/:viewId",
    permission: "analytics.read",
    summary: "Change a view of one's own; an administrator also one that is shared",
    params: viewId,
    body: viewWish,
    reply: savedView,
  }),
  deleteView: route({
    method: "DELETE",
    path: "/api/analytics/views/:viewId",
    permission: "analytics.read",
    summary: "Delete a view of one's own; an administrator also one that is shared",
    params: viewId,
    reply: z.object({ deleted: z.literal(true) }),
  }),
  startDownload: route({
    method: "POST",
    path: "/api/analytics/downloads",
    permission: "analytics.read",
    summary: "Have a table written to a file in the background",
    body: z.object({
      wish: downloadWish,
      format: sheetFormat,
      /** Of the headings and of words for values. */
      locale: z.enum(["zh-CN", "en"]).default("zh-CN"),
    }),
    reply: download,
  }),
  listDownloads: route({
    method: "GET",
    path: "/api/analytics/downloads",
    permission: "analytics.read",
    summary: "One's own downloads of the last days, newest first",
    reply: z.object({ items: z.array(download) }),
  }),
  getDownload: route({
    method: "GET",
    path: "/api/analytics/downloads/:downloadId",
    permission: "analytics.read",
    summary: "How far it is",
    params: downloadId,
    reply: download,
  }),
  fetchDownload: route({
    method: "GET",
    path: "/api/analytics/downloads/:downloadId/file",
    permission: "analytics.read",
    summary: "The file, once it is done",
    params: downloadId,
    reply: "bytes",
  }),
  /** Cancels one that is going on. */
  deleteDownload: route({
    method: "DELETE",
    path: "/api/analytics/downloads/:downloadId",
    permission: "analytics.read",
    summary: "Cancel it, or delete its file",
    params: downloadId,
    reply: z.object({ deleted: z.literal(true) }),
  }),
};
