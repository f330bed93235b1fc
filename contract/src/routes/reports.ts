import * as z from "zod";
import { id, instant } from "../events.ts";
import { metricWords } from "../figures.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { recipients } from "./mailing.ts";

export const reportDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(limits.nameCharacters)
    .regex(/^[^\p{Cc}]*$/u),
  frequency: z.enum(["daily", "weekly"]),
  /** 0 = Sunday; a daily report has no use for it. */
  weekday: z.number().int().min(0).max(6),
  /** The shop's local time. */
  atTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  recipients: recipients.pipe(z.array(z.string()).min(1)),
  language: z.enum(["zh-CN", "en"]),
  metrics: z.array(z.string().max(80)).min(1).max(limits.reportMetrics),
  isOn: z.boolean(),
});
export type ReportDraft = z.infer<typeof reportDraft>;

export const report = reportDraft.extend({
  id,
  recipients: z.array(z.string()),
  nextRunAt: instant.nullable(),
  lastRunAt: instant.nullable(),
  /** Of the last run: how many recipients have it, wait for it, or will not get it without help. */
  lastRun: z.object({ sent: z.number(), waiting: z.number(), failed: z.number() }).nullable(),
});
export type Report = z.infer<typeof report>;

const params = z.object({ reportId: id });

export const reportRoutes = {
  listReports: route({
    method: "GET",
    path: "/api/reports",
    permission: "analytics.read",
    summary: "Reports by mail, what they may hold, and whether mail can be sent at all",
    reply: z.object({
      items: z.array(report),
      choices: z.array(metricWords),
      /** What a new report holds: the figures of the home page. */
      usual: z.array(z.string()),
      isMailSetUp: z.boolean(),
    }),
  }),
  createReport: route({
    method: "POST",
    path: "/api/reports",
    permission: "settings.edit",
    summary: "Add a report by mail",
    body: reportDraft,
    reply: report,
  }),
  updateReport: route({
    method: "PUT",
    path: "/api/reports/:reportId",
    permission: "settings.edit",
    summary: "Change a report by mail",
    params,
    body: reportDraft,
    reply: report,
  }),
  deleteReport: route({
    method: "DELETE",
    path: "/api/reports/:reportId",
    permission: "settings.edit",
    summary: "Delete a report by mail",
    params,
    reply: z.object({}),
  }),
  sendReport: route({
    method: "POST",
    path: "/api/reports/:reportId/send",
    permission: "settings.edit",
    summary: "Send a report to its recipients now, besides its usual times",
    params,
    /** Made by the caller: the same one sends once. */
    body: z.object({ mailId: id }),
    reply: report,
  }),
  previewReport: route({
    method: "POST",
    path: "/api/reports/preview",
    permission: "analytics.read",
    summary: "The mail as it would be sent now",
    body: reportDraft.pick({ name: true, frequency: true, language: true, metrics: true }),
    reply: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
  }),
};
