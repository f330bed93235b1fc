import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { TestRun } from "@yingda/contract/routes/knowledge-tests";
import { Button, Progress } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useScheme } from "../../preferences.ts";
import { axisTip } from "../../ui/axis-tip.ts";
import { Chart } from "../../ui/chart.tsx";
import { palettes } from "../../ui/theme.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useLearningChange } from "./learning-data.ts";
import { useTestRuns } from "./tests-data.ts";

type Counts = ReplyOf<typeof routes.listTests>["counts"];

/** How many pass, how that went run by run, and the button that asks them all. */
export function RatePanel({ counts }: { counts: Counts }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const runs = useTestRuns();
  const start = useLearningChange(() => call(routes.startTestRun, {}));
  const latest = runs.data?.items[0];
  const isRunning = latest?.state === "running";
  const done = (runs.data?.items ?? []).filter((run) => run.state === "done" && run.tests > 0).toReversed();
  const asked = counts.all - counts.none;
  return (
    <section className="panel rate-panel">
      <div className="rate-now">
        <h2 className="panel-title">{t("test.rate")}</h2>
        <p className="rate-figure">{format.ratio(asked > 0 ? counts.right / asked : null)}</p>
        <p className="learning-quiet">
          {asked > 0 ? t("test.runDone", { passed: counts.right, tests: asked }) : t("test.notRun")}
        </p>
        <Button loading={start.isPending || isRunning} onClick={() => start.mutate(undefined)}>
          {t("test.run")}
        </Button>
        {isRunning && (
          <div aria-live="polite">
            <Progress size="small" percent={Math.floor((100 * latest.done) / Math.max(1, latest.tests))} />
            <span className="learning-quiet">{t("test.running", { done: latest.done, tests: latest.tests })}</span>
          </div>
        )}
      </div>
      <div className="rate-time">
        <p className="learning-quiet">{t("test.rateLead")}</p>
        {done.length > 0 && <RateChart runs={done} />}
      </div>
    </section>
  );
}

function RateChart({ runs }: { runs: TestRun[] }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const c = palettes[useScheme()];
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 4, right: 16, top: 12, bottom: 4, containLabel: true },
      tooltip: axisTip(c, (place) => {
        const { startedAt, passed, tests, offered } = runs[place]!;
        return `${format.time(startedAt)}<br><b>${format.ratio(passed / tests)}</b> ${t("test.rateTip", { passed, tests, offered })}`;
      }),
      xAxis: {
        type: "category",
        data: runs.map(({ startedAt }) => format.time(startedAt)),
        boundaryGap: runs.length === 1,
        axisLine: { lineStyle: { color: c.lineStrong } },
        axisTick: { show: false },
        axisLabel: { color: c.second, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: 0,
        max: 1,
        interval: 0.25,
        splitLine: { lineStyle: { color: c.line } },
        axisLabel: { color: c.second, formatter: (value: number) => `${Math.round(100 * value)}%` },
      },
      series: [
        {
          type: "line",
          data: runs.map(({ passed, tests }) => passed / tests),
          symbolSize: 6,
          lineStyle: { color: c.accent, width: 2 },
          itemStyle: { color: c.accent },
        },
      ],
    }),
    [runs, format, t, c],
  );
  return <Chart option={option} height={150} label={t("test.rateChart")} />;
}
