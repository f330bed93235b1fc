import type { FigureRow, Figures, Pair } from "../../../figures/ask.ts";

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

/** The whole is what the cards show; the rest is what no agent stands for: offline messages, above all. */
export type People = { agents: FigureRow[]; rest: FigureRow | null; total: FigureRow };

/** Agents apart from what is nobody's: together they are the whole. */
export function peopleOf({ rows, total }: Pick<Figures, "rows" | "total">): People {
  return {
    agents: rows.filter(({ keys }) => keys[0]!.key !== null),
    rest: rows.find(({ keys }) => keys[0]!.key === null) ?? null,
    total: { id: "total", keys: [], figures: total },
  };
}
