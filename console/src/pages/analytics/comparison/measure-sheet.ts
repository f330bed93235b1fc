import type { MetricWords } from "@yingda/contract/figures";
import type { Figures } from "../../../figures/ask.ts";
import { partColumns, type SheetWords, sheetOf, withUnit } from "../../../figures/figure-sheet.ts";
import type { CsvCell } from "../../../ui/csv.ts";
import { byHandling, type Handling } from "./handlings.ts";

/** A row for each measure; its unit stands beside its name, because the columns are of several. */
export function measureSheet(
  figures: Figures,
  metrics: readonly string[],
  handlings: readonly Handling[],
  words: SheetWords,
): CsvCell[][] {
  const rows = metrics.flatMap((key) => figures.words.get(key) ?? []);
  const figureOf = (handling: Handling) => (metric: MetricWords) => byHandling(figures, metric.key).get(handling)?.now;
  return sheetOf(rows, [
    { title: words.t("comparison.measure"), cell: (metric) => withUnit(metric.name[words.language], metric, words) },
    ...handlings.flatMap((handling) => {
      const title = words.t(`value.handledBy.${handling}`);
      return [
        { title, cell: (metric: MetricWords) => figureOf(handling)(metric)?.value ?? null },
        ...partColumns(title, figureOf(handling), words),
      ];
    }),
  ]);
}
