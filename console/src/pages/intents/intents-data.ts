import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { IntentGroup, IntentLeaf } from "@yingda/contract/routes/intents";
import { intentsKey } from "../../about/intents-query.ts";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";

export type { IntentGroup, IntentLeaf };

export const countedTreeQuery = queryOptions({
  queryKey: [...intentsKey, "counted"],
  queryFn: ({ signal }) => call(routes.listIntents, { counts: "true" }, signal),
});

export const intentQuery = (intentKey: string) =>
  queryOptions({
    queryKey: [...intentsKey, "one", intentKey],
    queryFn: ({ signal }) => call(routes.getIntent, { intentKey }, signal),
  });

/** A change of the tree: everything that shows it asks again. */
export function useTreeChange<Input, Reply>(change: (input: Input) => Promise<Reply>, done?: (reply: Reply) => void) {
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: change,
    onSuccess: async (reply) => {
      await client.invalidateQueries({ queryKey: intentsKey });
      done?.(reply);
    },
    onError: (error) => showError(error),
  });
}
