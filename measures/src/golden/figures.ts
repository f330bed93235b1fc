import { catalogue, getMetric } from "../catalogue.ts";
import { type Evaluation, evaluate, fits } from "../evaluate.ts";
import type { Facts, Row } from "../facts.ts";
import type { ConversationLog } from "../fold.ts";
import { foldAll } from "../fold-all.ts";
import { type Group, groupBy } from "../impact.ts";
import type { MeasureSettings } from "../settings.ts";
import type { Span } from "./config.ts";

/** Why a customer was dissatisfied, with the words of a reason that the vocabulary lacks, and how often. */
export type GivenReason = { reason: string; comment: string | null; count: number };

/** What the report of a window is made of, whoever has worked it out. */
export type Figures = {
  /** Every metric of the catalogue, by key. */
  measured: ReadonlyMap<string, Evaluation>;
  /** Seconds of the judged turns, cut three ways. */
  turns: Readonly<Record<TurnCut, ReadonlyMap<string, Group>>>;
  /** Bad ones among the valid ratings. */
  badRatingsByAgent: ReadonlyMap<string, Group>;
  reasons: readonly GivenReason[];
};

export const turnCuts = ["agentId", "intent", "productId"] as const;
type TurnCut = (typeof turnCuts)[number];

export const averageResponse = getMetric("human.average_response");
export const imDissatisfaction = getMetric("human.im_dissatisfaction");

/** A golden set is a finished log: what is open in it stays unanswered. */
export const endOfTime = "9999-12-31T00:00:00.000Z";

/** A conversation belongs to the window of its first event. */
export function selectLogs(logs: readonly ConversationLog[], span: Span | undefined): ConversationLog[] {
  if (!span) return [];
  const start = Date.parse(span.start);
  const end = Date.parse(span.end_exclusive);
  return logs.filter(({ events }) => {
    const startedMs = Date.parse(events[0]?.at ?? "");
    return startedMs >= start && startedMs < end;
  });
}

/** Folds and evaluates in memory. */
export function measureLogs(logs: readonly ConversationLog[], settings: MeasureSettings): Figures {
  return figuresOf(foldAll(logs, settings, endOfTime));
}

function figuresOf(facts: Facts): Figures {
  const turns = facts.turn.filter((row) => fits(row, averageResponse.where));
  const ratings = facts.rating.filter((row) => fits(row, imDissatisfaction.where));
  const cutBy = (column: TurnCut) =>
    groupBy(
      turns,
      (row) => row[column],
      (row) => row.replySeconds ?? 0,
    );
  return {
    measured: new Map(catalogue.map((metric) => [metric.key, evaluate(metric, facts)])),
    turns: { agentId: cutBy("agentId"), intent: cutBy("intent"), productId: cutBy("productId") },
    badRatingsByAgent: groupBy(
      ratings,
      (row) => row.agentId,
      (row) => Number(row.isImBad),
    ),
    reasons: listReasons(ratings),
  };
}

function listReasons(ratings: readonly Row<"rating">[]): GivenReason[] {
  return ratings.flatMap(({ isImBad, reason, comment }) =>
    isImBad && reason !== null ? [{ reason, comment, count: 1 }] : [],
  );
}
