import type { Dimension } from "@yingda/contract/figures";
import type { FigureQuery } from "@yingda/contract/routes/figures";
import { Select, Skeleton, Table, type TableProps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DownloadTable } from "../ui/download-table.tsx";
import { AfterAWhile, ErrorState } from "../ui/states.tsx";
import { useFormat } from "../ui/use-format.ts";
import type { FigureRow, Figures } from "./ask.ts";
import { ColumnTitle } from "./column-title.tsx";
import { FigureCell } from "./figure-cell.tsx";
import { breakdownSheet } from "./figure-sheet.ts";
import { useDimensionName, useValueName } from "./use-dimension-words.ts";
import { enteringRow, useFigureState, useFigures, useSetFigureSearch } from "./use-figures.ts";
import { useSheetWords } from "./use-sheet-words.ts";

const asked = 500;
const shown = 20;
const times: readonly Dimension[] = ["day", "week", "month", "weekday", "hour", "requestHour"];

type Props = {
  title: string;
  metrics: readonly string[];
  dimensions: readonly [Dimension, ...Dimension[]];
  /** Beside the table's name: what else can be done with it. */
  tools?: React.ReactNode;
};
type Sort = FigureQuery["orderBy"];

/** The page's figures by agent, intent, hour …: sorted by any of them, and every row can be entered. */
export function BreakdownPanel({ title, metrics, dimensions, tools }: Props) {
  const { t } = useTranslation("figures");
  const { search, state } = useFigureState();
  const set = useSetFigureSearch();
  const words = useSheetWords();
  const dimensionName = useDimensionName();
  const [sort, setSort] = useState<Sort>();
  const by = dimensions.find((one) => one === search.by) ?? dimensions[0];
  const answer = useFigures({ metrics: [...metrics], dimensions: [by], limit: asked, orderBy: sort });
  return (
    <section className="panel figures-breakdown" aria-label={title}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{title}</h2>
        {dimensions.length > 1 && (
          <Select
            className="figures-by"
            aria-label={t("table.by")}
            value={by}
            options={dimensions.map((value) => ({
              value,
              label: t("table.byOne", { dimension: dimensionName(value) }),
            }))}
            onChange={(next) => set({ by: next === dimensions[0] ? undefined : next }, { replace: true })}
          />
        )}
        <span className="figures-panel-tools">
          {tools}
          {answer.data && answer.data.rows.length > 0 && (
            <DownloadTable
              name={t("sheet.by", { table: title, dimension: dimensionName(by) })}
              window={state.window}
              isStale={answer.isPlaceholderData}
              table={() => breakdownSheet(answer.data, metrics, [by], words)}
            />
          )}
        </span>
      </header>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 6 }} />
        </AfterAWhile>
      )}
      {answer.data && (
        <div className={answer.isPlaceholderData ? "figures-stale" : undefined}>
          <Breakdown figures={answer.data} metrics={metrics} by={by} sort={sort} setSort={setSort} />
        </div>
      )}
    </section>
  );
}

type BreakdownProps = {
  figures: Figures;
  metrics: readonly string[];
  by: Dimension;
  sort: Sort;
  setSort: (sort: Sort) => void;
};

function Breakdown({ figures, metrics, by, sort, setSort }: BreakdownProps) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const dimensionName = useDimensionName();
  const columns: TableProps<FigureRow>["columns"] = [
    {
      key: "name",
      title: dimensionName(by),
      fixed: "left",
      width: 150,
      render: (_, row) => <RowName row={row} by={by} />,
    },
    ...metrics.flatMap((key) => {
      const words = figures.words.get(key);
      if (!words || figures.unfit.includes(key)) return [];
      const largest = times.includes(by) ? null : largestOf(figures.rows, key);
      return [
        {
          key,
          title: <ColumnTitle words={words} />,
          align: "right" as const,
          width: 170,
          sorter: true,
          sortDirections: ["descend" as const, "ascend" as const],
          sortOrder:
            sort?.metric === key ? (sort.direction === "asc" ? ("ascend" as const) : ("descend" as const)) : null,
          showSorterTooltip: false,
          render: (_: unknown, row: FigureRow) => (
            <FigureCell pair={row.figures.get(key)} words={words} largest={largest} />
          ),
        },
      ];
    }),
  ];
  return (
    <>
      <Table<FigureRow>
        size="small"
        rowKey="id"
        scroll={{ x: "max-content" }}
        dataSource={figures.rows}
        columns={columns}
        pagination={{ pageSize: shown, hideOnSinglePage: true, showSizeChanger: false, size: "small" }}
        locale={{ emptyText: t("table.nothing") }}
        onChange={(_page, _filters, sorter, { action }) => {
          if (action !== "sort" || Array.isArray(sorter)) return;
          const direction = sorter.order === "ascend" ? "asc" : "desc";
          setSort(sorter.order ? { metric: String(sorter.columnKey), direction } : undefined);
        }}
      />
      {figures.rowCount > figures.rows.length && (
        <p className="figures-note">
          {t("table.cut", { shown: format.number(figures.rows.length), all: format.number(figures.rowCount) })}
        </p>
      )}
      {figures.unfit.length > 0 && (
        <p className="figures-note">
          {t("table.unfit", {
            metrics: figures.unfit.map((key) => figures.words.get(key)?.name[format.language] ?? key).join("、"),
          })}
        </p>
      )}
    </>
  );
}

function largestOf(rows: readonly FigureRow[], key: string): number | null {
  const values = rows.map(({ figures }) => figures.get(key)?.now.value ?? 0);
  return values.length > 1 ? Math.max(...values) : null;
}

/** A button, so that the keyboard enters rows as well. */
function RowName({ row, by }: { row: FigureRow; by: Dimension }) {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  const valueName = useValueName();
  const name = valueName(by, row.keys[0]!);
  return (
    <button
      type="button"
      className="plain-button figures-enter"
      title={t("table.enter", { name })}
      onClick={() => set(enteringRow(state, by, row.keys[0]!.key))}
    >
      {name}
    </button>
  );
}
