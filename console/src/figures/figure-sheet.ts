import type { Dimension, Figure, GroupKey, MetricWords } from "@yingda/contract/figures";
import type { TFunction } from "i18next";
import type { Language } from "../preferences.ts";
import type { CsvCell } from "../ui/csv.ts";
import type { Figures } from "./ask.ts";

/** Tables of figures as files: bare numbers, each value with what it is made of, no rounding. Pure. */

export type SheetWords = {
  language: Language;
  t: TFunction<"figures">;
  valueName: (dimension: Dimension, key: GroupKey) => string;
};
export type SheetColumn<Row> = { title: string; cell: (row: Row) => CsvCell };
type Parts = Pick<Figure, "value" | "numerator" | "denominator">;

export const sheetOf = <Row>(rows: readonly Row[], columns: readonly SheetColumn<Row>[]): CsvCell[][] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => columns.map(({ cell }) => cell(row))),
];

/** A row for each value of a dimension, or pair of values. */
export function breakdownSheet(
  { rows, unfit, words: known }: Figures,
  metrics: readonly string[],
  dimensions: readonly Dimension[],
  words: SheetWords,
): CsvCell[][] {
  const shown = metrics.flatMap((key) => (unfit.includes(key) ? [] : (known.get(key) ?? [])));
  return sheetOf(rows, [
    ...dimensions.map((dimension, i) =>
      dimensionColumn(dimension, (row: Figures["rows"][number]) => row.keys[i]!, words),
    ),
    ...shown.flatMap((metric) => figureColumns(metric, rows, (row) => row.figures.get(metric.key)?.now, words)),
  ]);
}

export const dimensionColumn = <Row>(
  dimension: Dimension,
  keyOf: (row: Row) => GroupKey,
  { t, valueName }: SheetWords,
): SheetColumn<Row> => ({
  title: t(`dimension.${dimension}`),
  cell: (row) => {
    const key = keyOf(row);
    // As people write days, without the year, a spreadsheet could not sort them.
    const isDated = dimension === "day" || dimension === "week" || dimension === "month";
    return isDated && key.key !== null ? key.key : valueName(dimension, key);
  },
});

/** Sums have no parts, a mean of counts has. */
export function figureColumns<Row>(
  metric: MetricWords,
  rows: readonly Row[],
  figureOf: (row: Row) => Parts | null | undefined,
  words: SheetWords,
  title = metric.name[words.language],
): SheetColumn<Row>[] {
  const isMade = metric.unit !== "count" || rows.some((row) => figureOf(row)?.denominator != null);
  return [
    { title: withUnit(title, metric, words), cell: (row) => figureOf(row)?.value ?? null },
    ...(isMade ? partColumns(title, figureOf, words) : []),
  ];
}

export const partColumns = <Row>(
  title: string,
  figureOf: (row: Row) => Parts | null | undefined,
  { t }: SheetWords,
): SheetColumn<Row>[] => [
  {
    title: `${title} ${t("sheet.numerator")}`,
    cell: (row) => {
      const { numerator = null, denominator = null } = figureOf(row) ?? {};
      return denominator === null ? null : numerator;
    },
  },
  { title: `${title} ${t("sheet.denominator")}`, cell: (row) => figureOf(row)?.denominator ?? null },
];

/** Ratios are between 0 and 1, which needs no word. */
export const withUnit = (title: string, { unit }: Pick<MetricWords, "unit">, { t }: SheetWords): string =>
  unit === "seconds" ? title + t("sheet.seconds") : title;
