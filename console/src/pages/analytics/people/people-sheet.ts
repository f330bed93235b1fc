import type { MetricWords } from "@yingda/contract/figures";
import type { FigureRow } from "../../../figures/ask.ts";
import {
  dimensionColumn,
  pairColumns,
  type SheetColumn,
  type SheetWords,
  sheetOf,
  withUnit,
} from "../../../figures/figure-sheet.ts";
import type { SheetCell } from "../../../ui/sheet-cell.ts";
import { type People, type PeopleMetric, pairOf, peopleMetrics } from "./person.ts";

/**
 * Every agent in the table's columns, then what is nobody's and the whole, where all are shown; turns are the average
 * response's denominator.
 */
export function peopleSheet(
  people: readonly FigureRow[],
  sums: Pick<People, "rest" | "total"> | null,
  known: ReadonlyMap<string, MetricWords>,
  words: SheetWords,
): SheetCell[][] {
  const rows = [...people, ...(sums?.rest ? [sums.rest] : []), ...(sums ? [sums.total] : [])];
  const agents = dimensionColumn("agent", ({ keys }: FigureRow) => keys[0]!, words);
  const columnsOf = (key: PeopleMetric): SheetColumn<FigureRow>[] => {
    const metric = known.get(key);
    if (!metric) return [];
    const spread = (part: "median" | "p90") => ({
      title: withUnit(`${metric.name[words.language]} ${words.t(`people.${part}`)}`, metric, words),
      cell: (row: FigureRow) => pairOf(row, key)?.now[part] ?? null,
    });
    const columns = pairColumns(metric, rows, (row) => pairOf(row, key), words);
    return key === "human.average_response" ? [...columns, spread("median"), spread("p90")] : columns;
  };
  return sheetOf(rows, [
    {
      title: agents.title,
      cell: (row) =>
        row === sums?.total ? words.t("people.total") : row === sums?.rest ? words.t("people.rest") : agents.cell(row),
    },
    ...peopleMetrics.flatMap(columnsOf),
  ]);
}
