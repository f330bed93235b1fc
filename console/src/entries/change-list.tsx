import type { Comparison } from "@yingda/contract/routes/knowledge-tests";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";
import { AnswerMark } from "./verdict-mark.tsx";

const shown = 20;

/** Which tests would get another answer: what they get now, and what then. */
export function ChangeList({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { broken, mended, items, changed } = comparison;
  const rest = changed - Math.min(shown, items.length);
  return (
    <div className="change-list">
      <p className="change-list-sum">
        {broken > 0 && <strong className="change-list-broken">{t("check.broken", { count: broken })}</strong>}
        {mended > 0 && <span>{t("check.mended", { count: mended })}</span>}
        <span>
          {t("check.passed", {
            before: format.number(comparison.passedBefore),
            after: format.number(comparison.passedAfter),
            tests: format.number(comparison.tests),
          })}
        </span>
      </p>
      <ul>
        {items.slice(0, shown).map((item) => (
          <li key={item.testId}>
            <strong>{item.question}</strong>
            <span className="change-list-way">
              <AnswerMark answer={item.before} />
              <span aria-hidden="true">→</span>
              <AnswerMark answer={item.after} />
            </span>
            <small>
              {item.goes
                ? t("check.goes")
                : t("check.expected", { question: item.expected?.question ?? t("nothingAnswers") })}
            </small>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="change-list-more">{t("check.more", { count: rest })}</p>}
    </div>
  );
}
