import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { showKeys } from "../../ui/keys.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { ConversationPane } from "./conversation-pane.tsx";
import { useDeskKeys } from "./keyboard.ts";
import { ListPane } from "./list-pane.tsx";
import type { Scope } from "./rows.ts";
import { SidePane } from "./side-pane.tsx";

/** Where an agent spends the day: who waits, what is said, what helps. Everything is in reach of the keyboard. */
export default function WorkspacePage() {
  const { t } = useTranslation("workspace");
  const can = useCan();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/workspace" });
  const [isSideOpen, setIsSideOpen] = useState(false);
  useDeskKeys();

  const isOversight = search.scope === "open" && can("conversations.oversee");
  const scope: Scope = search.scope === "queue" ? "queue" : isOversight ? "open" : "mine";
  const openId = search.conversation;
  const pane = openId ? (isSideOpen ? "side" : "conversation") : "list";
  const closeConversation = () => navigate({ to: "/workspace", search: { scope: search.scope } });

  return (
    <div className={`desk desk-on-${pane}`}>
      <ListPane scope={scope} openId={openId} />
      {openId ? (
        <>
          <ConversationPane
            key={openId}
            conversationId={openId}
            back={closeConversation}
            isSideOpen={isSideOpen}
            toggleSide={() => setIsSideOpen(!isSideOpen)}
          />
          <SidePane key={`side-${openId}`} conversationId={openId} back={() => setIsSideOpen(false)} />
        </>
      ) : (
        <section className="desk-conversation desk-nothing">
          <EmptyState
            title={t("nothing.title")}
            why={t("nothing.why")}
            action={
              <button type="button" className="plain-button nothing-keys" onClick={showKeys}>
                <span className="key">?</span> {t("nothing.keys")}
              </button>
            }
          />
        </section>
      )}
    </div>
  );
}
