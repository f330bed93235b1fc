import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { listMetricConversations } from "./behind.ts";
import { diagnose } from "./diagnosis.ts";
import { describeHome } from "./home.ts";
import { describeLive } from "./live.ts";
import { queryFigures } from "./query.ts";

export function analyticsRoutes(handle: Handle): void {
  handle.staff(routes.getHome, describeHome);
  handle.staff(routes.getLive, (ctx) => describeLive(ctx));
  handle.staff(routes.queryFigures, queryFigures);
  handle.staff(routes.diagnose, diagnose);
  handle.staff(routes.listMetricConversations, listMetricConversations);
}
