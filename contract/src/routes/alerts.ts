import * as z from "zod";
import { id, instant } from "../events.ts";
import { localDay, metricWords } from "../figures.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { recipients } from "./mailing.ts";

export const alertCondition = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("above"), threshold: z.number().min(0).max(1e9) }),
  z.object({ kind: z.literal("below"), threshold: z.number().min(0).max(1e9) }),
  z.object({ kind: z.literal("tag"), tag: z.enum(["urgent", "worsening"]) }),
]);
export type AlertCondition = z.infer<typeof alertCondition>;

export const alertRuleDraft = z.object({
  metric: z.string().max(80),
  condition: alertCondition,
  /** Days of the window that ends today; 1: today so far. */
  windowDays: z.union([z.literal(1), z.literal(7), z.literal(30)]),
  /** With fewer in the denominator nothing is said: one bad conversation of two is no trend. */
  minimumCases: z.number().int().min(1).max(100_000),
  recipients,
  /** In the console, behind the bell. */
  isShown: z.boolean(),
  language: z.enum(["zh-CN", "en"]),
  /** After an alert, at least so long until the next of the same rule. */
  coolDownHours: z.number().int().min(1).max(720),
  isOn: z.boolean(),
});
export type AlertRuleDraft = z.infer<typeof alertRuleDraft>;

export const alertRule = alertRuleDraft.extend({
  id,
  recipients: z.array(z.string()),
  state: z.enum(["calm", "alarmed"]),
  lastFiredAt: instant.nullable(),
  checkedAt: instant.nullable(),
  lastValue: z.number().nullable(),
});
export type AlertRule = z.infer<typeof alertRule>;

export const alert = z.object({
  id,
  metric: metricWords,
  condition: alertCondition,
  value: z.number(),
  numerator: z.number(),
  /** null: a count. */
  denominator: z.number().nullable(),
  previous: z.number().nullable(),
  peerMedian: z.number().nullable(),
  from: localDay,
  to: localDay,
  firedAt: instant,
  recoveredAt: instant.nullable(),
});
export type Alert = z.infer<typeof alert>;

const params = z.object({ ruleId: id });

export const alertRoutes = {
  listAlerts: route({
    method: "GET",
    path: "/api/alerts",
    permission: "analytics.read",
    summary: "Alerts of the last 90 days, newest first, and how many the caller has not seen yet",
    query: z.object({
      /** `bell`: only those meant for the console. */
      scope: z.enum(["bell", "all"]).default("all"),
      limit: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({ items: z.array(alert), unseen: z.number().int() }),
  }),
  markAlertsSeen: route({
    method: "POST",
    path: "/api/alerts/seen",
    permission: "analytics.read",
    summary: "The caller has seen all alerts up to now",
    body: z.object({}),
    reply: z.object({}),
  }),
  listAlertRules: route({
    method: "GET",
    path: "/api/alert-rules",
    permission: "analytics.read",
    summary: "When an alert is raised, and which figures can be watched",
    reply: z.object({ items: z.array(alertRule), choices: z.array(metricWords), isMailSetUp: z.boolean() }),
  }),
  createAlertRule: route({
    method: "POST",
    path: "/api/alert-rules",
    permission: "settings.edit",
    summary: "Watch a figure",
    body: alertRuleDraft,
    reply: alertRule,
  }),
  updateAlertRule: route({
    method: "PUT",
    path: "/api/alert-rules/:ruleId",
    permission: "settings.edit",
    summary: "Change a rule; it begins calm again",
    params,
    body: alertRuleDraft,
    reply: alertRule,
  }),
  deleteAlertRule: route({
    method: "DELETE",
    path: "/api/alert-rules/:ruleId",
    permission: "settings.edit",
    summary: "Watch no longer; what was raised stays in the history",
    params,
    reply: z.object({}),
  }),
};
