import { useQuery } from "@tanstack/react-query";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { Colleague } from "@yingda/contract/routes/staff";
import { App, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useMe } from "../../session.ts";
import { EmptyState, ErrorState } from "../../ui/states.tsx";
import { StatusDot } from "../../ui/status-dot.tsx";
import { colleaguesQuery } from "./desk.ts";
import { useAct } from "./use-acts.ts";

/** To whom, with what to know. Who can't take it is shown with the reason, not hidden. */
export function TransferDialog({ conversation, close }: { conversation: ConversationSummary; close: () => void }) {
  const { t } = useTranslation("workspace");
  const { message } = App.useApp();
  const { staff } = useMe();
  const colleagues = useQuery({ ...colleaguesQuery, staleTime: 0 });
  const [toAgentId, setToAgentId] = useState<string | null>(null);
  const [note, setNote] = useState("");

  const others = sorted((colleagues.data?.items ?? []).filter(({ id }) => id !== conversation.agentId));
  const chosen = others.find((each) => each.id === toAgentId && !reasonAgainst(each)) ?? null;
  const transfer = useAct(async (to: Colleague) => {
    const row = await call(routes.transferConversation, { conversationId: conversation.id, toAgentId: to.id, note });
    message.success(t("transfer.done", { agent: to.name }));
    return row;
  }, close);

  return (
    <Modal
      open
      title={t("transfer.title", { customer: conversation.customer.name })}
      okText={chosen ? t("transfer.to", { agent: chosen.name }) : t("transfer.choose")}
      okButtonProps={{ disabled: !chosen, loading: transfer.isPending }}
      onOk={() => chosen && transfer.mutate(chosen)}
      onCancel={close}
      width={440}
    >
      {colleagues.isError && <ErrorState error={colleagues.error} retry={colleagues.refetch} />}
      {colleagues.data && others.length === 0 && (
        <EmptyState isSmall title={t("transfer.nobody")} why={t("transfer.nobodyWhy")} />
      )}
      {others.length > 0 && others.every(reasonAgainst) && (
        <p className="colleagues-none">{t("transfer.nobodyFree")}</p>
      )}
      <Radio.Group
        className="colleagues"
        value={chosen?.id ?? null}
        onChange={(event) => setToAgentId(event.target.value)}
      >
        {others.map((each, index) => {
          const reason = reasonAgainst(each);
          return (
            <Radio key={each.id} value={each.id} disabled={reason !== null} autoFocus={index === 0}>
              <span className="colleague">
                <span className="colleague-name">
                  {each.name}
                  {each.id === staff.id && t("transfer.me")}
                </span>
                <StatusDot status={each.status} />
                <span className="colleague-load">
                  {reason
                    ? t(`transfer.reason.${reason}`)
                    : t("transfer.load", { load: each.load, capacity: each.capacity })}
                </span>
                <span className="colleague-bar">
                  <i style={{ width: `${Math.min(100, (each.load / each.capacity) * 100)}%` }} />
                </span>
              </span>
            </Radio>
          );
        })}
      </Radio.Group>
      <Input.TextArea
        value={note}
        maxLength={limits.noteCharacters}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t("transfer.note")}
        aria-label={t("transfer.note")}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
}

function reasonAgainst({ status, load, capacity }: Colleague) {
  if (status !== "online") return status;
  return load >= capacity ? "full" : null;
}

/** Who can take it first, the least busy at the top. */
function sorted(colleagues: Colleague[]) {
  const rank = (each: Colleague) => (reasonAgainst(each) ? 1 : 0) + each.load / Math.max(1, each.capacity) / 2;
  return colleagues.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
