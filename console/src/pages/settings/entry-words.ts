import { useQueries } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { ApiError, call } from "../../api.ts";

/** The question of each knowledge entry; null for one that is gone; absent while on its way. */
export function useEntryWords(ids: string[]) {
  return useQueries({
    queries: ids.map((entryId) => ({
      queryKey: ["knowledge", "entry-words", entryId],
      queryFn: () => findQuestion(entryId),
      staleTime: 60_000,
    })),
    combine: (results) =>
      new Map(ids.map((id, place) => [id, results[place]?.data] as const).filter(([, words]) => words !== undefined)),
  });
}

async function findQuestion(entryId: string) {
  try {
    return (await call(routes.getEntry, { entryId })).question;
  } catch (error) {
    if (error instanceof ApiError && error.code === "not_found") return null;
    throw error;
  }
}
