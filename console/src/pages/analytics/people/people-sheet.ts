import type { MetricWords } from "@yingda/contract/figures";
import type { FigureRow } from "../../../figures/ask.ts";
import {
  dimensionColumn,
  figureColumns,
  type SheetColumn,
  type SheetWords,
  sheetOf,
  withUnit,
} from "../../../figures/figure-sheet.ts";
import type { CsvCell } from "../../../ui/csv.ts";
import { type PeopleMetric, pairOf, peopleMetrics } from "./person.ts";

/** Every agent in the table's columns; turns are the average response's denominator. */
export function peopleSheet(
  people: readonly FigureRow[],
  known: ReadonlyMap<string, MetricWords>,
  words: SheetWords,
): CsvCell[][] {
  const columnsOf = (key: PeopleMetric): SheetColumn<FigureRow>[] => {
    const metric = known.get(key);
    if (!metric) return [];
    const spread = (part: "median" | "p90") => ({
      title: withUnit(`${metric.name[words.language]} ${words.t(`people.${part}`)}`, metric, words),
      cell: (row: FigureRow) => pairOf(row, key)?.now[part] ?? null,
    });
    const columns = figureColumns(metric, people, (row) => pairOf(row, key)?.now, words);
    return key === "human.average_response" ? [...columns, spread("median"), spread("p90")] : columns;
  };
  return sheetOf(people, [
    dimensionColumn("agent", ({ keys }: FigureRow) => keys[0]!, words),
    ...peopleMetrics.flatMap(columnsOf),
  ]);
}
