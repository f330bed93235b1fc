import type { AskReply } from "@yingda/contract/routes/knowledge";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { RichText } from "../../ui/rich-text.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { PhoneTalk } from "./answer-preview.tsx";
import { BenchCorrect } from "./bench-correct.tsx";
import { BenchWritten } from "./bench-written.tsx";
import { CandidateRow } from "./candidate-row.tsx";
import { meaningOf } from "./meaning.ts";
import { newEntry, usePlace } from "./place.ts";
import { ScoreBar } from "./score-bar.tsx";

type Props = { asked: string; previous: string; reply: AskReply; isStale: boolean; canEdit: boolean };

export function BenchResult({ asked, previous, reply, isStale, canEdit }: Props) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  return (
    <div className={isStale ? "bench-result kn-stale" : "bench-result"} aria-live="polite">
      <div className="bench-verdict">
        <Verdict reply={reply} />
        <p className="bench-meaning">{t(meaningOf(reply))}</p>
        {reply.resolvedText && <p className="bench-meaning">{t("bench.resolved", { words: reply.resolvedText })}</p>}
        {canEdit && <BenchCorrect key={`${asked} ${reply.resolvedText ?? ""}`} asked={asked} reply={reply} />}
        <PhoneTalk question={asked} below={<Options options={reply.reply.options} />}>
          {reply.reply.html ? <RichText html={reply.reply.html} /> : <p>{reply.reply.text}</p>}
        </PhoneTalk>
        {reply.mayBeWritten && (
          <BenchWritten key={`${previous} ${asked}`} asked={asked} previous={previous} canEdit={canEdit} />
        )}
        <small className="bench-took">{t("bench.took", { ms: format.number(reply.tookMs, 1) })}</small>
      </div>
      <div className="bench-candidates">
        <div className="bench-candidates-top">
          <h3>{t("bench.candidates")}</h3>
          {canEdit && <NewFromQuestion asked={asked} isMain={reply.outcome === "unknown"} />}
        </div>
        {reply.candidates.length === 0 && <p className="kn-none">{t("bench.none")}</p>}
        <ol>
          {reply.candidates.map((candidate, at) => (
            <CandidateRow
              key={candidate.entryId}
              candidate={candidate}
              place={at + 1}
              thresholds={reply.thresholds}
              asked={asked}
              canEdit={canEdit}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** What the bot does, and how sure it is of what that rests on: always read from left to right, past the marks. */
function Verdict({ reply }: { reply: AskReply }) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const { outcome, confidence, thresholds } = reply;
  const name = <span className={`bench-mark bench-mark-${outcome}`}>{t(`outcome.${outcome}`)}</span>;
  if (outcome === "chitchat") return <div className="bench-outcome">{name}</div>;
  const isAnswer = outcome === "direct" || outcome === "understood";
  // Of "doesn't know" the engine says how sure it is of that; what counts against the marks is the rest.
  const closeness = outcome === "unknown" ? 1 - confidence : confidence;
  return (
    <>
      <div className="bench-outcome">
        {name}
        <span className="bench-probability">
          <small>{t(isAnswer ? "bench.isRight" : "bench.isNear")}</small> {format.ratio(closeness)}
        </span>
      </div>
      <ScoreBar
        score={closeness}
        thresholds={thresholds}
        hasWords
        band={isAnswer ? "sure" : outcome === "guided" ? "near" : "far"}
      />
    </>
  );
}

function Options({ options }: { options: AskReply["reply"]["options"] }) {
  if (options.length === 0) return null;
  return (
    <ul className="kn-phone-options">
      {options.map(({ entryId, question }) => (
        <li key={entryId}>{question}</li>
      ))}
    </ul>
  );
}

function NewFromQuestion({ asked, isMain }: { asked: string; isMain: boolean }) {
  const { t } = useTranslation("knowledge");
  const { go } = usePlace();
  return (
    <Button
      size="small"
      type={isMain ? "primary" : "default"}
      onClick={() => go({ entry: newEntry, draft: asked.slice(0, 200) })}
    >
      {t("bench.newEntry")}
    </Button>
  );
}
