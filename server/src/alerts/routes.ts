import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import {
  createAlertRule,
  deleteAlertRule,
  listAlertRules,
  listAlerts,
  markAlertsSeen,
  updateAlertRule,
} from "./alerts.ts";

export function alertRoutes(handle: Handle): void {
  handle.staff(routes.listAlerts, listAlerts);
  handle.staff(routes.markAlertsSeen, async (ctx) => {
    await markAlertsSeen(ctx);
    return {};
  });
  handle.staff(routes.listAlertRules, (ctx) => listAlertRules(ctx));
  handle.staff(routes.createAlertRule, createAlertRule);
  handle.staff(routes.updateAlertRule, (ctx, { ruleId, ...draft }) => updateAlertRule(ctx, ruleId, draft));
  handle.staff(routes.deleteAlertRule, async (ctx, { ruleId }) => {
    await deleteAlertRule(ctx, ruleId);
    return {};
  });
}
