import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";

export default function HomePage() {
  const { t } = useTranslation("home");
  return (
    <div className="page">
      <PageHeader title={t("title")} />
    </div>
  );
}
