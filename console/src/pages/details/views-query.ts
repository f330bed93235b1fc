import { queryOptions } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { call } from "../../api.ts";

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) => call(routes.listViews, {}, signal),
  staleTime: 60_000,
});
