import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { ConversationSummary, WireEvent } from "@yingda/contract/conversation";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { call } from "../api.ts";
import { mergeEvents, newerSummary } from "./merge-events.ts";

export type ConversationDetail = ReplyOf<typeof routes.getConversation>;

const keyOf = (conversationId: string) => ["conversation", conversationId];

/** Fetching again asks only for what is newer than what is known, so catching up is cheap at any time. */
export function conversationQuery(client: QueryClient, conversationId: string) {
  const queryKey = keyOf(conversationId);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<ConversationDetail> => {
      const after = client.getQueryData<ConversationDetail>(queryKey)?.events.at(-1)?.seq ?? 0;
      const reply = await call(routes.getConversation, { conversationId, after }, signal);
      // Pushes may have come while the request was on its way.
      const known = client.getQueryData<ConversationDetail>(queryKey);
      if (!known) return reply;
      return {
        ...reply,
        events: mergeEvents(known.events, reply.events).events,
        conversation: newerSummary(known.conversation, reply.conversation),
      };
    },
  });
}

/** A push for a conversation that was opened before; a gap is filled by asking. */
export function receiveEvents(client: QueryClient, summary: ConversationSummary, incoming: readonly WireEvent[]) {
  const queryKey = keyOf(summary.id);
  const known = client.getQueryData<ConversationDetail>(queryKey);
  if (!known) return;
  const { events, hasGap } = mergeEvents(known.events, incoming);
  const conversation = newerSummary(known.conversation, summary);
  client.setQueryData<ConversationDetail>(queryKey, { ...known, conversation, events });
  if (hasGap) void client.invalidateQueries({ queryKey });
}

export function changeSummary(
  client: QueryClient,
  conversationId: string,
  change: (summary: ConversationSummary) => ConversationSummary,
) {
  client.setQueryData<ConversationDetail>(keyOf(conversationId), (known) =>
    known ? { ...known, conversation: change(known.conversation) } : undefined,
  );
}
