import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";
import { ImportList } from "./import-list.tsx";
import { OneImport } from "./one-import.tsx";
import { UploadZone } from "./upload-zone.tsx";

export default function ImportsPage() {
  const { t } = useTranslation("imports");
  const search = useSearch({ from: "/shell/imports" });
  if (search.import) return <OneImport key={search.import} importId={search.import} />;
  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
      <UploadZone />
      <ImportList />
    </div>
  );
}
