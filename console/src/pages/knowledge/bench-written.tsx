import { useMutation } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { WrittenReply } from "@yingda/contract/routes/knowledge";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePlace } from "./place.ts";

type Props = { asked: string; previous: string; canEdit: boolean };

/** The answer that the shop's chat model would write, asked for by hand: it costs what an answer to a customer costs. */
export function BenchWritten({ asked, previous, canEdit }: Props) {
  const { t } = useTranslation("knowledge");
  const words = useErrorWords();
  const write = useMutation({
    mutationFn: () => call(routes.askWritten, { text: asked, previous: previous || undefined }),
  });
  return (
    <div className="bench-written" aria-live="polite">
      <p className="bench-meaning">{t("bench.mayBeWritten")}</p>
      {canEdit && (
        <div className="bench-written-ask">
          <Button size="small" loading={write.isPending} onClick={() => write.mutate()}>
            {t(write.data ? "written.again" : "written.ask")}
          </Button>
          <small>{t("written.costs")}</small>
        </div>
      )}
      {write.isError && <p className="bench-written-fault">{words(write.error)}</p>}
      {write.data && !write.isPending && <Written written={write.data} />}
    </div>
  );
}

function Written({ written }: { written: WrittenReply }) {
  const { t } = useTranslation(["knowledge", "models"]);
  const format = useFormat();
  const { outcome, text, sources, given, refused, problem, tookMs } = written;
  return (
    <div className="bench-written-result">
      <strong className={outcome === "used" ? "bench-written-good" : "bench-written-fault"}>
        {t(`written.outcome.${outcome}`)}
      </strong>
      {problem && <p className="bench-meaning">{t(`models:problem.${problem}`)}</p>}
      {text !== "" && (
        <>
          {outcome !== "used" && <small>{t("written.passed")}</small>}
          <blockquote>{text}</blockquote>
          <Sources label={t("written.sources")} entries={sources} />
        </>
      )}
      {refused && (
        <>
          <small>{t("written.refused")}</small>
          {refused.text !== "" && <blockquote className="bench-written-refused">{refused.text}</blockquote>}
          <p className="bench-written-fault">{t(`written.fault.${refused.fault}`)}</p>
          <Sources label={t("written.named")} entries={refused.sources} />
        </>
      )}
      {outcome !== "used" && <Sources label={t("written.given")} entries={given} />}
      {outcome !== "not_asked" && (
        <small className="bench-took">{t("written.took", { time: format.number(tookMs / 1000, 1) })}</small>
      )}
    </div>
  );
}

function Sources({ label, entries }: { label: string; entries: WrittenReply["sources"] }) {
  const { go } = usePlace();
  if (entries.length === 0) return null;
  return (
    <div className="bench-written-sources">
      <small>{label}</small>
      <ul>
        {entries.map(({ entryId, question }) => (
          <li key={entryId}>
            <button
              type="button"
              className="plain-button kn-candidate-question"
              title={question}
              onClick={() => go({ entry: entryId, draft: undefined })}
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
