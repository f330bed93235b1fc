import { queryOptions } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { call } from "./api.ts";

export const shopQuery = queryOptions({
  queryKey: ["shop"],
  queryFn: ({ signal }) => call(routes.getShop, {}, signal),
  staleTime: 60_000,
});
