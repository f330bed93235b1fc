import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { createReport, deleteReport, listReports, previewReport, sendReportNow, updateReport } from "./reports.ts";

export function reportRoutes(handle: Handle): void {
  handle.staff(routes.listReports, (ctx) => listReports(ctx));
  handle.staff(routes.createReport, createReport);
  handle.staff(routes.updateReport, (ctx, { reportId, ...draft }) => updateReport(ctx, reportId, draft));
  handle.staff(routes.deleteReport, async (ctx, { reportId }) => {
    await deleteReport(ctx, reportId);
    return {};
  });
  handle.staff(routes.sendReport, sendReportNow);
  handle.staff(routes.previewReport, previewReport);
}
