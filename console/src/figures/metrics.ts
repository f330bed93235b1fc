import { queryOptions, useQuery } from "@tanstack/react-query";
import type { MetricWords } from "@yingda/contract/figures";
import { routes } from "@yingda/contract/routes";
import { useMemo } from "react";
import { call } from "../api.ts";

/** Every metric there is, with all that is to be said about it. Names and formulas follow the shop's settings. */
export const metricsQuery = queryOptions({
  queryKey: ["metrics"],
  queryFn: ({ signal }) => call(routes.listMetrics, {}, signal),
  staleTime: 5 * 60_000,
});

export function useMetricWords(): ReadonlyMap<string, MetricWords> {
  const items = useQuery(metricsQuery).data?.items;
  return useMemo(() => new Map(items?.map((metric) => [metric.key, metric])), [items]);
}
