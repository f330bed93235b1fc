import { useNavigate } from "@tanstack/react-router";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { routes } from "@yingda/contract/routes";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { EyeIcon, NoteIcon } from "../../transcript/icons.tsx";
import { useNow } from "../../transcript/use-now.ts";
import { runCommand, useCommand } from "./commands.ts";
import type { Stand } from "./stand.ts";
import { useAct } from "./use-acts.ts";

const reopenWithinMs = 24 * 3600_000;

/** Says why one can't speak here, and offers what one can do about it. */
export function StandBar({ detail, stand }: { detail: ConversationDetail; stand: Exclude<Stand, "serving"> }) {
  const { t } = useTranslation("workspace");
  const can = useCan();
  const { conversation, staffNames } = detail;
  const conversationId = conversation.id;
  const canOversee = can("conversations.oversee");
  const agent = conversation.agentId ? (staffNames[conversation.agentId] ?? "") : "";
  if (stand === "closed") return <ClosedBar detail={detail} />;
  const canTake = stand === "left" || canOversee;
  const words =
    stand === "colleague"
      ? t("stand.colleague", { agent })
      : t(stand === "waiting" && canOversee ? "stand.waitingOverseer" : `stand.${stand}`);
  return (
    <div className={`stand stand-${stand}`}>
      <span>
        {(stand === "colleague" || stand === "bot") && <EyeIcon />}
        {words}
      </span>
      <span className="stand-acts">
        <NoteButton />
        {canTake && <Take conversationId={conversationId} from={stand === "colleague" ? agent : null} stand={stand} />}
      </span>
    </div>
  );
}

/** What became mine is found in my list. */
function useShowMine() {
  const navigate = useNavigate();
  return (row: ConversationSummary) => void navigate({ to: "/workspace", search: { conversation: row.id } });
}

function NoteButton() {
  const { t } = useTranslation("workspace");
  return (
    <Button type="text" icon={<NoteIcon size={16} />} onClick={() => runCommand("note")}>
      {t("composer.noteSwitch")}
    </Button>
  );
}

function Take({ conversationId, from, stand }: { conversationId: string; from: string | null; stand: Stand }) {
  const { t } = useTranslation("workspace");
  const { modal } = App.useApp();
  const showMine = useShowMine();
  const take = useAct(() => call(routes.takeConversation, { conversationId }), showMine);

  /** A colleague loses the conversation in the middle of a sentence: that deserves a second thought. */
  function ask() {
    if (from === null) return take.mutate(undefined);
    void modal.confirm({
      title: t("take.title", { agent: from }),
      content: t("take.what", { agent: from }),
      okText: t("take.over"),
      onOk: () => take.mutateAsync(undefined).catch(() => {}),
    });
  }

  useCommand("take", ask);
  const word = stand === "left" ? "take.left" : stand === "waiting" ? "take.waiting" : "take.over";
  return (
    <Button type="primary" loading={take.isPending} onClick={ask}>
      {t(word)}
    </Button>
  );
}

function ClosedBar({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation("workspace");
  const { message } = App.useApp();
  const showMine = useShowMine();
  const now = useNow();
  const { conversation } = detail;
  const reopen = useAct(
    () => call(routes.reopenConversation, { conversationId: conversation.id }),
    (row) => {
      message.success(t("stand.reopened"));
      showMine(row);
    },
  );
  const canReopen =
    conversation.origin === "live" &&
    conversation.closedAt !== null &&
    now - Date.parse(conversation.closedAt) < reopenWithinMs;
  useCommand("take", canReopen ? () => reopen.mutate(undefined) : null);
  return (
    <div className="stand">
      <span>{t(canReopen ? "stand.closed" : "stand.closedLongAgo")}</span>
      <span className="stand-acts">
        <NoteButton />
        {canReopen && (
          <Button loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
            {t("stand.reopen")}
          </Button>
        )}
      </span>
    </div>
  );
}
