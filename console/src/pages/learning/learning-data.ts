import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";

const pollMs = 1_500;

export const learningQuery = queryOptions({
  queryKey: ["learning", "overview"],
  queryFn: ({ signal }) => call(routes.getLearning, {}, signal),
  refetchInterval: ({ state }) => (state.data?.isRunning ? pollMs : false),
});

/** Something of learning changes: everything that shows it asks again. */
export function useLearningChange<Input, Reply>(
  change: (input: Input) => Promise<Reply>,
  done?: (reply: Reply, input: Input) => void,
) {
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: change,
    onSuccess: async (reply, input) => {
      done?.(reply, input);
      await Promise.all(
        ["learning", "intents", "knowledge-tests"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
    onError: (error) => showError(error),
  });
}
