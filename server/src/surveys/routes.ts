import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { listSurveyAnswers } from "./listing.ts";
import { describeWebhook, saveWebhook, testWebhook } from "./webhook.ts";

export function surveyRoutes(handle: Handle): void {
  handle.staff(routes.listSurveyAnswers, listSurveyAnswers);
  handle.staff(routes.getSurveyWebhook, (ctx) => describeWebhook(ctx));
  handle.staff(routes.saveSurveyWebhook, saveWebhook);
  handle.staff(routes.testSurveyWebhook, (ctx) => testWebhook(ctx));
}
