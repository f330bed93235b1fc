import type { MetricWords } from "@yingda/contract/figures";
import type { Language } from "../preferences.ts";
import type { CsvCell } from "../ui/csv.ts";
import type { Figures } from "./ask.ts";

type Words = {
  language: Language;
  /** What the rows are cut by. */
  by: string;
  nameOf: (row: Figures["rows"][number]) => string;
  seconds: string;
  numerator: string;
  denominator: string;
};

/** A table of figures with bare numbers: each value with what it is made of. */
export function sheetOf(figures: Figures, metrics: readonly string[], words: Words): CsvCell[][] {
  const shown = metrics.flatMap((key) => (figures.unfit.includes(key) ? [] : (figures.words.get(key) ?? [])));
  const isMade = ({ unit }: MetricWords) => unit !== "count";
  return [
    [
      words.by,
      ...shown.flatMap((metric) => {
        const name = metric.name[words.language];
        const value = metric.unit === "seconds" ? name + words.seconds : name;
        return isMade(metric) ? [value, `${name} ${words.numerator}`, `${name} ${words.denominator}`] : [value];
      }),
    ],
    ...figures.rows.map((row) => [
      words.nameOf(row),
      ...shown.flatMap((metric): CsvCell[] => {
        const now = row.figures.get(metric.key)?.now;
        const { value = null, numerator = null, denominator = null } = now ?? {};
        return isMade(metric) ? [value, numerator, denominator] : [value];
      }),
    ]),
  ];
}
