import { useTranslation } from "react-i18next";
import { FigurePage } from "./figure-page.tsx";

export default function DiagnosisPage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.diagnosis")} lead={t("lead.diagnosis")}>
      {null}
    </FigurePage>
  );
}
