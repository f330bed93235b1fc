import type { DayWindow } from "@yingda/contract/figures";
import { Button, Dropdown } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../save-file.ts";
import { toCsv } from "./csv.ts";
import { useShowError } from "./error-words.ts";
import { DownloadIcon } from "./icons.tsx";
import type { SheetCell } from "./sheet-cell.ts";
import { toXlsx } from "./xlsx.ts";

type Props = {
  name: string;
  /** The days that the table is of; the file is named after them. */
  window: DayWindow;
  table: () => SheetCell[][];
  /** What is on screen is still of other days. */
  isStale?: boolean;
};

/** Saves a table that is on screen, as Excel or CSV; it is made when that is chosen. */
export function DownloadTable({ name, window: { from, to }, table, isStale = false }: Props) {
  const { t } = useTranslation("details");
  const showError = useShowError();
  const [isWriting, setIsWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const file = `${name} ${from}–${to}`;

  function saveCsv() {
    saveFile(`${file}.csv`, new Blob([toCsv(table())], { type: "text/csv;charset=utf-8" }));
  }

  async function saveXlsx() {
    setIsWriting(true);
    try {
      saveFile(`${file}.xlsx`, await toXlsx(table(), name));
    } catch (error) {
      showError(error);
    } finally {
      setIsWriting(false);
    }
  }

  /** Whoever uses the keyboard goes on from here; later, because the Enter that chose would press the button too. */
  function returnFocus(isOpen: boolean) {
    if (!isOpen && document.activeElement?.closest(".ant-dropdown")) setTimeout(() => button.current?.focus());
  }

  return (
    <Dropdown
      trigger={["click"]}
      // Else the keyboard would have to find the menu by Tab.
      autoFocus
      onOpenChange={returnFocus}
      menu={{
        items: [
          { key: "xlsx", label: t("download.asXlsx"), onClick: () => void saveXlsx() },
          { key: "csv", label: t("download.asCsv"), onClick: saveCsv },
        ],
      }}
    >
      <Button
        ref={button}
        size="small"
        icon={<DownloadIcon size={16} />}
        loading={isWriting}
        disabled={isStale}
        aria-label={t("download.of", { name })}
      >
        {t("download.start")}
      </Button>
    </Dropdown>
  );
}
