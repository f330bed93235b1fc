import type { Figure, MetricWords } from "@yingda/contract/figures";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";

export type Verdict = "better" | "worse" | "same" | "changed";

/** Figures and their changes in words. */
export function useFigureWords() {
  const { t } = useTranslation("figures");
  const format = useFormat();
  return useMemo(() => {
    /** A count is whole, a mean of counts is not. */
    const value = ({ value, denominator }: Pick<Figure, "value" | "denominator">, unit: MetricWords["unit"]) =>
      unit === "count" && denominator !== null ? format.number(value, 1) : format.value(value, unit);
    return {
      value,
      parts: ({ numerator, denominator }: Figure, unit: MetricWords["unit"]) =>
        denominator === null
          ? format.number(numerator)
          : t("card.parts", {
              numerator: unit === "seconds" ? format.duration(numerator) : format.number(numerator),
              denominator: format.number(denominator),
            }),
      difference: (change: number, unit: MetricWords["unit"]) => format.change(change, unit),
      /** As narrow as a table needs it. */
      shortDifference: (change: number, unit: MetricWords["unit"]) => {
        const size = Math.abs(change);
        const words =
          unit === "ratio"
            ? t("short.points", { number: format.number(size * 100, 1) })
            : unit !== "seconds"
              ? format.number(size, unit === "count" ? 0 : 1)
              : size < 600
                ? t("short.seconds", { number: format.number(size, size < 9.95 ? 1 : 0) })
                : t("short.minutes", { number: format.number(size / 60) });
        if (/^0(\.0)?(?![.\d])/.test(words)) return "±0";
        return `${change > 0 ? "+" : "−"}${words}`;
      },
      change: (now: Figure, before: Figure | null, { unit, good }: Pick<MetricWords, "unit" | "good">) => {
        if (now.value === null || !before || before.value === null) return null;
        const difference = now.value - before.value;
        const isMeanOfCounts = unit === "count" && now.denominator !== null;
        const words = format.change(difference, isMeanOfCounts ? "points" : unit);
        return { words, difference, verdict: judge(difference, words, good) };
      },
    };
  }, [format, t]);
}

function judge(difference: number, words: string, good: MetricWords["good"]): Verdict {
  if (words === "±0") return "same";
  if (good === "none") return "changed";
  return (good === "up") === difference > 0 ? "better" : "worse";
}
