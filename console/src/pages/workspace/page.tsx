import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";

export default function WorkspacePage() {
  const { t } = useTranslation("workspace");
  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
    </div>
  );
}
