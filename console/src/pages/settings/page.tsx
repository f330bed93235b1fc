import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";

export default function SettingsPage() {
  const { t } = useTranslation("settings");
  return (
    <div className="page">
      <PageHeader title={t("title")} />
    </div>
  );
}
