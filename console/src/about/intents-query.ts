import { queryOptions, useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { IntentGroup } from "@yingda/contract/routes/intents";
import { useMemo } from "react";
import { call } from "../api.ts";
import { useFormat } from "../ui/use-format.ts";

export const intentsKey = ["intents"];

/** The tree's names: asked for often, changed seldom. */
const intentsQuery = queryOptions({
  queryKey: [...intentsKey, "names"],
  queryFn: ({ signal }) => call(routes.listIntents, {}, signal),
  staleTime: 5 * 60_000,
});

export type IntentNames = {
  groups: IntentGroup[];
  /** In the person's language; a key from elsewhere is its own name. */
  nameOf: (key: string) => string;
  groupNameOf: (key: string) => string | null;
};

export function useIntentNames(): IntentNames {
  const { data } = useQuery(intentsQuery);
  const { language } = useFormat();
  return useMemo(() => {
    const groups = data?.groups ?? [];
    const names = new Map<string, string>();
    const parents = new Map<string, string>();
    for (const group of groups) {
      names.set(group.key, group.name[language]);
      for (const intent of group.intents) {
        names.set(intent.key, intent.name[language]);
        parents.set(intent.key, group.name[language]);
      }
    }
    return {
      groups,
      nameOf: (key) => names.get(key) ?? key,
      groupNameOf: (key) => parents.get(key) ?? null,
    };
  }, [data, language]);
}
