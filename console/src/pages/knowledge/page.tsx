import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";

export default function KnowledgePage() {
  const { t } = useTranslation("knowledge");
  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
    </div>
  );
}
