import type { HomeMetric } from "@yingda/contract/routes/analytics";
import { Modal, Segmented, Table } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { sheetOf, valueCell, withUnit } from "../../figures/figure-sheet.ts";
import { useSheetWords } from "../../figures/use-sheet-words.ts";
import { useScheme } from "../../preferences.ts";
import { axisTip } from "../../ui/axis-tip.ts";
import { Chart } from "../../ui/chart.tsx";
import { DownloadTable } from "../../ui/download-table.tsx";
import { palettes } from "../../ui/theme.ts";
import { useFormat } from "../../ui/use-format.ts";

/** The sparkline enlarged, and the table behind it. */
export function TrendDialog({ metric, close }: { metric: HomeMetric; close: () => void }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const words = useSheetWords();
  const [view, setView] = useState<"chart" | "table">("chart");
  const name = metric.name[format.language];
  const [first, last] = [metric.trend.at(0), metric.trend.at(-1)];
  return (
    <Modal open onCancel={close} footer={null} width={760} title={name}>
      <p className="trend-formula">{metric.formula[format.language]}</p>
      <Segmented
        size="small"
        value={view}
        onChange={setView}
        options={[
          { value: "chart", label: t("trend.chart") },
          { value: "table", label: t("trend.table") },
        ]}
      />
      {view === "table" && first && last && (
        <span className="trend-download">
          <DownloadTable
            name={name}
            window={{ from: first.day, to: last.day }}
            table={() =>
              sheetOf(metric.trend, [
                { title: t("trend.day"), cell: ({ day }) => ({ date: day }) },
                { title: withUnit(name, metric, words), cell: ({ value }) => valueCell(value, metric) },
              ])
            }
          />
        </span>
      )}
      {view === "chart" ? (
        <TrendChart metric={metric} label={t("metric.trend", { name })} />
      ) : (
        <Table
          className="trend-table"
          size="small"
          rowKey="day"
          pagination={false}
          scroll={{ y: 300 }}
          dataSource={metric.trend.toReversed()}
          columns={[
            { title: t("trend.day"), dataIndex: "day", render: format.day },
            {
              title: name,
              dataIndex: "value",
              align: "right",
              render: (value: number | null) => format.value(value, metric.unit),
            },
          ]}
        />
      )}
    </Modal>
  );
}

function TrendChart({ metric, label }: { metric: HomeMetric; label: string }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const c = palettes[useScheme()];
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
      tooltip: axisTip(c, (place) => {
        const each = metric.trend[place]!;
        return `${format.day(each.day)}<br><b>${format.value(each.value, metric.unit)}</b>`;
      }),
      xAxis: {
        type: "category",
        data: metric.trend.map(({ day }) => format.day(day)),
        boundaryGap: false,
        axisLine: { lineStyle: { color: c.lineStrong } },
        axisTick: { show: false },
        axisLabel: { color: c.second },
      },
      yAxis: {
        type: "value",
        scale: metric.unit === "ratio",
        // The band of the peers must be in the picture.
        max: ({ max }: { max: number }) => (metric.peers && metric.peers.p75 > max ? metric.peers.p75 : null),
        min: ({ min }: { min: number }) =>
          metric.unit === "ratio" && metric.peers && metric.peers.p25 < min ? metric.peers.p25 : null,
        splitNumber: 4,
        splitLine: { lineStyle: { color: c.line } },
        axisLabel: { color: c.second, formatter: (value: number) => format.value(value, metric.unit) },
      },
      series: [
        {
          type: "line",
          data: metric.trend.map(({ value }) => value),
          symbolSize: 5,
          showSymbol: metric.trend.length <= 31,
          lineStyle: { color: c.accent, width: 2 },
          itemStyle: { color: c.accent },
          markArea: metric.peers
            ? {
                silent: true,
                itemStyle: { color: c.ink, opacity: 0.06 },
                label: { position: "insideTopRight", color: c.second, fontSize: 12 },
                data: [[{ name: t("peers.band"), yAxis: metric.peers.p25 }, { yAxis: metric.peers.p75 }]],
              }
            : undefined,
          markLine:
            metric.previous.value === null
              ? undefined
              : {
                  silent: true,
                  symbol: "none",
                  lineStyle: { color: c.third, type: "dashed" },
                  label: {
                    position: "insideStartTop",
                    color: c.second,
                    formatter: t("trend.previous", { value: format.value(metric.previous.value, metric.unit) }),
                  },
                  data: [{ yAxis: metric.previous.value }],
                },
        },
      ],
    }),
    [metric, format, c, t],
  );
  return <Chart option={option} height={320} label={label} />;
}
