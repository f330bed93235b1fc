import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { App, Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import { useChannelName } from "../../transcript/channel.ts";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { BackIcon, EndIcon, PersonIcon, StarIcon, TransferIcon } from "../../transcript/icons.tsx";
import { useCommand } from "./commands.ts";
import { shopQuery } from "./desk.ts";
import { waitsSince } from "./rows.ts";
import type { Stand } from "./stand.ts";
import { TransferDialog } from "./transfer-dialog.tsx";
import { useAct } from "./use-acts.ts";
import { WaitTimer } from "./wait-timer.tsx";

type Props = {
  detail: ConversationDetail;
  stand: Stand;
  back: () => void;
  isSideOpen: boolean;
  toggleSide: () => void;
};

export function ConversationHead({ detail, stand, back, isSideOpen, toggleSide }: Props) {
  const { t } = useTranslation(["workspace", "conversations"]);
  const channel = useChannelName();
  const shop = useQuery(shopQuery);
  const { conversation, staffNames } = detail;
  const since = waitsSince(conversation);
  return (
    <header className="pane-head">
      <Button type="text" className="tool pane-back" aria-label={t("pane.back")} icon={<BackIcon />} onClick={back} />
      <div className="pane-who">
        <h2>{conversation.customer.name}</h2>
        <p>
          <span className={`handling handling-${conversation.handling}`}>
            {t(`conversations:handling.${conversation.handling}`)}
          </span>
          {stand === "colleague" && conversation.agentId && <span>{staffNames[conversation.agentId]}</span>}
          <span>{channel(conversation.channel)}</span>
          {since && <WaitTimer since={since} alarmSeconds={shop.data?.settings.replyAlarmSeconds ?? 60} />}
        </p>
      </div>
      <div className="pane-acts">
        <Acts detail={detail} stand={stand} />
        <Tooltip title={t("pane.side")}>
          <Button
            type="text"
            className="tool pane-side-switch"
            aria-label={t("pane.side")}
            aria-pressed={isSideOpen}
            icon={<PersonIcon />}
            onClick={toggleSide}
          />
        </Tooltip>
      </div>
    </header>
  );
}

function Acts({ detail, stand }: { detail: ConversationDetail; stand: Stand }) {
  const { t } = useTranslation("workspace");
  const { modal, message } = App.useApp();
  const can = useCan();
  const [isTransferring, setIsTransferring] = useState(false);
  const conversationId = detail.conversation.id;
  const invite = useAct(
    () => call(routes.inviteRating, { conversationId }),
    () => message.success(t("act.invited")),
  );
  const close = useAct(() => call(routes.closeConversation, { conversationId }));
  const isServing = stand === "serving";
  const canTransfer = isServing || (stand === "colleague" && can("conversations.oversee"));
  const canClose = isServing || stand === "left";
  const isInvited = isAwaitingRating(detail);

  /** A customer who still waits for a word is not sent away by a slip of the finger. */
  function askToClose() {
    if (detail.conversation.waitingSince === null) return close.mutate(undefined);
    void modal.confirm({
      title: t("close.title", { customer: detail.conversation.customer.name }),
      content: t("close.waiting"),
      okText: t("act.close"),
      cancelText: t("close.stay"),
      onOk: () => close.mutateAsync(undefined).catch(() => {}),
    });
  }

  useCommand("invite", isServing && !isInvited ? () => invite.mutate(undefined) : null);
  useCommand("transfer", canTransfer ? () => setIsTransferring(true) : null);
  useCommand("close", canClose ? askToClose : null);

  return (
    <>
      {isServing && (
        <Tooltip title={isInvited ? t("act.alreadyInvited") : t("act.inviteHint")}>
          <Button
            type="text"
            icon={<StarIcon />}
            disabled={isInvited}
            loading={invite.isPending}
            onClick={() => invite.mutate(undefined)}
          >
            <span className="act-word">{t("act.invite")}</span>
          </Button>
        </Tooltip>
      )}
      {canTransfer && (
        <Button type="text" icon={<TransferIcon />} onClick={() => setIsTransferring(true)}>
          <span className="act-word">{t("act.transfer")}</span>
        </Button>
      )}
      {canClose && (
        <Button icon={<EndIcon />} loading={close.isPending} onClick={askToClose}>
          <span className="act-word">{t("act.close")}</span>
        </Button>
      )}
      {isTransferring && <TransferDialog conversation={detail.conversation} close={() => setIsTransferring(false)} />}
    </>
  );
}

/** Asked and not answered: asking again would only annoy. */
function isAwaitingRating({ events }: ConversationDetail) {
  const last = events.findLast(({ type }) => type === "rating.invited" || type === "rating.given");
  return last?.type === "rating.invited" && last.body.target === "human";
}
