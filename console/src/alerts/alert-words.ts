import type { Alert, AlertCondition } from "@yingda/contract/routes/alerts";
import { useTranslation } from "react-i18next";
import type { Unit } from "../ui/format.ts";
import { useFormat } from "../ui/use-format.ts";

type Named = Pick<Alert["metric"], "name" | "unit">;

/** What a rule watches for, and what an alert has seen, as one sentence each. */
export function useAlertWords() {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const sayCondition = (condition: AlertCondition, unit: Unit) =>
    condition.kind === "tag"
      ? t(`condition.${condition.tag}`)
      : t(`condition.${condition.kind}`, { value: format.value(condition.threshold, unit) });
  return {
    sayCondition,
    sayRule: (metric: Named, condition: AlertCondition, windowDays: 1 | 7 | 30) =>
      t("rule", {
        window: t(`window.w${windowDays}`),
        metric: metric.name[format.language],
        condition: sayCondition(condition, metric.unit),
      }),
    sayAlert: ({ metric, condition, value }: Alert) =>
      `${metric.name[format.language]} ${format.value(value, metric.unit)}${format.language === "en" ? ", " : "，"}${sayCondition(condition, metric.unit)}`,
  };
}
