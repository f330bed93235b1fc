import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChevronIcon } from "../ui/icons.tsx";
import { useFormat } from "../ui/use-format.ts";
import type { Item } from "./arrange.ts";
import { BotAnswer } from "./bot-answer.tsx";
import { Bubble, MarkedSeconds } from "./bubble.tsx";
import { useStaffName, useTranscript } from "./context.ts";
import { BotIcon, NoteIcon } from "./icons.tsx";
import { useSystemWords } from "./system-words.ts";

export function ItemView({ item }: { item: Item }) {
  switch (item.kind) {
    case "message":
      return <Bubble item={item} />;
    case "answer":
      return <BotAnswer item={item} />;
    case "note":
      return <Note item={item} />;
    case "rating":
      return <Rating item={item} />;
    case "system":
      return <SystemLine item={item} />;
    case "day":
      return <DayMark at={item.at} />;
    case "botPart":
      return <BotPart item={item} />;
    default:
      return item satisfies never;
  }
}

const SystemLine = memo(function SystemLine({ item }: { item: Extract<Item, { kind: "system" }> }) {
  const words = useSystemWords();
  const format = useFormat();
  const { isUntimed, marks, seconds } = useTranscript();
  const isMarked = marks.has(item.seq);
  return (
    <div className={isMarked ? "line-system said-marked" : "line-system"} data-seq={item.seq}>
      {words(item.event)}
      {!isUntimed && <time dateTime={item.at}>{format.hour(item.at)}</time>}
      {isMarked && seconds.has(item.seq) && <MarkedSeconds seq={item.seq} />}
    </div>
  );
});

function DayMark({ at }: { at: string }) {
  const format = useFormat();
  return (
    <div className="line-day">
      <span>{format.day(format.dayOf(at))}</span>
    </div>
  );
}

const Note = memo(function Note({ item }: { item: Extract<Item, { kind: "note" }> }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const staffName = useStaffName();
  const { marks } = useTranscript();
  return (
    <div className={marks.has(item.seq) ? "note said-marked" : "note"} data-seq={item.seq}>
      <div className="note-head">
        <NoteIcon size={15} />
        {t("transcript.noteBy", { agent: staffName(item.agentId) })}
        <time dateTime={item.at}>{format.hour(item.at)}</time>
      </div>
      <p className="said-words">{item.text}</p>
    </div>
  );
});

const Rating = memo(function Rating({ item }: { item: Extract<Item, { kind: "rating" }> }) {
  const { t } = useTranslation("conversations");
  const { customerName, marks } = useTranscript();
  const tone = item.stars >= 4 ? "good" : item.stars === 3 ? "middle" : "bad";
  return (
    <div className={`rating rating-${tone}${marks.has(item.seq) ? " said-marked" : ""}`} data-seq={item.seq}>
      <div>
        {t(`transcript.rated.${item.target}`, { customer: customerName })}
        <Stars stars={item.stars} />
      </div>
      {item.reasons.length > 0 && (
        <div className="rating-reasons">
          {item.reasons.map((reason) => (
            <span key={reason}>{t(`transcript.reason.${reason}`)}</span>
          ))}
        </div>
      )}
      {item.comment && <p>“{item.comment}”</p>}
    </div>
  );
});

export function Stars({ stars }: { stars: number }) {
  const { t } = useTranslation("conversations");
  return (
    <span className="stars" role="img" aria-label={t("transcript.stars", { count: stars, stars })}>
      {"★".repeat(stars)}
      <span>{"★".repeat(5 - stars)}</span>
    </span>
  );
}

/** One line for everything the bot did before a person came; it unfolds in place. */
function BotPart({ item }: { item: Extract<Item, { kind: "botPart" }> }) {
  const { t } = useTranslation("conversations");
  const { marks } = useTranscript();
  const hasMark = item.items.some((inner) => "seq" in inner && marks.has(inner.seq));
  const [isOpen, setIsOpen] = useState(hasMark);
  const { questions, unknown, lastQuestion } = item.summary;
  return (
    <section className={isOpen ? "bot-part bot-part-open" : "bot-part"}>
      <button
        type="button"
        className="plain-button bot-part-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <BotIcon size={17} />
        <span className="bot-part-words">
          {questions > 0 ? t("transcript.botPart", { count: questions, questions }) : t("transcript.botPartSilent")}
          {unknown > 0 && <b>{t("transcript.botPartUnknown", { count: unknown, unknown })}</b>}
          {lastQuestion && <em>{t("transcript.botPartLast", { question: lastQuestion })}</em>}
        </span>
        <ChevronIcon size={16} />
      </button>
      {isOpen && (
        <div className="bot-part-items">
          {item.items.map((inner) => (
            <ItemView key={inner.key} item={inner} />
          ))}
        </div>
      )}
    </section>
  );
}
