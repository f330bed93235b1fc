import { type InfiniteData, infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { ConversationSummary } from "@yingda/contract/conversation";
import type { StaffPush } from "@yingda/contract/frames";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { call } from "../../api.ts";
import { changeSummary, receiveEvents } from "../../transcript/conversation-query.ts";
import { placeRow, type Scope } from "./rows.ts";

/** The lists and how pushes change them. A push is a hint: the lists are also asked for again now and then. */

type ListPage = ReplyOf<typeof routes.listConversations>;

const scopes: Scope[] = ["mine", "queue", "open"];
/** Nobody serves more than fifty at once, so that mine always come whole. */
const pageSizes: Record<Scope, number> = { mine: 200, queue: 100, open: 100 };
/** Nothing pushes what the bot does alone; a list of everything asks more often. */
const refetchMs: Record<Scope, number> = { mine: 60_000, queue: 60_000, open: 15_000 };

export const deskQuery = (scope: Scope) =>
  infiniteQueryOptions({
    queryKey: ["desk", scope],
    queryFn: ({ pageParam, signal }) =>
      call(routes.listConversations, { scope, pageSize: pageSizes[scope], cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: ListPage) => last.nextCursor ?? undefined,
    refetchInterval: refetchMs[scope],
  });

export const shopQuery = queryOptions({
  queryKey: ["shop"],
  queryFn: ({ signal }) => call(routes.getShop, {}, signal),
  staleTime: 5 * 60_000,
});

export const colleaguesQuery = queryOptions({
  queryKey: ["colleagues"],
  queryFn: ({ signal }) => call(routes.listColleagues, {}, signal),
});

function changeLists(client: QueryClient, change: (pages: ListPage[], scope: Scope) => ListPage[]) {
  for (const scope of scopes) {
    client.setQueryData<InfiniteData<ListPage>>(["desk", scope], (list) => {
      if (!list) return undefined;
      const pages = change(list.pages, scope);
      return pages === list.pages ? list : { ...list, pages };
    });
  }
}

export function placeEverywhere(client: QueryClient, row: ConversationSummary, staffId: string) {
  changeLists(client, (pages, scope) => placeRow(pages, scope, row, staffId));
}

/** The newest number heard of each conversation. What is late must not put a row back, what comes twice is no news. */
const newest = new Map<string, number>();

/** Takes a push into everything cached; true when it told something new. */
export function receivePush(
  client: QueryClient,
  push: StaffPush,
  looking: { staffId: string; readingId: string | null },
): boolean {
  if (push.t === "events") {
    const { conversation, events } = push;
    const isRead = conversation.id === looking.readingId && conversation.agentId === looking.staffId;
    const row = isRead ? { ...conversation, unread: 0 } : conversation;
    const isNews = row.lastSeq > (newest.get(row.id) ?? 0);
    if (isNews) {
      newest.set(row.id, row.lastSeq);
      placeEverywhere(client, row, looking.staffId);
    }
    receiveEvents(client, row, events);
    return isNews;
  }
  if (push.t === "read") {
    changeSummary(client, push.conversationId, (summary) => ({
      ...summary,
      customerReadSeq: Math.max(summary.customerReadSeq, push.seq),
    }));
  }
  if (push.t === "colleagues") void client.invalidateQueries({ queryKey: ["colleagues"] });
  return true;
}

/** Seen on this screen: the count goes without waiting for the server. */
export function clearUnread(client: QueryClient, conversationId: string) {
  const read = (row: ConversationSummary) =>
    row.id === conversationId && row.unread > 0 ? { ...row, unread: 0 } : row;
  changeLists(client, (pages) =>
    pages.some(({ items }) => items.some((row) => row.id === conversationId && row.unread > 0))
      ? pages.map((page) => ({ ...page, items: page.items.map(read) }))
      : pages,
  );
}
