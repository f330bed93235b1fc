import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";
import type { Item } from "./arrange.ts";
import { ContentView, useContentLine } from "./content-view.tsx";
import { useStaffName, useTranscript } from "./context.ts";
import { BotIcon, ClockIcon, QuoteIcon, RecallIcon } from "./icons.tsx";
import { useNow } from "./use-now.ts";

type Message = Extract<Item, { kind: "message" }>;
const recallWithinMs = 2 * 60_000;

/** One thing said. The customer stands left; the shop's side, person or bot, stands right. */
export const Bubble = memo(function Bubble({ item }: { item: Message }) {
  const { t } = useTranslation("conversations");
  const { customerName, marks } = useTranscript();
  const staffName = useStaffName();
  if (item.isRecalled) {
    const who = item.by === "agent" ? staffName(item.agentId) : customerName;
    return <div className="line-system">{t("transcript.recalled", { who })}</div>;
  }
  return (
    <div
      className={`said said-${item.by} said-way-${item.way}${item.isFirst ? " said-first" : ""}${marks.has(item.seq) ? " said-marked" : ""}`}
      data-seq={item.seq}
    >
      {item.isFirst && (
        <Head at={item.at}>
          {item.by === "customer" && customerName}
          {item.by === "agent" && staffName(item.agentId)}
          {item.by === "bot" && <BotName />}
          {item.way !== "said" && <span className="said-way">{t(`transcript.way.${item.way}`)}</span>}
        </Head>
      )}
      <div className="said-row">
        <div className="said-bubble">
          {item.quoteSeq !== null && <Quoted seq={item.quoteSeq} />}
          <ContentView content={item.content} />
          {item.contact && <p className="said-contact">{t("transcript.contact", { contact: item.contact })}</p>}
        </div>
        <Tools item={item} />
      </div>
      <Foot item={item} />
    </div>
  );
});

export function Head({ at, children }: { at: string; children: ReactNode }) {
  const format = useFormat();
  const { isUntimed } = useTranscript();
  return (
    <div className="said-head">
      <span className="said-who">{children}</span>
      {!isUntimed && <time dateTime={at}>{format.hour(at)}</time>}
    </div>
  );
}

export function BotName() {
  const { t } = useTranslation("conversations");
  return (
    <>
      <BotIcon size={15} />
      {t("transcript.bot")}
    </>
  );
}

function Quoted({ seq }: { seq: number }) {
  const { t } = useTranslation("conversations");
  const { eventOf } = useTranscript();
  const line = useContentLine();
  const event = eventOf(seq);
  const words =
    event?.type === "message.sent"
      ? line(event.body.content)
      : event?.type === "bot.answered"
        ? event.body.text
        : event?.type === "offline_message.left"
          ? event.body.text
          : t("transcript.quoteGone");
  return (
    <button type="button" className="plain-button said-quote" onClick={() => showEvent(seq)}>
      {words}
    </button>
  );
}

/** Brings an event into view and lets it flash once. */
export function showEvent(seq: number) {
  const element = document.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  if (!element) return;
  element.scrollIntoView({ block: "center" });
  element.classList.remove("said-flash");
  // Restarting an animation needs a layout in between.
  void element.offsetWidth;
  element.classList.add("said-flash");
}

/** Plain titles, no tooltips: there are two of these on every message of every conversation opened. */
function Tools({ item }: { item: Message }) {
  const { t } = useTranslation("conversations");
  const { actions } = useTranscript();
  const isMine = item.by === "agent" && item.agentId === actions.staffId && item.way === "said";
  if (!actions.quote && !actions.recall) return null;
  return (
    <span className="said-tools">
      {actions.quote && (
        <button
          type="button"
          title={t("transcript.quote")}
          className="plain-button"
          aria-label={t("transcript.quote")}
          onClick={() => actions.quote!(item.seq)}
        >
          <QuoteIcon size={16} />
        </button>
      )}
      {actions.recall && isMine && Date.now() - Date.parse(item.at) < recallWithinMs && <Recall item={item} />}
    </span>
  );
}

/** Goes away by itself when the two minutes are over. */
function Recall({ item }: { item: Message }) {
  const { t } = useTranslation("conversations");
  const { actions } = useTranscript();
  const now = useNow();
  if (now - Date.parse(item.at) >= recallWithinMs) return null;
  return (
    <button
      type="button"
      title={t("transcript.recall")}
      className="plain-button"
      aria-label={t("transcript.recall")}
      onClick={() => actions.recall!(item.seq)}
    >
      <RecallIcon size={16} />
    </button>
  );
}

function Foot({ item }: { item: Message }) {
  const { t } = useTranslation("conversations");
  const { lastReadSeq, lastSentSeq, marks, seconds } = useTranscript();
  if (marks.has(item.seq) && seconds.has(item.seq)) return <MarkedSeconds seq={item.seq} />;
  if (item.by !== "agent") return null;
  if (item.seq === lastReadSeq) return <div className="said-foot">{t("transcript.read")}</div>;
  if (item.seq === lastSentSeq) return <div className="said-foot">{t("transcript.sent")}</div>;
  return null;
}

export function MarkedSeconds({ seq }: { seq: number }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const seconds = useTranscript().seconds.get(seq) ?? null;
  return (
    <div className="said-foot said-seconds">
      <ClockIcon size={14} />
      {seconds === null ? t("transcript.neverAnswered") : t("transcript.took", { duration: format.duration(seconds) })}
    </div>
  );
}
