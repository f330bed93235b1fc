import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Dimension, FigureFilter } from "@yingda/contract/figures";
import type { FigureQuery } from "@yingda/contract/routes/figures";
import { useMemo } from "react";
import { useFormat } from "../ui/use-format.ts";
import {
  type Compare,
  enterValue,
  type FigureSearch,
  type FigureState,
  readState,
  writeCompare,
  writeFilters,
} from "./address.ts";
import { askFigures } from "./ask.ts";
import { type Grain, shiftDay, stretchOf } from "./ranges.ts";

/** Nothing here is asked more often than people look: today's figures move, the rest do not. */
const freshMs = 60_000;

/** What the page shows, and how to change it. Only below /analytics. */
export function useFigureState() {
  const search: FigureSearch = useSearch({ from: "/shell/analytics" });
  const today = useFormat().dayOf(new Date());
  const state = useMemo(() => readState(search, today), [search, today]);
  return { search, state, today };
}

export function useSetFigureSearch() {
  const navigate = useNavigate();
  return (change: FigureSearch, options: { replace?: boolean } = {}) =>
    void navigate({ to: ".", search: (old: FigureSearch) => ({ ...old, ...change }), ...options });
}

export function changeOf(change: { compare?: Compare; filters?: readonly FigureFilter[] }): FigureSearch {
  return {
    ...("compare" in change && { compare: writeCompare(change.compare!) }),
    ...("filters" in change && { filters: writeFilters(change.filters!) }),
  };
}

/** What entering a row changes: days narrow the window, everything else becomes a filter. */
export function enteringRow(state: FigureState, dimension: Dimension, key: string | null): FigureSearch {
  if (key !== null && (dimension === "day" || dimension === "week" || dimension === "month")) {
    const stretch = stretchDays(key, dimension);
    const from = [stretch.from, state.window.from].sort().at(-1);
    const to = [stretch.to, state.window.to].sort().at(0);
    return { range: undefined, from, to };
  }
  return changeOf({ filters: enterValue(state.filters, dimension, key) });
}

function stretchDays(key: string, grain: Grain) {
  const from = grain === "month" ? `${key}-01` : key;
  let to = from;
  while (stretchOf(shiftDay(to, 1), grain) === key) to = shiftDay(to, 1);
  return { from, to };
}

type Asked = Omit<FigureQuery, "window" | "compare" | "filters"> & Partial<Pick<FigureQuery, "window" | "filters">>;

/** Figures of the window, compared and filtered as the page says; `withBefore: false` leaves the comparison out. */
export function useFigures(asked: Asked, { withBefore = true, enabled = true } = {}) {
  const { state } = useFigureState();
  const query: FigureQuery = {
    window: state.window,
    compare: withBefore ? (state.before ?? "none") : "none",
    filters: state.filters,
    ...asked,
  };
  return useQuery({
    queryKey: ["figures", query],
    queryFn: ({ signal }) => askFigures(query, signal),
    placeholderData: keepPreviousData,
    staleTime: freshMs,
    enabled,
  });
}
