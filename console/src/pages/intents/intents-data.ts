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

/** The keys with one of them moved a place; null where there is no place to move to. */
export function movedBy(keys: readonly string[], key: string, step: -1 | 1): string[] | null {
  const at = keys.indexOf(key);
  const to = at + step;
  if (at < 0 || to < 0 || to >= keys.length) return null;
  return keys.with(at, keys[to]!).with(to, key);
}

/** Those in use in their order, then the retired. */
export const inUseFirst = <T extends { isRetired: boolean }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => Number(a.isRetired) - Number(b.isRetired));

/** Phrasings as they are typed: one a line. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];
