import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";

export default function StaffPage() {
  const { t } = useTranslation("staff");
  return (
    <div className="page">
      <PageHeader title={t("title")} />
    </div>
  );
}
