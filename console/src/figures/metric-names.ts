import { useQuery } from "@tanstack/react-query";
import type { MetricWords } from "@yingda/contract/figures";
import { limits } from "@yingda/contract/limits";
import { askFigures } from "./ask.ts";
import { useFigureState } from "./use-figures.ts";

const none: ReadonlyMap<string, MetricWords> = new Map();

/** What metrics are called and how they are reckoned: words that no day changes. */
export function useMetricWords(metrics: readonly string[]): ReadonlyMap<string, MetricWords> {
  const { today } = useFigureState();
  const found = useQuery({
    queryKey: ["figures", "words", metrics],
    queryFn: async ({ signal }) => {
      const handfuls = Array.from({ length: Math.ceil(metrics.length / limits.queryMetrics) }, (_, i) =>
        metrics.slice(i * limits.queryMetrics, (i + 1) * limits.queryMetrics),
      );
      const window = { from: today, to: today };
      const answers = await Promise.all(handfuls.map((some) => askFigures({ metrics: some, window }, signal)));
      return new Map(answers.flatMap(({ words }) => [...words]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return found.data ?? none;
}
