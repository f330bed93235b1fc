import type { AskReply } from "@yingda/contract/routes/knowledge";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

type Band = "sure" | "near" | "far";
type Props = { score: number; thresholds: AskReply["thresholds"]; hasWords?: boolean; band?: Band };

/** A probability between nothing and sure, with the two marks at which the bot does something else. */
export function ScoreBar({ score, thresholds, hasWords = false, band = bandOf(score, thresholds) }: Props) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const percent = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`;
  return (
    <div className="kn-score-bar">
      <div
        className="kn-score-track"
        role="img"
        aria-label={t("bench.bar", {
          score: format.ratio(score),
          answer: format.ratio(thresholds.answer),
          recommend: format.ratio(thresholds.recommend),
        })}
      >
        <span className={`kn-score-fill kn-score-${band}`} style={{ width: percent(score) }} />
        <span className="kn-score-mark" style={{ left: percent(thresholds.recommend) }} />
        <span className="kn-score-mark" style={{ left: percent(thresholds.answer) }} />
      </div>
      {hasWords && (
        <div className="kn-score-words" aria-hidden="true">
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

const bandOf = (score: number, { answer, recommend }: Props["thresholds"]): Band =>
  score >= answer ? "sure" : score >= recommend ? "near" : "far";
