import * as z from "zod";
import { bilingual, dimension, figure, metricWords } from "../figures.ts";
import { route } from "../route.ts";

const named = z.object({ key: z.string(), name: bilingual });

/** All there is to say about a metric. */
export const metricReference = metricWords.extend({
  family: bilingual,
  /** Key of the metric that this one is a variant of. */
  variantOf: z.string().nullable(),
  unitName: bilingual,
  goodName: bilingual,
  sources: z.array(named),
  /** The kind of row it is counted over. */
  fact: named,
  /** The declaration written out, e.g. `sum(replySeconds) ÷ count() over turn where inExamHours`. */
  computed: z.string(),
  dimensions: z.array(named.extend({ key: dimension })),
  /** Event types that it is made of. */
  events: z.array(z.string()),
  /** What of the shop's settings decides the figure, as set now. */
  settings: z.array(named.extend({ value: bilingual })),
  /** Median and P90 come with it. */
  hasSpread: z.boolean(),
  /** What a dozen invented conversations come to. */
  example: figure,
});
export type MetricReference = z.infer<typeof metricReference>;

export const metricRoutes = {
  listMetrics: route({
    method: "GET",
    path: "/api/analytics/metrics",
    permission: "analytics.read",
    summary:
      "The reference of metrics: formula, unit, direction, source, dimensions, events, and the settings that decide them",
    reply: z.object({ items: z.array(metricReference) }),
  }),
};
