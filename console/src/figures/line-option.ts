import type { MetricWords } from "@yingda/contract/figures";
import type { EChartsCoreOption } from "echarts/core";
import { axisTip } from "../ui/axis-tip.ts";
import type { Palette } from "../ui/theme.ts";

type Wish = {
  colours: Palette;
  labels: string[];
  now: (number | null)[];
  before: (number | null)[] | null;
  /** What stands beside the ends of the lines. */
  words: { now: string; before: string };
  isFromZero: boolean;
  unit: MetricWords["unit"];
  axis: (value: number) => string;
  tip: (index: number) => string;
};

/** Two lines that are told apart by dash and label as well as by colour; a day without a value is a gap, not a zero. */
export function lineOption({
  colours: c,
  labels,
  now,
  before: asked,
  words,
  isFromZero,
  unit,
  axis,
  tip,
}: Wish): EChartsCoreOption {
  // Of a window without a single value there is no line, and a label at the end of none has no place to be drawn at.
  const before = asked?.some((value) => value !== null) ? asked : null;
  const endLabel = (word: string, color: string) => ({ show: true, formatter: word, color, distance: 6 });
  const isSparse = labels.length <= 31;
  const values = [...now, ...(before ?? [])].filter((value) => value !== null);
  const [smallest, largest] = [Math.min(...values), Math.max(0, ...values)];
  // Nothing is more than all of it: the axis ends at 100 %.
  const isNearlyAll = unit === "ratio" && largest > 0.75 && largest <= 1;
  return {
    animation: false,
    grid: { left: 4, right: 56, top: 16, bottom: 4, containLabel: true },
    tooltip: axisTip(c, tip),
    xAxis: {
      type: "category",
      data: labels,
      boundaryGap: false,
      axisLine: { lineStyle: { color: c.lineStrong } },
      axisTick: { show: false },
      axisLabel: { color: c.second, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      scale: !isFromZero,
      splitNumber: 4,
      interval: unit === "seconds" ? timeStep(largest) : isNearlyAll ? (smallest < 0.5 ? 0.25 : 0.1) : undefined,
      max: isNearlyAll ? 1 : undefined,
      splitLine: { lineStyle: { color: c.line } },
      axisLabel: { color: c.second, formatter: axis },
    },
    series: [
      ...(before
        ? [
            {
              type: "line",
              data: before,
              symbol: "none",
              lineStyle: { color: c.third, width: 1.5, type: "dashed" },
              endLabel: endLabel(words.before, c.second),
              labelLayout: { moveOverlap: "shiftY" },
            },
          ]
        : []),
      {
        type: "line",
        data: now,
        symbolSize: 5,
        showSymbol: isSparse,
        lineStyle: { color: c.accent, width: 2 },
        itemStyle: { color: c.accent },
        endLabel: endLabel(words.now, c.accent),
        labelLayout: { moveOverlap: "shiftY" },
      },
    ],
  };
}

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** Half minutes and hours, not 50 seconds. */
const timeStep = (largest: number) =>
  steps.find((step) => largest / step <= 5) ?? Math.ceil(largest / 5 / 86_400) * 86_400;
