import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { LogImport, LogMapping } from "@yingda/contract/routes/imports";
import { useEffect, useState } from "react";
import { ApiError, call } from "../../api.ts";

/** What the page asks of the server, and what it keeps. */

const listKey = ["imports"] as const;
const progressEveryMs = 700;
/** So that a form being filled in does not ask at every click. */
const settledAfterMs = 300;

export const importsQuery = queryOptions({
  queryKey: listKey,
  queryFn: ({ signal }) => call(routes.listLogImports, {}, signal),
  // Another person may have started one.
  refetchInterval: ({ state }) =>
    state.data?.items.some((each) => each.state === "running") ? progressEveryMs : false,
});

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: [...listKey, importId],
    queryFn: ({ signal }) => call(routes.getLogImport, { importId }, signal),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? progressEveryMs : false),
  });

export function useUpload() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (file: File) => call(routes.uploadLog, { name: file.name.slice(-200), bytes: file }),
    onSuccess: (fresh) => {
      client.setQueryData(importQuery(fresh.id).queryKey, fresh);
      void client.invalidateQueries({ queryKey: listKey, exact: true });
      return navigate({ to: "/imports", search: { import: fresh.id } });
    },
  });
}

/** What the mapping would bring, once nobody has touched it for a moment; the last one stays on screen meanwhile. */
export function usePreview(importId: string, mapping: LogMapping | null) {
  const client = useQueryClient();
  const settled = useSettled(mapping);
  const preview = useQuery({
    queryKey: [...listKey, importId, "preview", settled],
    queryFn: async ({ signal }) => {
      const previewed = await call(routes.previewLogImport, { importId, mapping: settled! }, signal);
      client.setQueryData(importQuery(importId).queryKey, previewed);
      return previewed;
    },
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isCurrent = JSON.stringify(mapping) === JSON.stringify(settled) && !preview.isPlaceholderData;
  return { ...preview, isCurrent: isCurrent && preview.isSuccess };
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), settledAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function useRun(importId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes.runLogImport, { importId }),
    onSuccess: (run: LogImport) => {
      client.setQueryData(importQuery(importId).queryKey, run);
      return client.invalidateQueries({ queryKey: listKey, exact: true });
    },
  });
}

const problems = ["empty", "gzip", "workbook", "encoding", "json_array", "no_table", "gone"] as const;
export type Problem = (typeof problems)[number] | "tooLarge" | "tooManyRows" | "tooLargeUnpacked" | "timeZone";

/** Which of our own sentences fits; null: the general one of the error's code. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof ApiError)) return null;
  if (error.code === "too_many_rows") return "tooManyRows";
  // The body itself is checked before it is sent.
  if (error.code === "too_large") return "tooLargeUnpacked";
  if (error.fields.some(({ path }) => path === "mapping.timeZone")) return "timeZone";
  return problems.find((why) => why === error.details.why) ?? null;
}
