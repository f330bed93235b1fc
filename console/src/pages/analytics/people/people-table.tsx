import type { MetricWords } from "@yingda/contract/figures";
import { Table, type TableProps, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FigureRow } from "../../../figures/ask.ts";
import { ColumnTitle } from "../../../figures/column-title.tsx";
import { FigureCell } from "../../../figures/figure-cell.tsx";
import { InfoIcon } from "../../../ui/icons.tsx";
import { Sparkline } from "../../../ui/sparkline.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { AgentLink } from "./agent-link.tsx";
import { useAgentTrends } from "./agent-trends.ts";
import { type People, type PeopleMetric, pairOf, turnsOf } from "./person.ts";

const pageSize = 20;
const largestFirst = ["descend" as const, "ascend" as const];

type Props = {
  people: FigureRow[];
  /** What stands below them; null where not all are shown. */
  sums: Pick<People, "rest" | "total"> | null;
  words: ReadonlyMap<string, MetricWords>;
};

export function PeopleTable({ people, sums, words }: Props) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const [onScreen, setOnScreen] = useState<readonly FigureRow[]>(people.slice(0, pageSize));
  const trends = useAgentTrends(onScreen.map(({ keys }) => keys[0]!.key!));
  const sorted = (of: (row: FigureRow) => number | null) => ({
    align: "right" as const,
    showSorterTooltip: false,
    sortDirections: largestFirst,
    // Without a value last, whichever way.
    sorter: (a: FigureRow, b: FigureRow, order?: "ascend" | "descend" | null) => {
      const [x, y] = [of(a), of(b)];
      if (x === null || y === null) return (Number(x === null) - Number(y === null)) * (order === "descend" ? -1 : 1);
      return x - y;
    },
  });
  const metric = (key: PeopleMetric, width = 192) => {
    const own = words.get(key);
    if (!own) return [];
    const values = people.map((row) => pairOf(row, key)?.now.value ?? 0);
    // A bar of the whole would make all others small.
    const largest = (row: FigureRow) => (values.length > 1 && people.includes(row) ? Math.max(...values) : null);
    return [
      {
        key,
        title: <ColumnTitle words={own} />,
        width,
        ...sorted((row) => pairOf(row, key)?.now.value ?? null),
        render: (_: unknown, row: FigureRow) => (
          <FigureCell pair={pairOf(row, key)} words={own} largest={largest(row)} />
        ),
      },
    ];
  };
  const spread = (part: "median" | "p90") => ({
    key: part,
    title: t(`people.${part}`),
    width: 96,
    ...sorted((row) => pairOf(row, "human.average_response")?.now[part] ?? null),
    render: (_: unknown, row: FigureRow) => format.duration(pairOf(row, "human.average_response")?.now[part] ?? null),
  });
  const columns: NonNullable<TableProps<FigureRow>["columns"]> = [
    {
      key: "agent",
      title: t("dimension.agent"),
      fixed: "left",
      width: 132,
      render: (_, row) =>
        people.includes(row) ? <AgentLink row={row} className="figures-enter" /> : <SumName row={row} />,
    },
    ...metric("human.sessions", 140),
    {
      key: "turns",
      title: t("people.turns"),
      width: 84,
      ...sorted(turnsOf),
      render: (_, row) => format.number(turnsOf(row)),
    },
    ...metric("human.average_response"),
    spread("median"),
    spread("p90"),
    {
      key: "trend",
      title: t("people.trend"),
      width: 120,
      render: (_, row) =>
        people.includes(row) && (
          <span className="people-trend">
            <Sparkline values={trends.get(row.keys[0]!.key!) ?? []} previous={null} label={t("people.trend")} />
          </span>
        ),
    },
    ...metric("human.first_response"),
    ...metric("human.satisfaction_rate"),
    ...metric("human.im_dissatisfaction"),
    ...metric("human.transfer_rate"),
    ...metric("human.handle_time"),
  ];
  return (
    <Table<FigureRow>
      size="small"
      rowKey="id"
      scroll={{ x: "max-content" }}
      dataSource={people}
      columns={columns}
      pagination={{ pageSize, hideOnSinglePage: true, showSizeChanger: false, size: "small" }}
      summary={() => sums && <Sums {...sums} columns={columns} />}
      onChange={({ current = 1 }, _filters, _sorter, { currentDataSource }) =>
        setOnScreen(currentDataSource.slice((current - 1) * pageSize, current * pageSize))
      }
    />
  );
}

type SumsProps = Pick<People, "rest" | "total"> & { columns: NonNullable<TableProps<FigureRow>["columns"]> };

/** What is nobody's, then all together, as on the cards above. */
function Sums({ rest, total, columns }: SumsProps) {
  return (
    <Table.Summary>
      {[...(rest ? [rest] : []), total].map((row) => (
        <Table.Summary.Row key={row.id} className={row === total ? "people-total" : undefined}>
          {columns.map((column, i) => (
            <Table.Summary.Cell key={column.key} index={i} align={column.align}>
              {column.render?.(null, row, i) as ReactNode}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      ))}
    </Table.Summary>
  );
}

/** Named, with how sums come about on hover. */
function SumName({ row }: { row: FigureRow }) {
  const { t } = useTranslation("figures");
  const kind = row.keys.length > 0 ? "rest" : "total";
  return (
    <Tooltip title={t(`people.${kind}Why`)}>
      <span className="figures-column">
        {t(`people.${kind}`)}
        <InfoIcon size={13} />
      </span>
    </Tooltip>
  );
}
