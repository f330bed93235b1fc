import { Link } from "@tanstack/react-router";
import type { MetricWords } from "@yingda/contract/figures";
import { fewestObservations } from "@yingda/contract/tag-rules";
import { Skeleton, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { enterValue } from "../../../figures/address.ts";
import type { Figures, Pair } from "../../../figures/ask.ts";
import { ColumnTitle } from "../../../figures/column-title.tsx";
import { FigureCell } from "../../../figures/figure-cell.tsx";
import { changeOf, useFigureState, useFigures } from "../../../figures/use-figures.ts";
import { useSheetWords } from "../../../figures/use-sheet-words.ts";
import { DownloadTable } from "../../../ui/download-table.tsx";
import { CheckIcon } from "../../../ui/icons.tsx";
import { AfterAWhile, ErrorState } from "../../../ui/states.tsx";
import { comparedMetrics } from "../page-metrics.ts";
import { byHandling, type Handling } from "./handlings.ts";
import { measureSheet } from "./measure-sheet.ts";

/** Nobody is compared with whom nobody served. */
const compared = ["bot", "human", "both"] as const;

export function SideBySide() {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const words = useSheetWords();
  const answer = useFigures({ metrics: [...comparedMetrics], dimensions: ["handledBy"] });
  return (
    <section className="panel figures-breakdown" aria-label={t("comparison.measures")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("comparison.measures")}</h2>
        {answer.data && (
          <span className="figures-panel-tools">
            <DownloadTable
              name={t("comparison.measures")}
              window={state.window}
              isStale={answer.isPlaceholderData}
              table={() => measureSheet(answer.data, comparedMetrics, compared, words)}
            />
          </span>
        )}
      </header>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 6 }} />
        </AfterAWhile>
      )}
      {answer.data && (
        <div className={answer.isPlaceholderData ? "beside-scroll figures-stale" : "beside-scroll"}>
          <table className="beside">
            <thead>
              <tr>
                <th scope="col">{t("comparison.measure")}</th>
                {compared.map((one) => (
                  <th key={one} scope="col">
                    {t(`value.handledBy.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {comparedMetrics.map((key) => {
                const words = answer.data.words.get(key);
                return words && <Measure key={key} words={words} figures={answer.data} />;
              })}
            </tbody>
          </table>
        </div>
      )}
      <p className="figures-note">{t("comparison.note")}</p>
    </section>
  );
}

function Measure({ words, figures }: { words: MetricWords; figures: Figures }) {
  const own = byHandling(figures, words.key);
  const values = compared.map((one) => own.get(one)?.now.value ?? 0);
  const largest = Math.max(...values.map(Math.abs));
  const best = findBest(words, own);
  return (
    <tr>
      <th scope="row">
        <ColumnTitle words={words} />
      </th>
      {compared.map((one) => (
        <td key={one}>
          <Cell words={words} pair={own.get(one)} largest={largest} handling={one} isBest={best === one} />
        </td>
      ))}
    </tr>
  );
}

type CellProps = { words: MetricWords; pair: Pair | undefined; largest: number; handling: Handling; isBest: boolean };

function Cell({ words, pair, largest, handling, isBest }: CellProps) {
  const { t } = useTranslation("figures");
  const { search, state } = useFigureState();
  const cell = <FigureCell pair={pair} words={words} largest={largest} />;
  if (!pair || pair.now.value === null) return cell;
  const filters = enterValue(state.filters, "handledBy", handling);
  return (
    <>
      <Link
        to="/analytics/diagnosis"
        search={{ ...search, ...changeOf({ filters }), metric: words.key, by: "intent" }}
        className="beside-cell"
      >
        {cell}
      </Link>
      {isBest && (
        <Tooltip title={t("comparison.best")}>
          <span className="beside-best" role="img" aria-label={t("comparison.best")}>
            <CheckIcon size={13} />
          </span>
        </Tooltip>
      )}
    </>
  );
}

/** Of those with enough behind them, and only where one direction is the good one. */
function findBest({ good }: MetricWords, own: ReadonlyMap<Handling, Pair>): Handling | null {
  const rated = compared.flatMap((handling) => {
    const now = own.get(handling)?.now;
    const isEnough = now && now.value !== null && (now.denominator ?? 0) >= fewestObservations;
    return isEnough ? [{ handling, value: now.value! }] : [];
  });
  if (good === "none" || rated.length < 2) return null;
  const sign = good === "up" ? 1 : -1;
  return rated.reduce((a, b) => (sign * b.value > sign * a.value ? b : a)).handling;
}
