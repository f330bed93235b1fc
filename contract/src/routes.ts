import { alertRoutes } from "./routes/alerts.ts";
import { analyticsRoutes } from "./routes/analytics.ts";
import { apiRoutes } from "./routes/api.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { detailRoutes } from "./routes/details.ts";
import { figureRoutes } from "./routes/figures.ts";
import { importRoutes } from "./routes/imports.ts";
import { intentRoutes } from "./routes/intents.ts";
import { knowledgeRoutes } from "./routes/knowledge.ts";
import { knowledgeTestRoutes } from "./routes/knowledge-tests.ts";
import { learningRoutes } from "./routes/learning.ts";
import { mailingRoutes } from "./routes/mailing.ts";
import { measureSettingsRoutes } from "./routes/measure-settings.ts";
import { metricRoutes } from "./routes/metrics.ts";
import { modelRoutes } from "./routes/models.ts";
import { peerRoutes } from "./routes/peers.ts";
import { reportRoutes } from "./routes/reports.ts";
import { sessionRoutes } from "./routes/session.ts";
import { shopRoutes } from "./routes/shop.ts";
import { staffRoutes } from "./routes/staff.ts";
import { surveyRoutes } from "./routes/surveys.ts";
import { widgetRoutes } from "./routes/widget.ts";

/** Every route of the product, by name. */
export const routes = {
  ...sessionRoutes,
  ...staffRoutes,
  ...shopRoutes,
  ...widgetRoutes,
  ...knowledgeRoutes,
  ...conversationRoutes,
  ...analyticsRoutes,
  ...figureRoutes,
  ...measureSettingsRoutes,
  ...metricRoutes,
  ...detailRoutes,
  ...importRoutes,
  ...apiRoutes,
  ...surveyRoutes,
  ...intentRoutes,
  ...mailingRoutes,
  ...reportRoutes,
  ...alertRoutes,
  ...peerRoutes,
  ...learningRoutes,
  ...knowledgeTestRoutes,
  ...modelRoutes,
};
