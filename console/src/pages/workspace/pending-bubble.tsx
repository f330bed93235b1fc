import { Button, Spin } from "antd";
import { useTranslation } from "react-i18next";
import { ContentView } from "../../transcript/content-view.tsx";
import { NoteIcon } from "../../transcript/icons.tsx";
import type { Pending } from "./outbox.ts";
import { outbox } from "./sending.ts";

/** A message of mine that has not come back as an event yet. */
export function PendingBubble({ pending }: { pending: Pending }) {
  if (pending.kind === "note") {
    return (
      <div className="note said-pending">
        <div className="note-head">
          <NoteIcon size={15} />
          <DeliveryState pending={pending} />
        </div>
        <p className="said-words">{pending.content.kind === "text" && pending.content.text}</p>
      </div>
    );
  }
  return (
    <div className={`said said-agent said-pending said-pending-${pending.state}`}>
      <div className="said-row">
        <div className="said-bubble">
          <ContentView content={pending.content} localUrl={pending.localUrl} />
        </div>
      </div>
      <div className="said-foot">
        <DeliveryState pending={pending} />
      </div>
    </div>
  );
}

function DeliveryState({ pending }: { pending: Pending }) {
  const { t } = useTranslation(["workspace", "errors"]);
  if (pending.state === "sent") return <span>{t("delivery.sent")}</span>;
  if (pending.state === "sending") {
    return (
      <span>
        <Spin size="small" /> {t(pending.file ? "delivery.uploading" : "delivery.sending")}
      </span>
    );
  }
  return (
    <span className="said-failed" role="alert">
      {t("delivery.failed", { why: t(`errors:${pending.failure ?? "internal"}`) })}{" "}
      <Button type="link" size="small" onClick={() => outbox.retry(pending.clientId)}>
        {t("delivery.retry")}
      </Button>
      <Button type="link" size="small" onClick={() => outbox.forget(new Set([pending.clientId]))}>
        {t("delivery.discard")}
      </Button>
    </span>
  );
}
