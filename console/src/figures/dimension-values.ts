import { useQuery } from "@tanstack/react-query";
import { type DayWindow, type Dimension, dimension, type FigureFilter, type GroupKey } from "@yingda/contract/figures";
import type { FigureQuery } from "@yingda/contract/routes/figures";
import { askFigures } from "./ask.ts";
import { spokenValuesOf } from "./use-dimension-words.ts";
import { useFigureState } from "./use-figures.ts";

/** Days are chosen as a range; everything else can be a filter. */
const ranges: readonly Dimension[] = ["day", "week", "month"];
export const filterDimensions = dimension.options.filter((key) => !ranges.includes(key));

/** Every conversation counts where it has the dimension; else the widest metric of a fact that has it. */
const countedBy: Partial<Record<Dimension, string>> = {
  agent: "human.transfer_rate",
  reason: "human.im_dissatisfaction",
  entry: "bot.knowledge_coverage",
  trigger: "bot.click_rate",
  requestedBy: "human.requests",
  surveyVia: "survey.csat.response_rate",
};
const widest = "compare.bot_vs_human.conversations";
const mostListed = 500;

export type CountedValue = GroupKey & { count: number | null };

/** The values that occur in the window, most frequent first, with how many there are of each. */
export function useDimensionValues(key: Dimension | undefined) {
  const { state } = useFigureState();
  return useQuery({
    queryKey: ["figures", "values", key, state.window],
    queryFn: async ({ signal }): Promise<CountedValue[]> => {
      // Outcomes belong to answers and requests both: there is no one count.
      if (key === "outcome") return spokenValuesOf(key)!.map((value) => ({ key: value, name: null, count: null }));
      const metric = countedBy[key!] ?? widest;
      const query: FigureQuery = { metrics: [metric], dimensions: [key!], window: state.window, limit: mostListed };
      const { rows } = await askFigures(query, signal);
      return rows.map(({ keys, figures }) => {
        const { now } = figures.get(metric)!;
        return { ...keys[0]!, count: now.denominator ?? now.numerator };
      });
    },
    enabled: key !== undefined,
    staleTime: 5 * 60_000,
  });
}

/** What the values of a filter are called: only those are asked for. */
export function useFilterNames({ dimension: key, in: values }: FigureFilter, window: DayWindow) {
  return useQuery({
    queryKey: ["figures", "names", key, values],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string | null, GroupKey>> => {
      const query: FigureQuery = {
        metrics: [countedBy[key] ?? widest],
        dimensions: [key],
        filters: [{ dimension: key, in: values }],
        window,
      };
      const { rows } = await askFigures(query, signal);
      return new Map(rows.map(({ keys }) => [keys[0]!.key, keys[0]!]));
    },
    enabled: spokenValuesOf(key) === null && values.some((value) => value !== null),
    staleTime: 5 * 60_000,
  });
}
