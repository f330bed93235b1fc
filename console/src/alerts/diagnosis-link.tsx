import type { Alert } from "@yingda/contract/routes/alerts";
import { useTranslation } from "react-i18next";

/** To the page that says why. A count has no causes to weigh; the home page is the nearest. */
export function DiagnosisLink({ alert: { metric, denominator, from, to } }: { alert: Alert }) {
  const { t } = useTranslation("alerts");
  if (denominator === null) return null;
  return <a href={`/analytics/diagnosis?${new URLSearchParams({ metric: metric.key, from, to })}`}>{t("look")}</a>;
}
