import * as z from "zod";
import { instant } from "../events.ts";
import { bilingual, localDay } from "../figures.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

/** Where a value stands among its peers. */
export const peerStanding = z.object({
  median: z.number(),
  p25: z.number(),
  p75: z.number(),
  /** Share of the peers with a smaller value, 0–100; null without a value of our own. */
  percentile: z.number().nullable(),
  /** Beyond the outermost percentile that is known: at most, or at least, that. */
  bound: z.enum(["at_most", "at_least"]).nullable(),
  /** How many shops; null: the file does not say. */
  n: z.number().int().nullable(),
  source: z.enum(["installation", "file"]),
  asOf: localDay,
});
export type PeerStanding = z.infer<typeof peerStanding>;

/** Whether there are peers, or why not. */
export const peerState = z.enum(["found", "no_industry", "too_few_shops", "not_computed", "no_tier", "not_in_file"]);
export type PeerState = z.infer<typeof peerState>;

export const benchmarkBadRow = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: z.enum([
    "unknown_metric",
    "unknown_industry",
    "missing",
    "not_a_number",
    "out_of_range",
    "not_ascending",
    "too_long",
    "duplicate",
  ]),
});
export type BenchmarkBadRow = z.infer<typeof benchmarkBadRow>;

export const benchmarkPreview = z.object({
  counts: z.object({
    rows: z.number().int(),
    good: z.number().int(),
    bad: z.number().int(),
    untouched: z.number().int(),
  }),
  badRows: z.array(benchmarkBadRow),
  sample: z.array(
    z.object({
      row: z.number().int(),
      metric: z.object({ key: z.string(), name: bilingual, unit: z.string() }),
      industry: z.string(),
      tier: z.string(),
      p25: z.number(),
      median: z.number(),
      p75: z.number(),
    }),
  ),
});
export type BenchmarkPreview = z.infer<typeof benchmarkPreview>;

export const peersOverview = z.object({
  state: peerState,
  /** Of the source in use. */
  source: z.enum(["installation", "file"]),
  industry: z.string(),
  /** On this installation: shops of this industry, and our quartile by volume once it has been reckoned. */
  shops: z.number().int(),
  shopsNeeded: z.number().int(),
  tier: z.number().int().nullable(),
  asOf: localDay.nullable(),
  /** How many metrics can be compared. */
  metrics: z.number().int(),
  file: z
    .object({
      name: z.string(),
      importedAt: instant,
      rows: z.number().int(),
      /** Tiers it has for the shop's industry, and the one chosen. */
      tiers: z.array(z.string()),
      tier: z.string().nullable(),
    })
    .nullable(),
});
export type PeersOverview = z.infer<typeof peersOverview>;

const sheet = z.object({ format: z.enum(["xlsx", "csv"]).default("xlsx"), locale: z.enum(["zh-CN", "en"]) });

export const peerRoutes = {
  getPeers: route({
    method: "GET",
    path: "/api/peers",
    permission: "settings.edit",
    summary: "Whom the shop is compared with, or why with nobody",
    reply: peersOverview,
  }),
  getBenchmarkTemplate: route({
    method: "GET",
    path: "/api/peers/template",
    permission: "settings.edit",
    summary: "The sheet for a benchmark of one's own, with every metric that can be compared",
    query: sheet,
    reply: "bytes",
  }),
  previewBenchmark: route({
    method: "POST",
    path: "/api/peers/preview",
    permission: "settings.edit",
    summary: "What a benchmark file says, and every row that can't be used; nothing is kept",
    query: z.object({ name: z.string().min(1).max(200) }),
    body: "bytes",
    maxBytes: limits.benchmarkBytes,
    reply: benchmarkPreview,
  }),
  importBenchmark: route({
    method: "POST",
    path: "/api/peers/benchmark",
    permission: "settings.edit",
    summary: "Compare with this file from now on; bad rows are left out, the file before is replaced",
    query: z.object({ name: z.string().min(1).max(200) }),
    body: "bytes",
    maxBytes: limits.benchmarkBytes,
    reply: peersOverview,
  }),
  chooseBenchmarkTier: route({
    method: "PUT",
    path: "/api/peers/tier",
    permission: "settings.edit",
    summary: "Which tier of the file the shop compares itself with",
    body: z.object({ tier: z.string().max(60) }),
    reply: peersOverview,
  }),
  removeBenchmark: route({
    method: "DELETE",
    path: "/api/peers/benchmark",
    permission: "settings.edit",
    summary: "Remove the file; the shops of this installation are the peers again",
    reply: peersOverview,
  }),
};
