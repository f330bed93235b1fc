import { useQuery } from "@tanstack/react-query";
import type { MetricWords } from "@yingda/contract/figures";
import { askFigures } from "./ask.ts";
import { useFigureState } from "./use-figures.ts";

const none: ReadonlyMap<string, MetricWords> = new Map();

/** What metrics are called and how they are reckoned: words that no day changes. */
export function useMetricWords(metrics: readonly string[]): ReadonlyMap<string, MetricWords> {
  const { today } = useFigureState();
  const found = useQuery({
    queryKey: ["figures", "words", metrics],
    queryFn: async ({ signal }) =>
      (await askFigures({ metrics: [...metrics], window: { from: today, to: today } }, signal)).words,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return found.data ?? none;
}
