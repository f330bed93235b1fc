import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import {
  differenceColumn,
  dimensionColumn,
  figureColumns,
  type SheetColumn,
  type SheetWords,
  sheetOf,
} from "../../../figures/figure-sheet.ts";
import type { SheetCell } from "../../../ui/sheet-cell.ts";

/** All groups of a diagnosis with their parts, impacts and changes. */
export function groupSheet({ metric, dimension, groups, before }: Diagnosis, words: SheetWords): SheetCell[][] {
  const { t, language } = words;
  const signed = (title: string, of: (group: DiagnosisGroup) => number | null): SheetColumn<DiagnosisGroup> =>
    differenceColumn(title, metric, of, words);
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
