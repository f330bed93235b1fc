import { useQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { sendLive, useLiveState } from "../../live.ts";
import { useMe } from "../../session.ts";
import type { AnswerLabel, TranscriptActions } from "../../transcript/context.ts";
import { ConversationFailed } from "../../transcript/conversation-failed.tsx";
import { type ConversationDetail, conversationQuery } from "../../transcript/conversation-query.ts";
import { Transcript } from "../../transcript/transcript.tsx";
import { AfterAWhile } from "../../ui/states.tsx";
import { Composer } from "./composer.tsx";
import { ConversationHead } from "./conversation-head.tsx";
import { clearUnread } from "./desk.ts";
import { getDraft } from "./drafts.ts";
import { setOpenConversation } from "./looking.ts";
import { PendingBubble } from "./pending-bubble.tsx";
import { ScrollArea } from "./scroll-area.tsx";
import { outbox, usePending } from "./sending.ts";
import { standOf } from "./stand.ts";
import { StandBar } from "./stand-bar.tsx";
import { useCustomerTyping } from "./typing.ts";
import { useAct } from "./use-acts.ts";

type Props = { conversationId: string; back: () => void; isSideOpen: boolean; toggleSide: () => void };

/** Give it the conversation as its key: nothing of one conversation may be left standing in another. */
export function ConversationPane({ conversationId, ...head }: Props) {
  const client = useQueryClient();
  const query = useQuery({ ...conversationQuery(client, conversationId), refetchOnMount: "always" });
  useOnScreen(conversationId);
  if (!query.data) {
    return (
      <section className="desk-conversation">
        {query.isError ? <ConversationFailed error={query.error} retry={query.refetch} /> : <PaneSkeleton />}
      </section>
    );
  }
  return <Opened detail={query.data} {...head} />;
}

function Opened({ detail, ...head }: { detail: ConversationDetail } & Omit<Props, "conversationId">) {
  const { t } = useTranslation("workspace");
  const { staff } = useMe();
  const { conversation, events } = detail;
  const stand = standOf(conversation, staff.id);
  const [quoteSeq, setQuoteSeq] = useState<number | null>(() => getDraft(conversation.id).quoteSeq);
  const pending = useOutstanding(detail);
  const isTyping = useCustomerTyping(conversation.id);
  useReadMark(detail, stand === "serving");
  const actions = useActions(conversation.id, stand === "serving", setQuoteSeq);
  const spoken = useMemo(
    () => events.filter(({ type }) => type === "message.sent" || type === "bot.answered").length,
    [events],
  );

  return (
    <section className="desk-conversation" aria-label={conversation.customer.name}>
      <ConversationHead detail={detail} stand={stand} {...head} />
      <ScrollArea conversationId={conversation.id} messages={spoken}>
        <Transcript detail={detail} foldsBotPart actions={actions}>
          {pending.map((each) => (
            <PendingBubble key={each.clientId} pending={each} />
          ))}
          {isTyping && (
            <div className="typing" role="status">
              <i />
              <i />
              <i />
              <span>{t("conversation.typing", { customer: conversation.customer.name })}</span>
            </div>
          )}
        </Transcript>
      </ScrollArea>
      {stand !== "serving" && <StandBar detail={detail} stand={stand} />}
      <Composer
        detail={detail}
        canSpeak={stand === "serving"}
        quoteSeq={quoteSeq}
        clearQuote={() => setQuoteSeq(null)}
      />
    </section>
  );
}

/** Sent things that are already there as events are forgotten. */
function useOutstanding({ conversation, events }: ConversationDetail) {
  const pending = usePending(conversation.id);
  const outstanding = useMemo(() => {
    if (pending.length === 0) return pending;
    const arrived = new Set(events.map(({ clientId }) => clientId));
    return pending.filter(({ clientId }) => !arrived.has(clientId));
  }, [pending, events]);
  useEffect(() => {
    if (outstanding.length === pending.length) return;
    const kept = new Set(outstanding.map(({ clientId }) => clientId));
    outbox.forget(new Set(pending.map(({ clientId }) => clientId).filter((clientId) => !kept.has(clientId))));
  }, [outstanding, pending]);
  return outstanding;
}

function useActions(conversationId: string, isServing: boolean, quote: (seq: number) => void): TranscriptActions {
  const { staff } = useMe();
  const { mutate: recall } = useAct((seq: number) => call(routes.recallMessage, { conversationId, seq }));
  const { mutate: label } = useAct((given: AnswerLabel) => call(routes.labelAnswer, { conversationId, ...given }));
  return useMemo(
    () => ({
      staffId: staff.id,
      quote: isServing ? quote : undefined,
      recall: isServing ? (seq) => recall(seq) : undefined,
      label: (given) => label(given),
    }),
    [staff.id, isServing, quote, recall, label],
  );
}

/** The server pushes what is on screen even where the bot has it; it forgets with the connection. */
function useOnScreen(conversationId: string) {
  const { isOpen } = useLiveState();
  useEffect(() => {
    setOpenConversation(conversationId);
    if (isOpen) sendLive({ t: "watch", conversationId });
    return () => {
      setOpenConversation(null);
      sendLive({ t: "watch", conversationId: null });
    };
  }, [conversationId, isOpen]);
}

/** What the agent in charge has on a visible screen is read. */
function useReadMark({ conversation }: ConversationDetail, isServing: boolean) {
  const client = useQueryClient();
  const { isOpen } = useLiveState();
  const { id, lastSeq } = conversation;
  useEffect(() => {
    if (!isServing || !isOpen) return;
    const mark = () => {
      if (document.visibilityState !== "visible" || !sendLive({ t: "read", conversationId: id, seq: lastSeq })) return;
      clearUnread(client, id);
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [client, id, lastSeq, isServing, isOpen]);
}

function PaneSkeleton() {
  return (
    <AfterAWhile>
      <div className="pane-skeleton" aria-busy="true">
        <span />
        <span className="pane-skeleton-ours" />
        <span />
      </div>
    </AfterAWhile>
  );
}
