import * as z from "zod";
import {
  bilingual,
  comparison,
  dayWindow,
  dimension,
  figure,
  figureFilters,
  filtersInAddress,
  groupKey,
  localDay,
  metricWords,
  tag,
} from "../figures.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { peerStanding } from "./peers.ts";

const metricKey = z.string().min(1).max(80);

export const figureQuery = z.object({
  metrics: z.array(metricKey).min(1).max(limits.queryMetrics),
  /** None: the whole; one or two: a row for each value, or pair of values, that occurs. */
  dimensions: z.array(dimension).max(2).default([]),
  filters: figureFilters.default([]),
  window: dayWindow,
  compare: comparison.default("none"),
  /** Rows come by the first metric's denominator, largest first, unless by time or by another figure. */
  orderBy: z.object({ metric: metricKey, direction: z.enum(["asc", "desc"]) }).optional(),
  limit: z.number().int().min(1).max(limits.queryRows).default(200),
});

export type FigureQuery = z.input<typeof figureQuery>;

/** In the order of the metrics asked for. */
const figures = z.array(figure);

export const figureReply = z.object({
  window: dayWindow,
  before: dayWindow.nullable(),
  metrics: z.array(metricWords),
  total: z.object({ now: figures, before: figures.nullable() }),
  rows: z.array(z.object({ keys: z.array(groupKey), now: figures, before: figures.nullable() })),
  /**
   * How many there are in all; more than `rows` when the limit cut them. Of products, questions and entries that were
   * cut: those with facts of the kind that they are ordered by.
   */
  rowCount: z.number().int(),
});
export type FigureReply = z.infer<typeof figureReply>;

const part = z.object({
  /** Observations (turns, ratings, …) and their total: bad ones of a rate, seconds of a mean. */
  n: z.number(),
  sum: z.number(),
  mean: z.number().nullable(),
});

export const diagnosisGroup = groupKey.extend({
  ...part.shape,
  /** Share of the whole figure that this group adds (positive) or saves, in the figure's unit; all add up to 0. */
  impact: z.number(),
  /** 95 % interval of the impact, conversations being drawn. */
  low: z.number(),
  high: z.number(),
  /** Enough observations and an interval without 0; else it is shown grey. */
  isRanked: z.boolean(),
  leaveOneOut: z.number().nullable(),
  before: part.nullable(),
  /** Parts of the change since the window before; null without one. They add up to the change. */
  rateEffect: z.number().nullable(),
  mixEffect: z.number().nullable(),
  total: z.number().nullable(),
  tags: z.array(tag),
});
export type DiagnosisGroup = z.infer<typeof diagnosisGroup>;

export const diagnosis = z.object({
  metric: metricWords,
  dimension,
  /** What else it can be cut by. */
  dimensions: z.array(dimension),
  window: dayWindow,
  before: dayWindow.nullable(),
  now: figure,
  previous: figure.nullable(),
  change: z.number().nullable(),
  tags: z.array(tag),
  /** null: nobody to compare with. */
  peers: peerStanding.nullable(),
  groups: z.array(diagnosisGroup),
  groupCount: z.number().int(),
  /** What the figures say, made of them alone. */
  sentence: bilingual,
  /** What can be done about it, most telling first, and on which page of the console. */
  ways: z.array(z.object({ key: z.string(), name: bilingual, page: z.string() })),
});
export type Diagnosis = z.infer<typeof diagnosis>;

/** What customers asked in the same words and the bot knew no answer to. */
export const unansweredQuestion = z.object({
  question: z.string(),
  times: z.number().int(),
  conversations: z.number().int(),
  lastAt: z.iso.datetime(),
  /** The last time: where it was asked, and the question and the bot's reply in it. */
  conversationId: z.uuid(),
  seqs: z.array(z.number().int()),
});
export type UnansweredQuestion = z.infer<typeof unansweredQuestion>;

export const figureRoutes = {
  queryFigures: route({
    method: "POST",
    path: "/api/analytics/query",
    permission: "analytics.read",
    summary: "Any metrics, cut by up to two dimensions, filtered by any, compared with another window",
    body: figureQuery,
    reply: figureReply,
  }),
  diagnose: route({
    method: "POST",
    path: "/api/analytics/diagnosis",
    permission: "analytics.read",
    summary: "Why a ratio or mean is what it is: impact of each group, change split into rate and mix, in words",
    body: z.object({
      metric: metricKey,
      dimension,
      filters: figureFilters.default([]),
      window: dayWindow,
      compare: comparison.default("previous"),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    reply: diagnosis,
  }),
  listUnanswered: route({
    method: "GET",
    path: "/api/analytics/unanswered",
    permission: "analytics.read",
    summary: "Questions the bot had no answer to, put together by their words, most frequent first",
    query: z.object({
      from: localDay,
      to: localDay,
      filters: filtersInAddress,
      limit: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({
      items: z.array(unansweredQuestion),
      /** Different questions, and how often any was asked; of the latest only where there are very many. */
      total: z.number().int(),
      times: z.number().int(),
      isCut: z.boolean(),
    }),
  }),
};
