import type { AskReply } from "@yingda/contract/routes/knowledge";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

type Props = { score: number; thresholds: AskReply["thresholds"]; hasWords?: boolean };

/** A probability between nothing and sure, with the two marks at which the bot does something else. */
export function ScoreBar({ score, thresholds, hasWords = false }: Props) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const band = score >= thresholds.answer ? "sure" : score >= thresholds.recommend ? "near" : "far";
  const percent = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`;
  return (
    <div className="score-bar">
      <div
        className="score-track"
        role="img"
        aria-label={t("bench.bar", {
          score: format.ratio(score),
          answer: format.ratio(thresholds.answer),
          recommend: format.ratio(thresholds.recommend),
        })}
      >
        <span className={`score-fill score-${band}`} style={{ width: percent(score) }} />
        <span className="score-mark" style={{ left: percent(thresholds.recommend) }} />
        <span className="score-mark" style={{ left: percent(thresholds.answer) }} />
      </div>
      {hasWords && (
        <div className="score-words" aria-hidden="true">
          <span style={{ left: percent(thresholds.recommend) }}>
            {t("bench.recommend", { value: format.ratio(thresholds.recommend) })}
          </span>
          <span style={{ left: percent(thresholds.answer) }}>
            {t("bench.answer", { value: format.ratio(thresholds.answer) })}
          </span>
        </div>
      )}
    </div>
  );
}
