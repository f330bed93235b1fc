import type { MetricWords } from "@yingda/contract/figures";
import { Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DownloadTable } from "../ui/download-table.tsx";
import { AfterAWhile, ErrorState } from "../ui/states.tsx";
import { useFormat } from "../ui/use-format.ts";
import type { Figures, Pair } from "./ask.ts";
import { breakdownSheet } from "./figure-sheet.ts";
import { useMetricWords } from "./metrics.ts";
import { weekdayName } from "./use-dimension-words.ts";
import { useFigureWords } from "./use-figure-words.ts";
import { useFigureState, useFigures } from "./use-figures.ts";
import { useSheetWords } from "./use-sheet-words.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Weekday × hour: when customers come, and when they wait. A real table: colour repeats what its cells say. */
export function HeatPanel({ metrics }: { metrics: readonly [string, ...string[]] }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const { state } = useFigureState();
  const sheetWords = useSheetWords();
  const [metric, setMetric] = useState(metrics[0]);
  const names = useMetricWords();
  const answer = useFigures(
    { metrics: [metric], dimensions: ["weekday", "requestHour"], limit: 200 },
    { withBefore: false },
  );
  const words = answer.data?.words.get(metric);
  return (
    <section className="panel figures-heat" aria-label={t("heat.title")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("heat.title")}</h2>
        <Select
          className="figures-metric"
          aria-label={t("trend.metric")}
          value={metric}
          options={metrics.map((value) => ({ value, label: names.get(value)?.name[language] ?? value }))}
          onChange={setMetric}
        />
        {answer.data && words && answer.data.rows.length > 0 && (
          <span className="figures-panel-tools">
            <DownloadTable
              name={t("heat.of", { name: words.name[language] })}
              window={state.window}
              isStale={answer.isPlaceholderData}
              table={() => breakdownSheet(answer.data, [metric], ["weekday", "requestHour"], sheetWords)}
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
      {answer.data && words && (
        <div className={answer.isPlaceholderData ? "figures-heat-scroll figures-stale" : "figures-heat-scroll"}>
          <Grid figures={answer.data} words={words} />
        </div>
      )}
    </section>
  );
}

function Grid({ figures, words }: { figures: Figures; words: MetricWords }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const say = useFigureWords();
  const cells = new Map(
    figures.rows.map(({ keys, figures: own }) => [`${keys[0]!.key} ${keys[1]!.key}`, own.get(words.key)?.now]),
  );
  const largest = Math.max(0, ...[...cells.values()].map((now) => now?.value ?? 0));
  if (largest === 0) return <p className="figures-nothing">{t("trend.nothing")}</p>;
  return (
    <table className="figures-grid" aria-label={t("heat.of", { name: words.name[language] })}>
      <thead>
        <tr>
          <td />
          {hours.map((hour) => (
            <th key={hour} scope="col">
              {hour}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday) => (
          <tr key={weekday}>
            <th scope="row">{weekdayName(weekday, language, "short")}</th>
            {hours.map((hour) => (
              <HeatCell
                key={hour}
                now={cells.get(`${weekday} ${hour}`)}
                largest={largest}
                words={words}
                title={`${weekdayName(weekday, language)} ${hour}:00 · `}
                say={say}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = {
  now: Pair["now"] | undefined;
  largest: number;
  words: MetricWords;
  title: string;
  say: ReturnType<typeof useFigureWords>;
};

function HeatCell({ now, largest, words, title, say }: CellProps) {
  if (!now || now.value === null) return <td className="figures-heat-none" />;
  const depth = Math.round((now.value / largest) * 100);
  return (
    <td
      title={`${title}${say.value(now, words.unit)}${now.denominator === null ? "" : ` (${say.parts(now, words.unit)})`}`}
      className={depth > 55 ? "figures-heat-deep" : undefined}
      style={{ "--depth": `${depth}%` } as React.CSSProperties}
    >
      {brief(now.value, words.unit)}
    </td>
  );
}

/** What fits into a cell: whole seconds, then minutes. */
function brief(value: number, unit: MetricWords["unit"]): string {
  if (unit === "ratio") return String(Math.round(value * 100));
  if (unit === "seconds") return value < 100 ? `${Math.round(value)}″` : `${Math.round(value / 60)}′`;
  return String(Math.round(value));
}
