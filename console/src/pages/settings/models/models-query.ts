import { queryOptions } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { call } from "../../../api.ts";

/** How far the embedding is moves by itself. */
const refreshMs = 5_000;

export const modelsQuery = queryOptions({
  queryKey: ["models"],
  queryFn: ({ signal }) => call(routes.getModels, {}, signal),
  refetchInterval: ({ state }) => {
    const embedded = state.data?.embedded;
    return embedded && embedded.done < embedded.wordings ? refreshMs : false;
  },
});

export const usageQuery = (days: number) =>
  queryOptions({
    queryKey: ["models", "usage", days],
    queryFn: ({ signal }) => call(routes.getModelUsage, { days }, signal),
  });
