import * as z from "zod";
import { limits } from "../limits.ts";
import { measureNames, measureRules } from "../measure-rules.ts";
import { route } from "../route.ts";

/** One change, by one person at one moment; `before` and `after` hold what is different. */
export const measureChange = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  /** As they were called then. */
  byName: z.string(),
  names: z.array(z.enum(measureNames)),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});
export type MeasureChange = z.infer<typeof measureChange>;

export const freshness = z.object({
  /** When this was so. */
  asOf: z.iso.datetime(),
  /** Since when the settings are what they are; null: since the shop began. */
  settingsChangedAt: z.iso.datetime().nullable(),
  settingsChangedBy: z.string().nullable(),
  /** What that change was about. */
  settingsChanged: z.array(z.enum(measureNames)),
  /** Conversations whose figures follow the settings of now, of all; null when all do. */
  refolding: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /** Every conversation whose last word is older than this is in the figures as it is now. */
  foldedUpTo: z.iso.datetime(),
});
export type Freshness = z.infer<typeof freshness>;

const scored = z.object({ value: z.number().nullable(), points: z.number().nullable(), weight: z.number() });
const scorePreview = z.object({
  window: z.object({ from: z.iso.date(), to: z.iso.date() }),
  score: z.object({ saved: z.number().nullable(), draft: z.number().nullable() }),
  parts: z.array(
    z.object({
      metric: z.string(),
      unit: z.enum(["ratio", "seconds"]),
      saved: scored,
      draft: scored,
    }),
  ),
});
export type ScorePreview = z.infer<typeof scorePreview>;

export const measureSettingsRoutes = {
  getFreshness: route({
    method: "GET",
    path: "/api/analytics/freshness",
    permission: "analytics.read",
    summary: "Since when the figures follow the settings of now, and up to when they are complete",
    reply: freshness,
  }),
  listMeasureChanges: route({
    method: "GET",
    path: "/api/analytics/measure-changes",
    permission: "analytics.read",
    summary: "Who changed what about the measures, the latest first; and what they were to begin with",
    query: z.object({
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(20),
    }),
    reply: z.object({ items: z.array(measureChange), total: z.number().int(), defaults: measureRules }),
  }),
  previewScore: route({
    method: "POST",
    path: "/api/analytics/score-preview",
    permission: "settings.edit",
    summary: "What the score of the last 30 days would be under other rules; changes nothing",
    body: measureRules,
    reply: scorePreview,
  }),
};
