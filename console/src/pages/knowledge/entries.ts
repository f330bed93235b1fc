import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { call } from "../../api.ts";
import { useLive } from "../../live.ts";
import { type Draft, toSend } from "./draft.ts";
import type { Place } from "./place.ts";

/** What the page knows of the server's entries. */

export const pageSize = 50;

type Filter = Pick<Place, "search" | "category" | "isEnabled" | "page">;

export function useEntryList({ search, category, isEnabled, page }: Filter) {
  return useQuery({
    queryKey: ["knowledge", "list", { search, category, isEnabled, page }],
    queryFn: ({ signal }) =>
      call(routes.listEntries, { search: search || undefined, category, isEnabled, page, pageSize }, signal),
    placeholderData: keepPreviousData,
  });
}

/** All entries and categories, whatever is filtered. */
export function useOverview() {
  return useQuery({
    queryKey: ["knowledge", "list", "overview"],
    queryFn: ({ signal }) => call(routes.listEntries, { pageSize: 1 }, signal),
  });
}

const entryQuery = (entryId: string) =>
  queryOptions({
    queryKey: ["knowledge", "entry", entryId],
    queryFn: ({ signal }) => call(routes.getEntry, { entryId }, signal),
  });

/** Lists bring whole entries: one that is in a list opens at once, and is read again behind it. */
export function useEntry(entryId: string, isEnabled: boolean) {
  const client = useQueryClient();
  return useQuery({
    ...entryQuery(entryId),
    enabled: isEnabled,
    placeholderData: () =>
      client
        .getQueriesData<ReplyOf<typeof routes.listEntries>>({ queryKey: ["knowledge", "list"] })
        .flatMap(([, list]) => list?.items ?? [])
        .find(({ id }) => id === entryId),
  });
}

/** Lists follow what anybody changes, here or elsewhere; the push comes when the bot knows it too. */
export function useFollowChanges() {
  const client = useQueryClient();
  useLive((push) => {
    if (push.t === "knowledge") void client.invalidateQueries({ queryKey: ["knowledge"] });
  });
}

export function useSaveEntry(entryId: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) =>
      entryId === null
        ? call(routes.createEntry, toSend(draft))
        : call(routes.updateEntry, { entryId, ...toSend(draft) }),
    onSuccess: (entry) => remember(client, entry),
  });
}

export function useAddWording() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ entryId, wording }: { entryId: string; wording: string }) => {
      const entry = await call(routes.getEntry, { entryId });
      return call(routes.updateEntry, { entryId, similar: [...entry.similar, wording] });
    },
    onSuccess: (entry) => remember(client, entry),
  });
}

function remember(client: ReturnType<typeof useQueryClient>, entry: KnowledgeEntry) {
  client.setQueryData(entryQuery(entry.id).queryKey, entry);
  return client.invalidateQueries({ queryKey: ["knowledge", "list"] });
}

const atOnce = 6;

/** Switching has no route for many: one by one, a few at once. */
export function useSwitchEntries() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ entryIds, isEnabled }: { entryIds: string[]; isEnabled: boolean }) => {
      const waiting = [...entryIds];
      const work = async () => {
        for (let entryId = waiting.pop(); entryId; entryId = waiting.pop())
          await call(routes.updateEntry, { entryId, isEnabled });
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["knowledge"] }),
  });
}

export function useDeleteEntries() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entryIds: string[]) => call(routes.deleteEntries, { entryIds }),
    onSuccess: (_, entryIds) => {
      for (const entryId of entryIds) client.removeQueries(entryQuery(entryId));
      return client.invalidateQueries({ queryKey: ["knowledge", "list"] });
    },
  });
}
