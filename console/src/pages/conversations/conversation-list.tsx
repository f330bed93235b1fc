import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { routes } from "@yingda/contract/routes";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useChannelName } from "../../transcript/channel.ts";
import { BotIcon } from "../../transcript/icons.tsx";
import { Stars } from "../../transcript/lines.tsx";
import { AfterAWhile } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";

export type ListRow = {
  conversation: ConversationSummary;
  agentName?: string | null;
  /** What it adds to a figure, in words. */
  contribution?: string;
  search?: { seqs: string; metric: string; part: string; from: string; to: string; filters?: string };
};

/** Rows are links, so that the middle button opens one beside. On a phone each becomes a card. */
export function ConversationList({ rows, contribution }: { rows: ListRow[]; contribution?: string }) {
  const { t } = useTranslation("conversations");
  const colleagues = useQuery({
    queryKey: ["colleagues"],
    queryFn: ({ signal }) => call(routes.listColleagues, {}, signal),
  });
  const names = useMemo(
    () => new Map(colleagues.data?.items.map(({ id, name }) => [id, name]) ?? []),
    [colleagues.data],
  );
  const nameOf = ({ agentName, conversation: { agentId } }: ListRow) =>
    agentName !== undefined ? agentName : agentId && (names.get(agentId) ?? (agentId.length < 30 ? agentId : null));
  return (
    <div className={contribution ? "history history-metric" : "history"}>
      <div className="history-head" aria-hidden="true">
        <span>{t("list.customer")}</span>
        <span>{t("list.words")}</span>
        {contribution && <span>{contribution}</span>}
        <span>{t("list.handling")}</span>
        <span>{t("list.agent")}</span>
        <span>{t("list.rating")}</span>
        <span>{t(contribution ? "list.started" : "list.last")}</span>
      </div>
      <ul aria-label={t("list.label")}>
        {rows.map((row) => (
          <li key={row.conversation.id}>
            <Row row={row} agent={nameOf(row) ?? null} hasContribution={!!contribution} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type RowProps = { row: ListRow; agent: string | null; hasContribution: boolean };

const Row = memo(function Row({ row, agent, hasContribution }: RowProps) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const channel = useChannelName();
  const { conversation } = row;
  return (
    <Link
      to="/conversations/$conversationId"
      params={{ conversationId: conversation.id }}
      search={row.search ?? {}}
      className="history-row"
      preload={false}
    >
      <span className="history-who">
        {conversation.customer.name}
        <small>{channel(conversation.channel)}</small>
      </span>
      <span className="history-words">
        {conversation.preview?.by === "bot" && <BotIcon size={14} />}
        {conversation.preview?.text ?? ""}
      </span>
      {hasContribution && <span className="history-contribution">{row.contribution}</span>}
      <span className={`handling handling-${conversation.handling}`}>{t(`handling.${conversation.handling}`)}</span>
      <span>{agent ?? <i className="history-none">{t("list.noAgent")}</i>}</span>
      <span>{conversation.rating !== null && <Stars stars={conversation.rating} />}</span>
      <span className="history-time">
        {format.time(hasContribution ? conversation.startedAt : conversation.lastEventAt)}
      </span>
    </Link>
  );
});

export function ListSkeleton() {
  return (
    <AfterAWhile>
      <div className="history" aria-busy="true">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
          <div key={key} className="history-skeleton" />
        ))}
      </div>
    </AfterAWhile>
  );
}
