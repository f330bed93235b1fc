import type { MetricWords } from "@yingda/contract/figures";
import type { Figures } from "../../../figures/ask.ts";
import {
  changeOf,
  differenceCell,
  partColumns,
  type SheetColumn,
  type SheetWords,
  sheetOf,
  valueCell,
  withUnit,
} from "../../../figures/figure-sheet.ts";
import type { SheetCell } from "../../../ui/sheet-cell.ts";
import { byHandling, type Handling } from "./handlings.ts";

/** A row for each measure; its unit stands beside its name, because the columns are of several. */
export function measureSheet(
  figures: Figures,
  metrics: readonly string[],
  handlings: readonly Handling[],
  words: SheetWords,
): SheetCell[][] {
  const rows = metrics.flatMap((key) => figures.words.get(key) ?? []);
  const pairOf = (handling: Handling) => (metric: MetricWords) => byHandling(figures, metric.key).get(handling);
  const hasBefore = handlings.some((handling) => rows.some((metric) => pairOf(handling)(metric)?.before));
  return sheetOf(rows, [
    { title: words.t("comparison.measure"), cell: (metric) => withUnit(metric.name[words.language], metric, words) },
    ...handlings.flatMap((handling) => {
      const title = words.t(`value.handledBy.${handling}`);
      const own = pairOf(handling);
      const compared: SheetColumn<MetricWords>[] = [
        {
          title: `${words.t("trend.before")} ${title}`,
          cell: (metric) => valueCell(own(metric)?.before?.value ?? null, metric),
        },
        {
          title: `${title} ${words.t("sheet.changes")}`,
          cell: (metric) => differenceCell(changeOf(own(metric)), metric),
        },
      ];
      return [
        { title, cell: (metric: MetricWords) => valueCell(own(metric)?.now.value ?? null, metric) },
        ...partColumns(title, (metric: MetricWords) => own(metric)?.now, words),
        ...(hasBefore ? compared : []),
      ];
    }),
  ]);
}
