import { Link } from "@tanstack/react-router";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { UrgentMark } from "../../about/feeling-mark.tsx";
import { useChannelName } from "../../transcript/channel.ts";
import { BotIcon } from "../../transcript/icons.tsx";
import { useDraftText } from "./drafts.ts";
import { type Scope, waitsSince } from "./rows.ts";
import { WaitTimer } from "./wait-timer.tsx";

type Props = {
  row: ConversationSummary;
  scope: Scope;
  isOpen: boolean;
  isMine: boolean;
  agentName: string | null;
  alarmSeconds: number;
};

/** Memoised: of two hundred rows only the one that changed is drawn again. */
export const Row = memo(function Row({ row, scope, isOpen, isMine, agentName, alarmSeconds }: Props) {
  const { t } = useTranslation(["workspace", "conversations"]);
  const channel = useChannelName();
  const draft = useDraftText(row.id);
  const since = waitsSince(row);
  const unread = isMine ? row.unread : 0;
  return (
    <Link
      to="/workspace"
      search={{ scope: scope === "mine" ? undefined : scope, conversation: row.id }}
      className={`row${isOpen ? " row-open" : ""}${unread > 0 ? " row-unread" : ""}`}
      aria-current={isOpen ? "true" : undefined}
      preload={false}
      data-conversation={row.id}
    >
      <span className="row-top">
        <span className="row-name">{row.customer.name}</span>
        {since && <WaitTimer since={since} alarmSeconds={alarmSeconds} />}
      </span>
      <span className="row-bottom">
        <span className="row-words">
          {draft && !isOpen ? (
            <>
              <b className="row-draft">{t("row.draft")}</b> {draft}
            </>
          ) : (
            <Preview row={row} scope={scope} />
          )}
        </span>
        {unread > 0 && (
          <span className="row-count">
            {unread > 99 ? "99+" : unread}
            <span className="visually-hidden">{t("row.unread", { count: unread })}</span>
          </span>
        )}
      </span>
      <span className="row-facts">
        <span>{channel(row.channel)}</span>
        {!(scope === "mine") && (
          <span className={`handling handling-${row.handling}`}>{t(`conversations:handling.${row.handling}`)}</span>
        )}
        {scope === "open" && agentName && <span>{agentName}</span>}
        {row.rating !== null && <span>{"★".repeat(row.rating)}</span>}
      </span>
    </Link>
  );
});

/** In the queue what makes somebody urgent says more than what was said last. */
function Preview({ row, scope }: Pick<Props, "row" | "scope">) {
  const { t } = useTranslation("workspace");
  const { urgentWords } = row;
  if (urgentWords === null) return <LastWords row={row} />;
  return (
    <>
      <UrgentMark words={urgentWords} />{" "}
      {scope === "queue" && urgentWords !== "" ? t("row.urgent", { words: urgentWords }) : <LastWords row={row} />}
    </>
  );
}

function LastWords({ row }: Pick<Props, "row">) {
  const { t } = useTranslation("workspace");
  if (!row.preview) return <span>{t("row.nothingSaid")}</span>;
  return (
    <>
      {row.preview.by === "agent" && <b>{t("row.us")}</b>}
      {row.preview.by === "bot" && <BotIcon size={14} />}
      {row.preview.text}
    </>
  );
}
