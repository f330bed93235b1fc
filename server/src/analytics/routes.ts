import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { defaultSettings } from "../shops/default-settings.ts";
import { listMeasureChanges } from "../shops/measure-changes.ts";
import { listMetricConversations } from "./behind.ts";
import { diagnose } from "./diagnosis.ts";
import { describeFreshness } from "./freshness.ts";
import { describeHome } from "./home.ts";
import { queryFigures } from "./query.ts";
import { listMetrics } from "./references.ts";
import { previewScore } from "./score-preview.ts";
import { listUnanswered } from "./unanswered.ts";
import { describeWall } from "./wall/wall.ts";

export function analyticsRoutes(handle: Handle): void {
  handle.staff(routes.getHome, describeHome);
  handle.staff(routes.getWall, describeWall);
  handle.staff(routes.queryFigures, queryFigures);
  handle.staff(routes.diagnose, diagnose);
  handle.staff(routes.listMetrics, (ctx) => listMetrics(ctx));
  handle.staff(routes.listMetricConversations, listMetricConversations);
  handle.staff(routes.getFreshness, (ctx) => describeFreshness(ctx));
  handle.staff(routes.listMeasureChanges, async (ctx, page) => ({
    ...(await listMeasureChanges(ctx, page)),
    defaults: defaultSettings.measures,
  }));
  handle.staff(routes.previewScore, previewScore);
  handle.staff(routes.listUnanswered, listUnanswered);
}
