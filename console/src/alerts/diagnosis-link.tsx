import { Link } from "@tanstack/react-router";
import type { Alert } from "@yingda/contract/routes/alerts";
import { useTranslation } from "react-i18next";

/** To the page that says why. A count has no causes to weigh. */
export function DiagnosisLink({ alert, follow }: { alert: Alert; follow?: () => void }) {
  const { t } = useTranslation("alerts");
  const { metric, denominator, from, to } = alert;
  if (denominator === null) return null;
  return (
    <Link to="/analytics/diagnosis" search={{ metric: metric.key, from, to }} onClick={follow}>
      {t("look")}
    </Link>
  );
}
