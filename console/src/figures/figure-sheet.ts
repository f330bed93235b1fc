import type { Dimension, Figure, GroupKey, MetricWords } from "@yingda/contract/figures";
import type { TFunction } from "i18next";
import type { Language } from "../preferences.ts";
import { percent, type SheetCell } from "../ui/sheet-cell.ts";
import type { Figures, Pair } from "./ask.ts";

/** Tables of figures as files: each value with what it is made of and what it was before, no rounding. Pure. */

export type SheetWords = {
  language: Language;
  t: TFunction<"figures">;
  valueName: (dimension: Dimension, key: GroupKey) => string;
};
export type SheetColumn<Row> = { title: string; cell: (row: Row) => SheetCell };
type Parts = Pick<Figure, "value" | "numerator" | "denominator">;

export const sheetOf = <Row>(rows: readonly Row[], columns: readonly SheetColumn<Row>[]): SheetCell[][] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => columns.map(({ cell }) => cell(row))),
];

/** A row for each value of a dimension, or pair of values. */
export function breakdownSheet(
  { rows, unfit, words: known }: Figures,
  metrics: readonly string[],
  dimensions: readonly Dimension[],
  words: SheetWords,
): SheetCell[][] {
  const shown = metrics.flatMap((key) => (unfit.includes(key) ? [] : (known.get(key) ?? [])));
  return sheetOf(rows, [
    ...dimensions.map((dimension, i) =>
      dimensionColumn(dimension, (row: Figures["rows"][number]) => row.keys[i]!, words),
    ),
    ...shown.flatMap((metric) => pairColumns(metric, rows, (row) => row.figures.get(metric.key), words)),
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
    return isDated && key.key !== null ? { date: key.key } : valueName(dimension, key);
  },
});

/** A figure, and with a window to compare with what it was and the difference. */
export function pairColumns<Row>(
  metric: MetricWords,
  rows: readonly Row[],
  pairOf: (row: Row) => Pair | undefined,
  words: SheetWords,
): SheetColumn<Row>[] {
  const { t, language } = words;
  const columns = figureColumns(metric, rows, (row) => pairOf(row)?.now, words);
  if (rows.every((row) => !pairOf(row)?.before)) return columns;
  const name = metric.name[language];
  return [
    ...columns,
    {
      title: withUnit(`${t("trend.before")} ${name}`, metric, words),
      cell: (row) => valueCell(pairOf(row)?.before?.value ?? null, metric),
    },
    differenceColumn(`${name} ${t("sheet.change")}`, metric, (row) => changeOf(pairOf(row)), words),
  ];
}

export const changeOf = ({ now, before }: { now?: Parts | null; before?: Parts | null } = {}): number | null =>
  now?.value == null || before?.value == null ? null : now.value - before.value;

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
    { title: withUnit(title, metric, words), cell: (row) => valueCell(figureOf(row)?.value ?? null, metric) },
    ...(isMade ? partColumns(title, figureOf, words, metric) : []),
  ];
}

/** What is divided has the unit; without a metric the rows are of several. */
export const partColumns = <Row>(
  title: string,
  figureOf: (row: Row) => Parts | null | undefined,
  words: SheetWords,
  metric?: MetricWords,
): SheetColumn<Row>[] => [
  {
    title: withUnit(`${title} ${words.t("sheet.numerator")}`, metric, words),
    cell: (row) => {
      const { numerator = null, denominator = null } = figureOf(row) ?? {};
      return denominator === null ? null : numerator;
    },
  },
  { title: `${title} ${words.t("sheet.denominator")}`, cell: (row) => figureOf(row)?.denominator ?? null },
];

/** Of two ratios in percentage points: 20 % from 25 % is not −20 %. */
export const differenceColumn = <Row>(
  title: string,
  metric: Pick<MetricWords, "unit">,
  differenceOf: (row: Row) => number | null,
  words: SheetWords,
): SheetColumn<Row> => ({
  title: metric.unit === "ratio" ? title + words.t("sheet.points") : withUnit(title, metric, words),
  cell: (row) => differenceCell(differenceOf(row), metric),
});

export const differenceCell = (difference: number | null, { unit }: Pick<MetricWords, "unit">): SheetCell =>
  difference === null ? null : unit === "ratio" ? withoutNoise(difference * 100) : withoutNoise(difference);

/** 0.9 − 0.6 is 0.30000000000000004 to a machine. */
const withoutNoise = (value: number) => Number(value.toPrecision(12));

export const valueCell = (value: number | null, { unit }: Pick<MetricWords, "unit">): SheetCell =>
  unit === "ratio" ? percent(value) : value;

/** Ratios are percents by their form, which needs no word. */
export const withUnit = (title: string, metric: Pick<MetricWords, "unit"> | undefined, { t }: SheetWords): string =>
  metric?.unit === "seconds" ? title + t("sheet.seconds") : title;
