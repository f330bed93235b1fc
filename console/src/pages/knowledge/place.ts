import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** Where on the page somebody is, as the address says it: a link shows another person the same. */
export type Place = ReturnType<typeof usePlace>["place"];

type Search = {
  entry?: string;
  search?: string;
  category?: string;
  isEnabled?: string;
  page?: string;
  ask?: string;
  draft?: string;
};

/** Stands where an entry's id would, while a new one is written. */
export const newEntry = "new";

export function usePlace() {
  const search = useSearch({ from: "/shell/knowledge" });
  const navigate = useNavigate();
  const go = useCallback(
    (change: Search, options: { replace?: boolean } = {}) =>
      void navigate({ to: "/knowledge", search: (before: Search) => ({ ...before, ...change }), ...options }),
    [navigate],
  );
  const isEnabled = search.isEnabled === "true" || search.isEnabled === "false" ? search.isEnabled : undefined;
  const place = {
    entry: search.entry ?? (search.draft ? newEntry : undefined),
    search: search.search ?? "",
    category: search.category,
    isEnabled: isEnabled as "true" | "false" | undefined,
    page: Math.max(1, Math.floor(Number(search.page)) || 1),
    ask: search.ask,
    draft: search.draft,
  };
  return { place, go };
}
