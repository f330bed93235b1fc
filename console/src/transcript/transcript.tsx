import { Button } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";
import { arrange, isUntimed } from "./arrange.ts";
import { type TranscriptActions, TranscriptContext, type TranscriptView } from "./context.ts";
import type { ConversationDetail } from "./conversation-query.ts";
import { ItemView } from "./lines.tsx";
import { turnSeconds } from "./turn-seconds.ts";

const none: ReadonlySet<number> = new Set();
const noActions: TranscriptActions = {};
/** A conversation of a thousand messages must open as fast as one of ten. */
const shownAtFirst = 200;

type Props = {
  detail: ConversationDetail;
  foldsBotPart?: boolean;
  marks?: ReadonlySet<number>;
  /** Keep it stable: everything said renders again when it changes. */
  actions?: TranscriptActions;
  /** What is on its way, after everything that has arrived. */
  children?: ReactNode;
};

/** A conversation as people read it. It scrolls in whatever holds it. */
export function Transcript({ detail, foldsBotPart = false, marks = none, actions = noActions, children }: Props) {
  const { t } = useTranslation("conversations");
  const { dayOf } = useFormat();
  const { events, conversation, staffNames } = detail;
  const [shown, setShown] = useState(marks.size > 0 ? Number.POSITIVE_INFINITY : shownAtFirst);
  const items = useMemo(() => arrange(events, { dayOf, foldsBotPart }), [events, dayOf, foldsBotPart]);
  const { customerReadSeq, customer } = conversation;

  const view = useMemo((): TranscriptView => {
    const byAgents = events.filter((event) => event.type === "message.sent" && event.actor.kind === "agent");
    const last = byAgents.at(-1)?.seq ?? 0;
    const lastRead = byAgents.findLast((event) => event.seq <= customerReadSeq)?.seq ?? 0;
    return {
      names: staffNames,
      conversationId: conversation.id,
      customerName: customer.name,
      isUntimed: isUntimed(events),
      eventOf: (seq) => events[seq - 1],
      marks,
      seconds: turnSeconds(events, marks),
      lastSentSeq: conversation.origin === "live" && last !== lastRead ? last : 0,
      lastReadSeq: conversation.origin === "live" ? lastRead : 0,
      actions,
    };
  }, [events, staffNames, customer.name, customerReadSeq, conversation.id, conversation.origin, marks, actions]);

  const hidden = Math.max(0, items.length - shown);
  return (
    <TranscriptContext.Provider value={view}>
      <div className="transcript" role="log" aria-label={t("transcript.title", { customer: customer.name })}>
        {hidden > 0 && (
          <div className="transcript-more">
            <Button size="small" onClick={() => setShown(shown + shownAtFirst)}>
              {t("transcript.earlier", { count: hidden, hidden })}
            </Button>
          </div>
        )}
        {items.slice(hidden).map((item) => (
          <ItemView key={item.key} item={item} />
        ))}
        {children}
      </div>
    </TranscriptContext.Provider>
  );
}
