import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AboutFacts } from "../../about/about-facts.tsx";
import { isUntimed } from "../../transcript/arrange.ts";
import { useChannelName } from "../../transcript/channel.ts";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { Stars } from "../../transcript/lines.tsx";
import { shortAddress } from "../../transcript/system-words.ts";
import { useFormat } from "../../ui/use-format.ts";

/** What is known about a conversation beside its words. */
export function ConversationFacts({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const channel = useChannelName();
  const { conversation, events, staffNames, customer } = detail;
  const agents = agentsIn(detail).map(
    (id) => staffNames[id] ?? (id.length < 30 ? id : t("transcript.formerColleague")),
  );
  // A survey may be asked and answered days after the end.
  const seconds =
    (Date.parse(conversation.closedAt ?? conversation.lastEventAt) - Date.parse(conversation.startedAt)) / 1000;
  const started = events[0]?.type === "conversation.started" ? events[0].body : null;
  return (
    <aside className="reading-facts" aria-label={t("page.facts")}>
      {conversation.origin !== "live" && (
        <p className="reading-origin">{t(conversation.origin === "demo" ? "page.demo" : "page.imported")}</p>
      )}
      <dl className="facts">
        <dt>{t("list.handling")}</dt>
        <dd className={`handling handling-${conversation.handling}`}>{t(`handling.${conversation.handling}`)}</dd>
        <dt>{t("page.agents")}</dt>
        <dd>{agents.length > 0 ? agents.join("、") : t("list.noAgent")}</dd>
        <dt>{t("list.channel")}</dt>
        <dd>{channel(conversation.channel)}</dd>
        <dt>{t("page.started")}</dt>
        <dd>{isUntimed(events) ? t("page.untimed") : format.time(conversation.startedAt)}</dd>
        {conversation.closedAt && !isUntimed(events) && (
          <>
            <dt>{t("page.ended")}</dt>
            <dd>{format.time(conversation.closedAt)}</dd>
            <dt>{t("page.lasted")}</dt>
            <dd>{format.duration(seconds)}</dd>
          </>
        )}
        {started?.pageUrl && (
          <>
            <dt>{t("page.page")}</dt>
            <dd>{shortAddress(started.pageUrl)}</dd>
          </>
        )}
        <AboutFacts detail={detail} />
        {conversation.rating !== null && (
          <>
            <dt>{t("list.rating")}</dt>
            <dd className="facts-ratings">
              <Stars stars={conversation.rating} />
            </dd>
          </>
        )}
      </dl>
      {customer.conversations > 1 && (
        <Link to="/conversations" search={{ customerId: customer.id }}>
          {t("page.otherConversations", { count: customer.conversations, number: customer.conversations })}
        </Link>
      )}
    </aside>
  );
}

/** Everybody who was in charge, in order. */
function agentsIn({ events }: ConversationDetail) {
  const ids = events.flatMap((event) => {
    if (event.type === "agent.connected") return [event.body.agentId];
    if (event.type === "conversation.transferred") return [event.body.toAgentId];
    return event.type === "message.sent" && event.actor.kind === "agent" ? [event.actor.id] : [];
  });
  return [...new Set(ids)];
}
