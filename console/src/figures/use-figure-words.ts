import { judgeChange } from "@yingda/contract/change-verdict";
import type { Figure, MetricWords } from "@yingda/contract/figures";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";

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
      change: (now: Figure, before: Figure | null, { unit, good }: Pick<MetricWords, "unit" | "good">) => {
        if (now.value === null || !before || before.value === null) return null;
        const difference = now.value - before.value;
        const isMeanOfCounts = unit === "count" && now.denominator !== null;
        const words = format.change(difference, isMeanOfCounts ? "points" : unit);
        return { words, difference, verdict: judgeChange({ now, before, unit, good })! };
      },
    };
  }, [format, t]);
}
