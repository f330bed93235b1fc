import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { sendLive, useLiveState } from "../../live.ts";
import { useCan, useMe } from "../../session.ts";
import { showEvent } from "../../transcript/bubble.tsx";
import type { AnswerLabel, TranscriptActions } from "../../transcript/context.ts";
import { ConversationFailed } from "../../transcript/conversation-failed.tsx";
import { conversationQuery } from "../../transcript/conversation-query.ts";
import { BackIcon } from "../../transcript/icons.tsx";
import { Transcript } from "../../transcript/transcript.tsx";
import { PageSkeleton } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useAct } from "../workspace/use-acts.ts";
import { ConversationFacts } from "./conversation-facts.tsx";
import { readSeqs } from "./seqs.ts";

/** One conversation to be read from first word to last, with what made a figure marked in it. */
export default function TranscriptPage() {
  const { conversationId } = useParams({ from: "/shell/conversations/$conversationId" });
  const search = useSearch({ from: "/shell/conversations/$conversationId" });
  const client = useQueryClient();
  const query = useQuery({ ...conversationQuery(client, conversationId), refetchOnMount: "always" });
  const seqs = useMemo(() => readSeqs(search.seqs), [search.seqs]);
  const marks = useMemo(() => new Set(seqs), [seqs]);
  const actions = useLabelling(conversationId);
  useWatching(conversationId);

  const isThere = query.data !== undefined;
  useEffect(() => {
    if (isThere && seqs[0] !== undefined) showEvent(seqs[0]);
  }, [isThere, seqs]);

  if (query.isError && !query.data) {
    return (
      <div className="page">
        <Back />
        <ConversationFailed error={query.error} retry={query.refetch} />
      </div>
    );
  }
  if (!query.data) return <PageSkeleton />;
  const { conversation } = query.data;
  return (
    <div className="reading">
      <header className="reading-head">
        <Back />
        <h1>{conversation.customer.name}</h1>
        {seqs.length > 0 && <MarkedBar seqs={seqs} />}
        <OpenInWorkspace conversation={conversation} />
      </header>
      <div className="reading-body">
        <div className="reading-words">
          <Transcript detail={query.data} marks={marks} actions={actions} />
        </div>
        <ConversationFacts detail={query.data} />
      </div>
    </div>
  );
}

/** Back to where one came from: the list behind the figure, or the history. */
function Back() {
  const { t } = useTranslation("conversations");
  const { language } = useFormat();
  const can = useCan();
  const { metric, part, from, to, filters } = useSearch({ from: "/shell/conversations/$conversationId" });
  const known = useQuery({
    queryKey: ["metric-conversations", "name", metric],
    queryFn: ({ signal }) =>
      call(routes.listMetricConversations, { metric: metric!, from: from!, to: to!, pageSize: 1 }, signal),
    enabled: !!metric && !!from && !!to && can("analytics.read"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!metric) {
    return (
      <Link to="/conversations" className="back-link">
        <BackIcon size={16} />
        {t("page.back")}
      </Link>
    );
  }
  return (
    <Link to="/conversations" search={{ metric, part, from, to, filters }} className="back-link">
      <BackIcon size={16} />
      {known.data ? t("page.backToMetric", { metric: known.data.metric.name[language] }) : t("page.back")}
    </Link>
  );
}

function MarkedBar({ seqs }: { seqs: number[] }) {
  const { t } = useTranslation("conversations");
  const [at, setAt] = useState(0);
  function next() {
    const index = (at + 1) % seqs.length;
    setAt(index);
    showEvent(seqs[index]!);
  }
  return (
    <span className="reading-marked">
      {t("page.marked", { count: seqs.length, marked: seqs.length })}
      {seqs.length > 1 && (
        <Button size="small" onClick={next}>
          {t("page.next")}
        </Button>
      )}
    </span>
  );
}

function OpenInWorkspace({ conversation }: { conversation: { id: string; handling: string; agentId: string | null } }) {
  const { t } = useTranslation("conversations");
  const { staff } = useMe();
  const can = useCan();
  const isMine = conversation.agentId === staff.id;
  const isWaiting = conversation.handling === "queue" || conversation.handling === "message";
  if (conversation.handling === "closed" || !(isMine || isWaiting || can("conversations.oversee"))) return null;
  const scope = isMine ? undefined : isWaiting ? "queue" : "open";
  return (
    <Link to="/workspace" search={{ scope, conversation: conversation.id }} className="reading-open">
      <Button type="primary">{t("page.openInWorkspace")}</Button>
    </Link>
  );
}

function useLabelling(conversationId: string): TranscriptActions {
  const { mutate } = useAct((given: AnswerLabel) => call(routes.labelAnswer, { conversationId, ...given }));
  return useMemo(() => ({ label: (given) => mutate(given) }), [mutate]);
}

/** An open conversation goes on while it is read. */
function useWatching(conversationId: string) {
  const { isOpen } = useLiveState();
  useEffect(() => {
    if (isOpen) sendLive({ t: "watch", conversationId });
    return () => void sendLive({ t: "watch", conversationId: null });
  }, [conversationId, isOpen]);
}
