import type { FigureRow, Pair } from "../../../figures/ask.ts";

/** What is shown of every agent. The number of turns is the average response's denominator. */
export const peopleMetrics = [
  "human.sessions",
  "human.average_response",
  "human.first_response",
  "human.satisfaction_rate",
  "human.im_dissatisfaction",
  "human.transfer_rate",
  "human.handle_time",
] as const;
export type PeopleMetric = (typeof peopleMetrics)[number];

export const pairOf = (row: FigureRow, metric: PeopleMetric): Pair | undefined => row.figures.get(metric);
export const turnsOf = (row: FigureRow): number => pairOf(row, "human.average_response")?.now.denominator ?? 0;
