import type { GroupKey } from "@yingda/contract/figures";
import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import { Table, type TableProps, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useDimensionName, useValueName } from "../../../figures/use-dimension-words.ts";
import { useFigureWords } from "../../../figures/use-figure-words.ts";
import { useSheetWords } from "../../../figures/use-sheet-words.ts";
import { DownloadTable } from "../../../ui/download-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { groupSheet } from "./group-sheet.ts";

const pageSize = 20;
const largestFirst = ["descend" as const, "ascend" as const];

/** The same as the bars, in figures, and all of it. */
export function GroupTable({ data, enter }: { data: Diagnosis; enter: (group: GroupKey) => void }) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const say = useFigureWords();
  const dimensionName = useDimensionName();
  const valueName = useValueName();
  const words = useSheetWords();
  const { unit } = data.metric;
  const value = (value: number | null) => say.value({ value, denominator: 1 }, unit);
  const by = (of: (group: DiagnosisGroup) => number | null) => ({
    align: "right" as const,
    sorter: (a: DiagnosisGroup, b: DiagnosisGroup) => (of(a) ?? 0) - (of(b) ?? 0),
    sortDirections: largestFirst,
    showSorterTooltip: false,
  });
  const signed = (of: (group: DiagnosisGroup) => number | null, title: string) => ({
    key: title,
    title,
    ...by(of),
    render: (_: unknown, group: DiagnosisGroup) => {
      const difference = of(group);
      return difference === null ? "—" : say.difference(difference, unit);
    },
  });
  const total = data.now.denominator ?? 0;
  const columns: TableProps<DiagnosisGroup>["columns"] = [
    {
      key: "name",
      title: dimensionName(data.dimension),
      fixed: "left",
      render: (_, group) => (
        <button type="button" className="plain-button figures-enter" onClick={() => enter(group)}>
          {valueName(data.dimension, group)}
        </button>
      ),
    },
    {
      key: "n",
      title: t("diagnosis.n"),
      ...by(({ n }) => n),
      render: (_, { n }) => (
        <>
          {format.number(n)}
          <small className="diagnosis-share">{total > 0 ? format.ratio(n / total) : ""}</small>
        </>
      ),
    },
    { key: "mean", title: t("trend.now"), ...by(({ mean }) => mean), render: (_, { mean }) => value(mean) },
    ...(data.before
      ? [
          {
            key: "before",
            title: t("trend.before"),
            ...by(({ before }) => before?.mean ?? null),
            render: (_: unknown, { before }: DiagnosisGroup) => value(before?.mean ?? null),
          },
        ]
      : []),
    {
      ...signed(({ impact }) => impact, t("impact.now")),
      render: (_, { impact, low, high }) => (
        <Tooltip title={t("diagnosis.interval")}>
          <span>
            {say.difference(impact, unit)}
            <small className="diagnosis-share">
              {t("diagnosis.between", { low: say.difference(low, unit), high: say.difference(high, unit) })}
            </small>
          </span>
        </Tooltip>
      ),
    },
    ...(data.before
      ? [
          signed(({ rateEffect }) => rateEffect, t("impact.rate")),
          signed(({ mixEffect }) => mixEffect, t("impact.mix")),
          signed(({ total }) => total, t("impact.change")),
        ]
      : []),
  ];
  return (
    <section className="panel figures-breakdown" aria-label={t("diagnosis.table")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("diagnosis.table")}</h2>
        <span className="figures-panel-tools">
          <DownloadTable
            name={t("sheet.by", { table: data.metric.name[format.language], dimension: dimensionName(data.dimension) })}
            window={data.window}
            table={() => groupSheet(data, words)}
          />
        </span>
      </header>
      <Table<DiagnosisGroup>
        size="small"
        rowKey={({ key }) => String(key)}
        scroll={{ x: "max-content" }}
        dataSource={data.groups}
        columns={columns}
        rowClassName={({ isRanked }) => (isRanked ? "" : "diagnosis-row-small")}
        pagination={{ pageSize, hideOnSinglePage: true, showSizeChanger: false, size: "small" }}
      />
      {data.groupCount > data.groups.length && (
        <p className="figures-note">
          {t("diagnosis.cut", { shown: format.number(data.groups.length), all: format.number(data.groupCount) })}
        </p>
      )}
    </section>
  );
}
