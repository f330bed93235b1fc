import type { WireEvent } from "@yingda/contract/conversation";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useContentLine } from "../../transcript/content-view.tsx";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { CrossIcon } from "../../transcript/icons.tsx";

/** What the reply refers to, above the field. */
export function QuoteLine({ detail, seq, clear }: { detail: ConversationDetail; seq: number; clear: () => void }) {
  const { t } = useTranslation("workspace");
  const line = useContentLine();
  const event = detail.events[seq - 1];
  const words = event?.type === "message.sent" ? line(event.body.content) : event ? wordsSaid(event) : "";
  return (
    <div className="composer-quote">
      <span>
        {t("composer.quoting")} {words}
      </span>
      <Button
        type="text"
        size="small"
        aria-label={t("composer.unquote")}
        icon={<CrossIcon size={14} />}
        onClick={clear}
      />
    </div>
  );
}

/** What was said other than by a message: answers, greetings, clicks, messages left. */
function wordsSaid({ body }: WireEvent) {
  if ("text" in body) return body.text;
  return "question" in body ? body.question : "";
}
