import type { WallNow } from "@yingda/contract/live";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

export function HotQuestions({ hot }: { hot: WallNow["hot"] }) {
  const { t } = useTranslation("wall");
  const format = useFormat();
  const most = Math.max(1, ...hot.map(({ asked }) => asked));
  return (
    <section className="wall-panel wall-hot" aria-label={t("hot.title")}>
      <h2>{t("hot.title")}</h2>
      {hot.length === 0 ? (
        <p className="wall-nothing">{t("hot.none")}</p>
      ) : (
        <ol>
          {hot.map(({ entryId, question, asked }) => (
            <li key={entryId}>
              <span className="wall-hot-question">{question}</span>
              <span className="wall-hot-times">{format.number(asked)}</span>
              <span className="wall-hot-bar" aria-hidden="true">
                <span style={{ width: `${(100 * asked) / most}%` }} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
