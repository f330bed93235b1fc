import * as z from "zod";
import { conversationSummary } from "../conversation.ts";
import { filtersInAddress, localDay } from "../figures.ts";
import { limits } from "../limits.ts";
import { liveStrip, wall } from "../live.ts";
import { route } from "../route.ts";
import { peerStanding, peerState } from "./peers.ts";

export const measured = z.object({
  numerator: z.number(),
  denominator: z.number(),
  /** null when the denominator is 0. */
  value: z.number().nullable(),
});

export const homeMetric = z.object({
  key: z.string(),
  unit: z.enum(["ratio", "seconds", "count", "stars", "points"]),
  good: z.enum(["up", "down", "none"]),
  name: z.object({ "zh-CN": z.string(), en: z.string() }),
  formula: z.object({ "zh-CN": z.string(), en: z.string() }),
  now: measured,
  previous: measured,
  /** Only for the six of the score: 0–100, null when the metric has no value. */
  points: z.number().nullable(),
  weight: z.number().nullable(),
  /** What value is worth how many points; straight lines between. */
  anchors: z.array(z.tuple([z.number(), z.number()])).nullable(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
  tags: z.array(z.enum(["urgent", "worsening", "small_sample"])),
  /** null: nobody to compare with; `peers` of the home page says why. */
  peers: peerStanding.nullable(),
  trend: z.array(z.object({ day: localDay, value: z.number().nullable() })),
});
export type HomeMetric = z.infer<typeof homeMetric>;

export const home = z.object({
  window: z.object({ from: localDay, to: localDay, days: z.number().int() }),
  score: z.object({
    value: z.number().nullable(),
    previous: z.number().nullable(),
    counted: z.number().int(),
    of: z.number().int(),
  }),
  effectiveness: z.object({
    isEffective: z.boolean(),
    a: z.boolean(),
    b: z.boolean(),
    c: z.boolean(),
    facts: z.object({
      requests: z.number(),
      connected: z.number(),
      botConversations: z.number(),
      covered: z.number(),
      agentOnlineDays: z.number(),
      entries: z.number(),
      hotQuestions: z.number(),
    }),
  }),
  /** The six of the score, in its order; then average response and IM dissatisfaction. */
  metrics: z.array(homeMetric),
  peers: peerState,
  live: liveStrip,
  conversations: z.number().int(),
});
export type Home = z.infer<typeof home>;

export const analyticsRoutes = {
  getHome: route({
    method: "GET",
    path: "/api/analytics/home",
    permission: "analytics.read",
    summary:
      "Score, metrics with previous window and trend, effectiveness, live strip; whole local days ending yesterday or today",
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }),
    reply: home,
  }),
  /** Kept fresh by the staff socket's `wall` frames. */
  getWall: route({
    method: "GET",
    path: "/api/analytics/wall",
    permission: "analytics.read",
    summary: "The live wall: right now, and today by the minute against another day",
    query: z.object({ against: z.enum(["yesterday", "last_week"]).default("yesterday") }),
    reply: wall,
  }),
  /** The conversations behind a figure: those that count against it, for it, or all in the denominator. */
  listMetricConversations: route({
    method: "GET",
    path: "/api/analytics/conversations",
    permission: "analytics.read",
    summary: "The conversations a metric is made of",
    query: z.object({
      metric: z.string().max(80),
      part: z.enum(["against", "for", "all"]).default("against"),
      from: localDay,
      to: localDay,
      filters: filtersInAddress,
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({
      items: z.array(
        z.object({
          conversation: conversationSummary,
          agentName: z.string().nullable(),
          /** What this conversation contributed, e.g. seconds of its slowest turn, or 0/1. */
          contribution: z.number().nullable(),
          /** Events that made it so, to be marked in the transcript. */
          seqs: z.array(z.number().int()),
        }),
      ),
      total: z.number(),
      measured,
      metric: z.object({
        key: z.string(),
        unit: z.string(),
        good: z.string(),
        name: z.object({ "zh-CN": z.string(), en: z.string() }),
        formula: z.object({ "zh-CN": z.string(), en: z.string() }),
      }),
    }),
  }),
};
