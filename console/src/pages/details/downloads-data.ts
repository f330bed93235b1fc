import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { Download, DownloadWish, SheetFormat } from "@yingda/contract/routes/details";
import { call } from "../../api.ts";
import { usePreferences } from "../../preferences.ts";

/** Files that the server writes for this person. */

const progressEveryMs = 700;

export const isUnderWay = ({ state }: Download): boolean => state === "waiting" || state === "running";

export const downloadsQuery = queryOptions({
  queryKey: ["downloads"],
  queryFn: ({ signal }) => call(routes.listDownloads, {}, signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? progressEveryMs : false),
});

export function useStartDownload() {
  const client = useQueryClient();
  const { language } = usePreferences();
  return useMutation({
    mutationFn: (input: { wish: DownloadWish; format: SheetFormat }) =>
      call(routes.startDownload, { ...input, locale: language }),
    onSuccess: () => client.invalidateQueries({ queryKey: downloadsQuery.queryKey }),
  });
}

export function useDeleteDownload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (downloadId: string) => call(routes.deleteDownload, { downloadId }),
    onSettled: () => client.invalidateQueries({ queryKey: downloadsQuery.queryKey }),
  });
}

/** Straight to the disk: a page that fetched it would hold all of it in memory. */
export const fileAddress = ({ id }: Download): string => routes.fetchDownload.path.replace(":downloadId", id);
