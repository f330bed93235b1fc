import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";

export default function ImportsPage() {
  const { t } = useTranslation("imports");
  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
    </div>
  );
}
