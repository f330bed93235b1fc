import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShowError } from "../../ui/error-words.ts";
import { DownloadIcon } from "../../ui/icons.tsx";
import { DownloadList, shareDone } from "./download-list.tsx";
import { downloadsQuery, isUnderWay, useStartDownload } from "./downloads-data.ts";
import type { DetailState } from "./use-details.ts";

/** All rows as a file, written in the background; the drawer says how far it is, also after leaving and coming back. */
export function DownloadButton({ state }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(downloadsQuery);
  const start = useStartDownload();
  const showError = useShowError();
  const running = data?.items.find(isUnderWay);
  const begin = (format: "csv" | "xlsx") =>
    start.mutate(
      { wish: state.query, format },
      { onSuccess: () => setIsOpen(true), onError: (error) => showError(error) },
    );
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "xlsx", label: t("download.xlsx"), onClick: () => begin("xlsx") },
            { key: "csv", label: t("download.csv"), onClick: () => begin("csv") },
            { type: "divider" },
            { key: "list", label: t("download.list"), onClick: () => setIsOpen(true) },
          ],
        }}
      >
        <Button type="primary" icon={<DownloadIcon />} loading={start.isPending} disabled={state.shown.length === 0}>
          {running ? t("download.running", { percent: Math.floor(100 * shareDone(running)) }) : t("download.start")}
        </Button>
      </Dropdown>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={t("download.list")} size={420}>
        <DownloadList />
      </Drawer>
    </>
  );
}
