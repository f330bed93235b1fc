import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { TestVerdict } from "@yingda/contract/routes/knowledge-tests";
import { useEffect } from "react";
import { call } from "../../api.ts";

const testsKey = ["knowledge-tests"];
export const testsPageSize = 50;
const pollMs = 600;

export function useTests(filter: { search: string; verdict: TestVerdict | undefined; page: number }) {
  return useQuery({
    queryKey: [...testsKey, "list", filter],
    queryFn: ({ signal }) =>
      call(routes.listTests, { ...filter, search: filter.search || undefined, pageSize: testsPageSize }, signal),
    placeholderData: keepPreviousData,
  });
}

const runsQuery = queryOptions({
  queryKey: [...testsKey, "runs"],
  queryFn: ({ signal }) => call(routes.listTestRuns, {}, signal),
  refetchInterval: ({ state }) => (state.data?.items[0]?.state === "running" ? pollMs : false),
});

/** The runs, newest first; when one ends the list of tests is read again. */
export function useTestRuns() {
  const client = useQueryClient();
  const runs = useQuery(runsQuery);
  const latest = runs.data?.items[0];
  const ended = latest && latest.state !== "running" ? latest.testRunId : undefined;
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: [...testsKey, "list"] });
  }, [ended, client]);
  return runs;
}
