import type { DayLine, Lines, Wall } from "@yingda/contract/live";
import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../ui/chart.tsx";
import { palettes } from "../../ui/theme.ts";
import { useFormat } from "../../ui/use-format.ts";
import { finished, isEmptyDay, smooth, sum, sumUntil } from "./day-lines.ts";
import type { Against } from "./wall-data.ts";

const c = palettes.dark;
/** Three hues that people with any kind of colour sight tell apart, each with a stroke of its own. */
const strokes = {
  first: { color: "#4FC3F7", type: "solid" },
  second: { color: "#FFB74D", type: [8, 4] },
  third: { color: "#F48FB1", type: [2, 3] },
} as const;

type Stroke = keyof typeof strokes;
type Drawn = { line: DayLine; stroke: Stroke };
const charts: { key: "messages" | "conversations" | "people"; drawn: Drawn[] }[] = [
  { key: "conversations", drawn: [{ line: "conversations", stroke: "first" }] },
  {
    key: "people",
    drawn: [
      { line: "requests", stroke: "first" },
      { line: "connected", stroke: "second" },
      { line: "abandoned", stroke: "third" },
    ],
  },
  { key: "messages", drawn: [{ line: "messages", stroke: "first" }] },
];

/** By the minute, over the whole day: what has been, and beside it the day it is held against, also of the hours to come. */
export function DayCharts({ lines, before, against }: { lines: Lines; before: Wall["before"]; against: Against }) {
  const { t } = useTranslation("wall");
  if (isEmptyDay(lines) && isEmptyDay(before.lines)) {
    return (
      <section className="wall-panel wall-empty">
        <p>{t("chart.none")}</p>
        <small>{t("chart.noneWhy")}</small>
      </section>
    );
  }
  return charts.map(({ key, drawn }) => (
    <section key={key} className={`wall-panel wall-chart wall-chart-${key}`} aria-label={t(`chart.${key}`)}>
      <h2>
        {t(`chart.${key}`)}
        <Total today={lines[drawn[0]!.line]} before={before.lines[drawn[0]!.line]} against={against} />
      </h2>
      <DayChart lines={lines} before={before} drawn={drawn} against={against} />
    </section>
  ));
}

function Total({ today, before, against }: { today: number[]; before: number[]; against: Against }) {
  const { t } = useTranslation("wall");
  const format = useFormat();
  const then = sumUntil(before, today.length);
  return (
    <span className="wall-total">
      <strong>{format.number(sum(today))}</strong>
      <small>{t(`chart.before.${against}`, { number: format.number(then) })}</small>
    </span>
  );
}

type DayChartProps = { lines: Lines; before: Wall["before"]; drawn: Drawn[]; against: Against };

function DayChart({ lines, before, drawn, against }: DayChartProps) {
  const { t } = useTranslation("wall");
  const format = useFormat();
  const fontSize = Math.max(12, Math.round(useScreenWidth() / 110));
  // A finished minute changes no more: pushes within a minute leave the picture alone.
  const minutes = lines.messages.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the finished minutes hold follows from how many they are
  const option = useMemo(() => {
    const ofDay = before.lines[drawn[0]!.line].length;
    const label = (words: string, color: string) => ({
      show: words !== "",
      formatter: words,
      color,
      fontSize: fontSize * 1.1,
      fontWeight: 600,
      textBorderColor: c.surface,
      textBorderWidth: 4,
      distance: 8,
      // Above the end of the line: below a line at 0 are the hours.
      verticalAlign: "bottom",
    });
    const beforeLine = {
      type: "line",
      data: smooth(before.lines[drawn[0]!.line]).map((value, i) => [i, value]),
      showSymbol: false,
      silent: true,
      sampling: "lttb",
      lineStyle: { color: c.third, width: 1.5 },
      areaStyle: { color: c.third, opacity: 0.18 },
      z: 1,
    };
    const today = drawn.map(({ line, stroke }, i) => {
      const data = smooth(finished(lines[line]));
      const { color, type } = strokes[stroke];
      const last = data.at(-1);
      const figure = last === undefined ? "" : format.number(last, last < 10 && last % 1 !== 0 ? 1 : 0);
      // Several names at 0 would stand on each other; the first says it for all.
      const words = drawn.length === 1 ? figure : i > 0 && !last ? "" : `${t(`line.${line}`)} ${figure}`;
      return {
        type: "line",
        data: data.map((value, minute) => [minute, value]),
        showSymbol: false,
        silent: true,
        sampling: "lttb",
        lineStyle: { color, type, width: Math.max(2, fontSize / 5) },
        endLabel: label(words, color),
        labelLayout: { moveOverlap: "shiftY" },
        z: 5 - i,
      };
    });
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: 12, top: 10, bottom: 2, containLabel: true },
      xAxis: {
        type: "value",
        min: 0,
        max: ofDay,
        interval: 240,
        axisLine: { lineStyle: { color: c.lineStrong } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: { color: c.second, fontSize, hideOverlap: true, formatter: toClock },
      },
      yAxis: {
        type: "value",
        splitNumber: 2,
        minInterval: 1,
        splitLine: { lineStyle: { color: c.line } },
        axisLabel: { color: c.second, fontSize },
      },
      series: [beforeLine, ...today],
    };
  }, [minutes, before, drawn, fontSize, t, format]);

  const words = drawn.map(({ line }) => `${t(`line.${line}`)} ${format.number(sum(lines[line]))}`).join(", ");
  return (
    <>
      <Chart option={option} height="100%" label={words} />
      <p className="wall-legend">
        {t("chart.unit")}
        <span className="wall-legend-before">{t(`against.${against}`)}</span>
      </p>
    </>
  );
}

const toClock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:00`;

const useScreenWidth = () => useSyncExternalStore(watchSize, () => window.innerWidth);
function watchSize(watcher: () => void) {
  addEventListener("resize", watcher);
  return () => removeEventListener("resize", watcher);
}
