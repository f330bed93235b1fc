import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import {
  dimensionColumn,
  figureColumns,
  type SheetColumn,
  type SheetWords,
  sheetOf,
  withUnit,
} from "../../../figures/figure-sheet.ts";
import type { CsvCell } from "../../../ui/csv.ts";

/** All groups of a diagnosis with their parts, impacts and changes. */
export function groupSheet({ metric, dimension, groups, before }: Diagnosis, words: SheetWords): CsvCell[][] {
  const { t, language } = words;
  const signed = (title: string, cell: (group: DiagnosisGroup) => number | null): SheetColumn<DiagnosisGroup> => ({
    title: withUnit(title, metric, words),
    cell,
  });
  return sheetOf(groups, [
    dimensionColumn(dimension, (group: DiagnosisGroup) => group, words),
    ...figureColumns(metric, groups, partsOf, words),
    ...(before
      ? figureColumns(
          metric,
          groups,
          (group) => group.before && partsOf(group.before),
          words,
          `${t("trend.before")} ${metric.name[language]}`,
        )
      : []),
    signed(t("impact.now"), ({ impact }) => impact),
    signed(t("sheet.low"), ({ low }) => low),
    signed(t("sheet.high"), ({ high }) => high),
    ...(before
      ? [
          signed(t("impact.rate"), ({ rateEffect }) => rateEffect),
          signed(t("impact.mix"), ({ mixEffect }) => mixEffect),
          signed(t("impact.change"), ({ total }) => total),
        ]
      : []),
  ]);
}

const partsOf = ({ n, sum, mean }: Pick<DiagnosisGroup, "n" | "sum" | "mean">) => ({
  value: mean,
  numerator: sum,
  denominator: n,
});
