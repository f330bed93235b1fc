import type { UseQueryResult } from "@tanstack/react-query";
import type { MeasureRules, ScoreMetric } from "@yingda/contract/measure-rules";
import type { ScorePreview } from "@yingda/contract/routes/measure-settings";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { AfterAWhile } from "../../../ui/states.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { isReckonedAnew, listChanged, metricWords } from "./rules.ts";

type Props = {
  saved: MeasureRules;
  rules: MeasureRules;
  preview: UseQueryResult<ScorePreview>;
  isValid: boolean;
};

/** The score of the last 30 days as it is and as it would be, and what saving sets in motion. */
export function ScorePreviewPanel({ saved, rules, preview, isValid }: Props) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const changed = listChanged(saved, rules);
  const { data } = preview;
  return (
    <aside className="panel tried" aria-live="polite">
      <h2 className="panel-title">{t("preview.title")}</h2>
      {!isValid && <p className="fault">{t("preview.invalid")}</p>}
      {preview.isError && <p className="fault">{t("preview.failed")}</p>}
      {!data && preview.isPending && (
        <AfterAWhile>
          <Skeleton active title={false} paragraph={{ rows: 6 }} />
        </AfterAWhile>
      )}
      {data && (
        <div className={preview.isPlaceholderData || !isValid ? "tried-stale" : undefined}>
          <Scores data={data} isSame={changed.length === 0} />
          <ul className="tried-parts">
            {data.parts.map((part) => (
              <li key={part.metric}>
                <span>{t(`metric.${metricWords[part.metric as ScoreMetric]}`, { seconds: rules.connectSeconds })}</span>
                <Points part={part} />
              </li>
            ))}
          </ul>
          <p className="rule-hint">
            {t("preview.window", { from: format.day(data.window.from), to: format.day(data.window.to) })}
          </p>
        </div>
      )}
      <p className="tried-effect">
        {changed.length === 0 ? t("preview.same") : t(isReckonedAnew(changed) ? "effect.refold" : "effect.score")}
      </p>
    </aside>
  );
}

function Scores({ data: { score }, isSame }: { data: ScorePreview; isSame: boolean }) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  if (score.saved === null && score.draft === null) return <p>{t("preview.noData")}</p>;
  const figure = (value: number | null) => (value === null ? t("preview.none") : format.number(value, 1));
  return (
    <p className="tried-scores">
      <span>
        <small>{t("preview.now")}</small>
        <b>{figure(score.saved)}</b>
      </span>
      {!isSame && (
        <>
          <span aria-hidden="true">→</span>
          <span>
            <small>{t("preview.after")}</small>
            <b>{figure(score.draft)}</b>
          </span>
        </>
      )}
    </p>
  );
}

function Points({ part: { saved, draft } }: { part: ScorePreview["parts"][number] }) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const [before, after] = [format.number(saved.points), format.number(draft.points)];
  if (before === after) return <span>{t("preview.samePoints", { points: before })}</span>;
  return <strong>{t("preview.points", { before, after })}</strong>;
}
