import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { DetailColumn, DetailQuery, DetailTable } from "@yingda/contract/details";
import { routes } from "@yingda/contract/routes";
import { useMemo } from "react";
import { call } from "../../api.ts";
import { useFigureState } from "../../figures/use-figures.ts";
import { type DetailSearch, type Look, markOf, readLook, readPlace, writeLook } from "./address.ts";

/** What a table of details shows, where it comes from, and how to change it. */

const columnsQuery = queryOptions({
  queryKey: ["detail-columns"],
  queryFn: ({ signal }) => call(routes.listDetailColumns, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export type DetailState = {
  table: DetailTable;
  look: Look;
  /** All that the table has; none while they are being fetched. */
  columns: DetailColumn[];
  /** Those that are shown, in order. */
  shown: DetailColumn[];
  sort: DetailQuery["sort"];
  query: DetailQuery;
  isTight: boolean;
};

export function useDetailState(table: DetailTable) {
  const search: DetailSearch = useSearch({ strict: false });
  const { state: figures } = useFigureState();
  const known = useQuery(columnsQuery);
  const state = useMemo((): DetailState => {
    const columns = known.data?.tables[table] ?? [];
    const has = ({ column }: { column: string }) => columns.some(({ key }) => key === column);
    const read = readLook(search);
    // A link of another version may name what is no more.
    const look: Look = {
      ...read,
      ranges: read.ranges.filter(has),
      flags: read.flags.filter(has),
      columns: read.columns.filter((column) => has({ column })),
      sort: read.sort && has(read.sort) ? read.sort : undefined,
    };
    const chosen = look.columns.flatMap((key) => columns.find((one) => one.key === key) ?? []);
    const shown = chosen.length > 0 ? chosen : columns.filter(({ isUsual }) => isUsual);
    const query = {
      ...{ table, window: figures.window, filters: figures.filters, ...look },
      columns: shown.map(({ key }) => key),
    };
    const sort = look.sort ?? usualSorts[table];
    return { table, look, columns, shown, sort, query, isTight: search.density === "tight" };
  }, [search, figures, known.data, table]);
  const mark = markOf(state.query);
  return { search, figures, state, mark, columnsError: known.error, retryColumns: known.refetch };
}

/** As the server sorts unasked. */
const usualSorts: Record<DetailTable, NonNullable<DetailQuery["sort"]>> = {
  conversations: { column: "startedAt", direction: "desc" },
  agents: { column: "human.sessions", direction: "desc" },
  agent_days: { column: "day", direction: "desc" },
};

/** Changes what the address says; a view that is departed from is no longer the one that is open. */
export function useSetDetails() {
  const navigate = useNavigate();
  return (change: DetailSearch, options: { replace?: boolean } = {}) =>
    void navigate({ to: ".", search: (old: DetailSearch) => ({ ...old, ...change }), ...options });
}

export function useSetLook() {
  const set = useSetDetails();
  return (look: Partial<Look>, options?: { replace?: boolean }) => set(writeLook(look), options);
}

export function useDetailRows({ query, shown }: DetailState, search: DetailSearch, mark: string) {
  const input = { ...query, ...readPlace(search, mark) };
  return useQuery({
    queryKey: ["details", input],
    queryFn: ({ signal }) => call(routes.listDetails, input, signal),
    placeholderData: keepPreviousData,
    enabled: shown.length > 0,
    staleTime: 30_000,
  });
}
