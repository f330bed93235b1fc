import type { MetricWords } from "@yingda/contract/figures";
import { Segmented, Select, Skeleton, Table } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useScheme } from "../preferences.ts";
import { Chart } from "../ui/chart.tsx";
import { DownloadTable } from "../ui/download-table.tsx";
import { AfterAWhile, ErrorState } from "../ui/states.tsx";
import { palettes } from "../ui/theme.ts";
import { useFormat } from "../ui/use-format.ts";
import type { Figures, Pair } from "./ask.ts";
import { lineOption } from "./line-option.ts";
import { useMetricWords } from "./metrics.ts";
import { type Grain, lengthOf, usualGrain } from "./ranges.ts";
import { pointsOf, trendSheet } from "./trend-points.ts";
import { useValueName } from "./use-dimension-words.ts";
import { useFigureWords } from "./use-figure-words.ts";
import { useFigureState, useFigures } from "./use-figures.ts";
import { useSheetWords } from "./use-sheet-words.ts";

const height = 260;

/** One of the page's figures along time, the window compared with dashed beneath it, and the table behind the line. */
export function TrendPanel({ metrics }: { metrics: readonly string[] }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const { state } = useFigureState();
  const [metric, setMetric] = useState(metrics[0]!);
  const [wantedGrain, setGrain] = useState<Grain>();
  const [view, setView] = useState<"chart" | "table">("chart");
  const grain = wantedGrain ?? usualGrain(state.window);
  const answer = useFigures({ metrics: [metric], dimensions: [grain], limit: 1000 });
  const names = useMetricWords();
  const sheetWords = useSheetWords();
  const words = answer.data?.unfit.includes(metric) ? undefined : answer.data?.words.get(metric);
  if (lengthOf(state.window) < 2) return null;
  return (
    <section className="panel figures-trend" aria-label={t("trend.title")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("trend.title")}</h2>
        <Select
          className="figures-metric"
          aria-label={t("trend.metric")}
          value={metric}
          options={metrics.map((value) => ({ value, label: names.get(value)?.name[language] ?? value }))}
          onChange={setMetric}
        />
        <span className="figures-panel-tools">
          <Segmented
            aria-label={t("trend.grain")}
            value={grain}
            options={(["day", "week", "month"] as const).map((value) => ({ value, label: t(`trend.${value}`) }))}
            onChange={setGrain}
          />
          <Segmented
            aria-label={t("view.label")}
            value={view}
            options={(["chart", "table"] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={setView}
          />
          {view === "table" && answer.data && words && (
            <DownloadTable
              name={t("trend.of", { name: words.name[language] })}
              window={state.window}
              isStale={answer.isPlaceholderData}
              table={() => trendSheet(pointsOf(answer.data, metric, grain, state), words, grain, sheetWords)}
            />
          )}
        </span>
      </header>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 5 }} />
        </AfterAWhile>
      )}
      {answer.data?.unfit.includes(metric) && <p className="figures-nothing">{t("card.unfit")}</p>}
      {answer.data && words && <Line words={words} figures={answer.data} grain={grain} view={view} />}
    </section>
  );
}

function Line({
  words,
  figures,
  grain,
  view,
}: {
  words: MetricWords;
  figures: Figures;
  grain: Grain;
  view: "chart" | "table";
}) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const say = useFigureWords();
  const valueName = useValueName();
  const colours = palettes[useScheme()];
  const { state } = useFigureState();
  const points = useMemo(() => pointsOf(figures, words.key, grain, state), [figures, words.key, grain, state]);
  const name = words.name[language];
  const option = useMemo(() => {
    const label = (key: string) => valueName(grain, { key, name: null });
    return lineOption({
      colours,
      labels: points.map(({ key }) => label(key)),
      now: points.map((point) => point.now?.value ?? null),
      before: points.some((point) => point.before) ? points.map((point) => point.before?.value ?? null) : null,
      words: { now: t("trend.now"), before: t("trend.before") },
      isFromZero: words.unit !== "ratio" || words.good === "down",
      unit: words.unit,
      axis: (value) =>
        words.unit === "ratio" ? `${Math.round(value * 100)}%` : say.value({ value, denominator: null }, words.unit),
      tip: (i) => {
        const { key, now, before, beforeKey } = points[i]!;
        const line = (title: string, figure: Pair["now"]) =>
          `${title} <b>${say.value(figure, words.unit)}</b> <small>(${say.parts(figure, words.unit)})</small>`;
        return [now && line(label(key), now), before && line(beforeKey ? label(beforeKey) : t("trend.before"), before)]
          .filter(Boolean)
          .join("<br>");
      },
    });
  }, [points, colours, grain, words, say, valueName, t]);

  if (points.every(({ now }) => now?.value == null)) return <p className="figures-nothing">{t("trend.nothing")}</p>;
  if (view === "chart") return <Chart option={option} height={height} label={t("trend.of", { name })} />;
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ y: height - 40 }}
      dataSource={points.toReversed()}
      columns={[
        { title: t(`trend.${grain}`), render: (_, point) => valueName(grain, { key: point.key, name: null }) },
        { title: name, align: "right", render: (_, { now }) => (now ? say.value(now, words.unit) : "—") },
        {
          title: t("trend.parts"),
          align: "right",
          render: (_, { now }) => (now ? say.parts(now, words.unit) : "—"),
        },
        {
          title: t("trend.before"),
          align: "right",
          render: (_, { before }) => (before ? say.value(before, words.unit) : "—"),
        },
      ]}
    />
  );
}
