import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { RichText } from "../ui/rich-text.tsx";
import { AnswerLabelling } from "./answer-labelling.tsx";
import type { Item } from "./arrange.ts";
import { BotName, Head } from "./bubble.tsx";
import { useTranscript } from "./context.ts";
import { ThumbDownIcon, ThumbUpIcon } from "./icons.tsx";

export type Answer = Extract<Item, { kind: "answer" }>;

/** What the bot said, as the customer saw it, with what came of it: the option taken, the thumb, our own verdict. */
export const BotAnswer = memo(function BotAnswer({ item }: { item: Answer }) {
  const { t } = useTranslation("conversations");
  const { marks } = useTranscript();
  const { body } = item;
  return (
    <div
      className={`said said-bot${item.isFirst ? " said-first" : ""}${marks.has(item.seq) ? " said-marked" : ""}`}
      data-seq={item.seq}
    >
      {item.isFirst && (
        <Head at={item.at}>
          <BotName />
          <span className={`said-way outcome outcome-${body.outcome}`}>{t(`transcript.outcome.${body.outcome}`)}</span>
          {body.generated && <span className="said-way said-generated">{t("transcript.generated")}</span>}
        </Head>
      )}
      <div className="said-row">
        <div className="said-bubble">
          {!item.isFirst && body.outcome === "unknown" && (
            <span className="said-way outcome outcome-unknown">{t("transcript.outcome.unknown")}</span>
          )}
          {body.html ? <RichText html={body.html} /> : <p className="said-words">{body.text}</p>}
          {!!body.options?.length && (
            <ul className="said-options">
              {body.options.map((option) => (
                <li
                  key={option.entryId}
                  className={option.entryId === item.clickedEntryId ? "said-option said-option-taken" : "said-option"}
                >
                  {option.question}
                  {option.entryId === item.clickedEntryId && <span>{t("transcript.taken")}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
        <AnswerLabelling item={item} />
      </div>
      {!!body.sources?.length && <Sources sources={body.sources} />}
      {item.thumb && (
        <div className={`said-foot said-thumb-${item.thumb}`}>
          {item.thumb === "up" ? <ThumbUpIcon size={14} /> : <ThumbDownIcon size={14} />}
          {t(`transcript.thumb.${item.thumb}`)}
        </div>
      )}
    </div>
  );
});

/** What a model wrote it from: an answer that is wrong is put right there. */
function Sources({ sources }: { sources: NonNullable<Answer["body"]["sources"]> }) {
  const { t } = useTranslation("conversations");
  return (
    <div className="said-foot said-sources">
      {t("transcript.sources")}
      <ul>
        {sources.map(({ entryId, question }) => (
          <li key={entryId}>
            <Link to="/knowledge" search={{ entry: entryId }}>
              {question}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
