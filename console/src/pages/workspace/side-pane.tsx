import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session.ts";
import { conversationQuery } from "../../transcript/conversation-query.ts";
import { BackIcon } from "../../transcript/icons.tsx";
import { AboutCard } from "./about-card.tsx";
import { Assist } from "./assist.tsx";
import { CustomerCard } from "./customer-card.tsx";
import { EarlierConversations } from "./earlier-conversations.tsx";
import { NotesCard } from "./notes-card.tsx";
import { standOf } from "./stand.ts";

/** What helps to answer: the likely answers first, then who this is and what was before. */
export function SidePane({ conversationId, back }: { conversationId: string; back: () => void }) {
  const { t } = useTranslation("workspace");
  const { staff } = useMe();
  const client = useQueryClient();
  const { data: detail } = useQuery(conversationQuery(client, conversationId));
  return (
    <aside className="desk-side" aria-label={t("side.label")}>
      <div className="side-back">
        <Button type="text" className="tool" icon={<BackIcon />} onClick={back}>
          {t("side.back")}
        </Button>
      </div>
      {detail && (
        <>
          <Assist detail={detail} canSpeak={standOf(detail.conversation, staff.id) === "serving"} />
          <AboutCard detail={detail} />
          <CustomerCard detail={detail} />
          <NotesCard detail={detail} />
          <EarlierConversations detail={detail} />
        </>
      )}
    </aside>
  );
}
