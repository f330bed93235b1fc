import { queryOptions } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { call } from "../../api.ts";

export const mailQuery = queryOptions({
  queryKey: ["mail"],
  queryFn: ({ signal }) => call(routes.getMail, {}, signal),
});
