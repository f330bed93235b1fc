import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { handling } from "@yingda/contract/conversation";
import { routes } from "@yingda/contract/routes";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ConversationList, ListSkeleton } from "./conversation-list.tsx";
import { dayWindow, isDay } from "./day-window.ts";
import { Filters, useClearFilters } from "./filters.tsx";

const pageSize = 50;

export function HistoryPage() {
  const { t } = useTranslation("conversations");
  const { timeZone } = useFormat();
  const search = useSearch({ from: "/shell/conversations" });
  const clear = useClearFilters();
  const window = dayWindow(
    isDay(search.from) ? search.from : undefined,
    isDay(search.to) ? search.to : undefined,
    timeZone,
  );
  const filter = {
    scope: "all" as const,
    search: search.search,
    handling: handling.safeParse(search.handling).data,
    agentId: search.agentId,
    channel: search.channel,
    customerId: search.customerId,
    ...window,
  };
  const list = useInfiniteQuery({
    queryKey: ["conversations", filter],
    queryFn: ({ pageParam, signal }) =>
      call(routes.listConversations, { ...filter, pageSize, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== "scope" && value !== undefined);

  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Filters />
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending && <ListSkeleton />}
      {list.data && rows.length === 0 && (
        <EmptyState
          title={t(isFiltered ? "list.empty" : "list.emptyAtAll")}
          why={t(isFiltered ? "list.emptyWhy" : "list.emptyAtAllWhy")}
          action={isFiltered && <Button onClick={clear}>{t("list.clear")}</Button>}
        />
      )}
      {rows.length > 0 && <ConversationList rows={rows.map((conversation) => ({ conversation }))} />}
      {list.hasNextPage && (
        <div className="history-more">
          <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t("list.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
