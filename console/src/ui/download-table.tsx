import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type CsvCell, toCsv } from "./csv.ts";
import { DownloadIcon } from "./icons.tsx";

/** Saves a table that is on screen; it is made when the button is pressed. */
export function DownloadTable({ name, table }: { name: string; table: () => CsvCell[][] }) {
  const { t } = useTranslation("details");
  function save() {
    const url = URL.createObjectURL(new Blob([toCsv(table())], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <Button size="small" icon={<DownloadIcon size={16} />} onClick={save}>
      {t("download.table")}
    </Button>
  );
}
