import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { type ConversationDetail, conversationQuery } from "../../transcript/conversation-query.ts";
import { Transcript } from "../../transcript/transcript.tsx";
import { ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";

const shown = 10;

export function EarlierConversations({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation(["workspace", "conversations"]);
  const format = useFormat();
  const [openId, setOpenId] = useState<string | null>(null);
  const { customer, conversation } = detail;
  const earlier = useQuery({
    queryKey: ["earlier", customer.id],
    queryFn: ({ signal }) =>
      call(routes.listConversations, { scope: "all", customerId: customer.id, pageSize: shown + 1 }, signal),
    enabled: customer.conversations > 1,
    staleTime: 60_000,
  });
  const items = (earlier.data?.items ?? []).filter(({ id }) => id !== conversation.id).slice(0, shown);
  return (
    <section className="side-part">
      <h3>{t("earlier.title")}</h3>
      {customer.conversations <= 1 && <p className="side-none">{t("earlier.none")}</p>}
      {earlier.data && customer.conversations > 1 && items.length === 0 && (
        <p className="side-none">{t("earlier.notMine")}</p>
      )}
      <ul className="earlier">
        {items.map((row) => (
          <li key={row.id}>
            <button type="button" className="plain-button" onClick={() => setOpenId(row.id)}>
              <span>
                {format.time(row.startedAt)}
                <small>{t(`conversations:handling.${row.handling}`)}</small>
                {row.rating !== null && <b>{"★".repeat(row.rating)}</b>}
              </span>
              <em>{row.preview?.text ?? t("row.nothingSaid")}</em>
            </button>
          </li>
        ))}
      </ul>
      <Drawer
        open={openId !== null}
        onClose={() => setOpenId(null)}
        size={520}
        title={t("conversations:transcript.title", { customer: customer.name })}
        extra={
          openId && (
            <Link to="/conversations/$conversationId" params={{ conversationId: openId }}>
              {t("earlier.whole")}
            </Link>
          )
        }
        styles={{ body: { padding: 0 } }}
      >
        {openId && <EarlierTranscript conversationId={openId} />}
      </Drawer>
    </section>
  );
}

function EarlierTranscript({ conversationId }: { conversationId: string }) {
  const client = useQueryClient();
  const query = useQuery(conversationQuery(client, conversationId));
  if (query.isError) return <ErrorState error={query.error} retry={query.refetch} />;
  return query.data ? <Transcript detail={query.data} /> : null;
}
