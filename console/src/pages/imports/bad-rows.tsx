import { routes } from "@yingda/contract/routes";
import type { ImportBadRow, LogImport } from "@yingda/contract/routes/imports";
import { App, Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import { download } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { useFormat } from "../../ui/use-format.ts";

export function BadRows({ run }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  const { message } = App.useApp();
  const words = useErrorWords();
  const { language: locale } = useFormat();
  const save = () =>
    download(routes.downloadImportBadRows, { importId: run.id, locale }, "bad-rows.csv").catch((error) =>
      message.error(words(error)),
    );
  return (
    <>
      <div className="log-bad-top">
        <span>
          {run.badRows.length < run.counts.bad ? t("bad.first", { count: run.badRows.length }) : t("bad.lead")}
        </span>
        <Button size="small" onClick={save}>
          {t("bad.download")}
        </Button>
      </div>
      <Table<ImportBadRow & { key: number }>
        size="small"
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: 560 }}
        dataSource={run.badRows.map((bad, key) => ({ ...bad, key }))}
        columns={[
          { dataIndex: "row", title: t("bad.row"), width: 72, align: "right" },
          { dataIndex: "field", title: t("bad.field"), width: 140, ellipsis: true },
          { dataIndex: "value", title: t("bad.value"), ellipsis: true },
          {
            dataIndex: "reason",
            title: t("bad.reason"),
            render: (reason: ImportBadRow["reason"]) => t(`bad.reasons.${reason}`),
          },
        ]}
      />
    </>
  );
}
