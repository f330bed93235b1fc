import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { enteringRow, useFigureState, useFigures, useSetFigureSearch } from "../../../figures/use-figures.ts";
import { AfterAWhile, ErrorState } from "../../../ui/states.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { byHandling, handlings } from "./handlings.ts";

const conversations = "compare.bot_vs_human.conversations";
const tones = { bot: "strong", both: "medium", human: "waiting", none: "soft" } as const;

/** How many conversations each took, as one bar. */
export function HandledShares() {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  const answer = useFigures({ metrics: [conversations], dimensions: ["handledBy"] });
  const own = answer.data && byHandling(answer.data, conversations);
  const count = (handling: (typeof handlings)[number]) => own?.get(handling)?.now.numerator ?? 0;
  const total = handlings.reduce((sum, one) => sum + count(one), 0);
  return (
    <section className="panel figures-mix" aria-label={t("comparison.shares")}>
      <h2 className="panel-title">{t("comparison.shares")}</h2>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 2 }} />
        </AfterAWhile>
      )}
      {answer.data && total === 0 && <p className="figures-nothing">{t("trend.nothing")}</p>}
      {total > 0 && (
        <>
          <div className="mix-bar" aria-hidden="true">
            {handlings
              .filter((one) => count(one) > 0)
              .map((one) => (
                <span key={one} className={`mix-part mix-${tones[one]}`} style={{ flexGrow: count(one) }}>
                  {count(one) / total >= 0.08 && format.ratio(count(one) / total)}
                </span>
              ))}
          </div>
          <ul className="mix-list">
            {handlings.map((one) => (
              <li key={one}>
                <i className={`mix-${tones[one]}`} aria-hidden="true" />
                <button
                  type="button"
                  className="plain-button figures-enter"
                  onClick={() => set(enteringRow(state, "handledBy", one))}
                >
                  {t(`value.handledBy.${one}`)}
                </button>
                <strong>{format.number(count(one))}</strong>
                <small>{format.ratio(count(one) / total)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
