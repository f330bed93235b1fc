import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";
import { Button, Table, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { ChangeList } from "../../entries/change-list.tsx";
import { saveFile } from "../../save-file.ts";
import { useFormat } from "../../ui/use-format.ts";
import { badRowsAsCsv } from "./bad-rows.ts";

type Props = { preview: KnowledgeImport; isStarting: boolean; confirm: () => void; another: () => void };

/** What the sheet would do, before it does anything. */
export function ImportPreview({ preview, isStarting, confirm, another }: Props) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const { counts } = preview;
  const toDo = counts.create + counts.update;
  return (
    <>
      <p className="kn-import-file">
        {t("import.file", { name: preview.fileName, count: counts.rows, rows: format.number(counts.rows) })}
      </p>
      <dl className="kn-import-counts">
        {(["create", "update", "same", "bad"] as const).map((what) => (
          <div key={what} className={`kn-import-count kn-import-count-${what}`}>
            <dt>{t(`import.count.${what}`)}</dt>
            <dd>{format.number(counts[what])}</dd>
            <small>{t(`import.countHint.${what}`)}</small>
          </div>
        ))}
      </dl>
      {toDo > 0 && <ImportCheck importId={preview.id} />}
      <Tabs
        defaultActiveKey={counts.bad > 0 ? "bad" : "sample"}
        items={[
          ...(counts.bad > 0
            ? [
                {
                  key: "bad",
                  label: t("import.tab.bad", { number: format.number(counts.bad) }),
                  children: <BadRows preview={preview} />,
                },
              ]
            : []),
          { key: "sample", label: t("import.tab.sample"), children: <Sample preview={preview} /> },
        ]}
      />
      <div className="kn-import-bar">
        <span>{said(toDo, counts.bad)}</span>
        <Button onClick={another}>{t("import.another")}</Button>
        <Button type="primary" disabled={toDo === 0} loading={isStarting} onClick={confirm}>
          {toDo === 0 ? t("import.nothing") : t("import.confirm", { count: toDo, number: format.number(toDo) })}
        </Button>
      </div>
    </>
  );

  function said(good: number, bad: number) {
    if (counts.rows === 0) return t("import.say.empty");
    if (good === 0) return t(bad > 0 ? "import.say.onlyBad" : "import.say.same");
    return bad > 0 ? t("import.say.withBad", { count: bad, number: format.number(bad) }) : t("import.say.good");
  }
}

/** What the sheet would do to the shop's tests; nothing where it has none. */
function ImportCheck({ importId }: { importId: string }) {
  const { t } = useTranslation("learning");
  const compared = useQuery({
    queryKey: ["knowledge-tests", "import", importId],
    queryFn: ({ signal }) => call(routes.compareTests, { change: { kind: "import", importId } }, signal),
    retry: false,
  });
  if (compared.isPending) return <p className="kn-import-check">{t("check.waiting")}</p>;
  if (compared.isError) return <p className="kn-import-check">{t("check.failed")}</p>;
  const { tests, changed } = compared.data;
  if (tests === 0) return null;
  if (changed === 0) return <p className="kn-import-check">{t("check.same", { tests })}</p>;
  return (
    <section className="panel kn-import-check" aria-label={t("check.importTitle")}>
      <h2 className="panel-title">{t("check.title", { count: changed })}</h2>
      <ChangeList comparison={compared.data} />
    </section>
  );
}

function Sample({ preview }: { preview: KnowledgeImport }) {
  const { t } = useTranslation("knowledge");
  const good = preview.counts.create + preview.counts.update + preview.counts.same;
  return (
    <>
      <Table
        size="small"
        rowKey="row"
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: 720 }}
        dataSource={preview.sample}
        columns={[
          { dataIndex: "row", title: t("import.column.row"), width: 64 },
          {
            dataIndex: "action",
            title: t("import.column.action"),
            width: 88,
            render: (action: "create" | "update" | "same") => (
              <span className={`kn-import-action kn-import-action-${action}`}>{t(`import.action.${action}`)}</span>
            ),
          },
          { dataIndex: "question", title: t("field.question"), width: 220 },
          { dataIndex: "answer", title: t("field.answer"), ellipsis: true },
          { dataIndex: "similar", title: t("field.similar"), width: 90, align: "right" },
          { dataIndex: "category", title: t("field.category"), width: 130, ellipsis: true },
        ]}
      />
      {good > preview.sample.length && (
        <p className="kn-import-more">{t("import.sampleOnly", { count: preview.sample.length })}</p>
      )}
    </>
  );
}

function BadRows({ preview }: { preview: KnowledgeImport }) {
  const { t } = useTranslation("knowledge");
  const { badRows } = preview;
  const say = ({ reason, value }: (typeof badRows)[number]) =>
    t(reason === "empty_answer" && value ? "import.reason.nothing_left" : `import.reason.${reason}`);

  function save() {
    const headings = [
      t("import.column.row"),
      t("import.column.column"),
      t("import.column.value"),
      t("import.column.reason"),
    ];
    saveFile(t("import.badFile"), new Blob([badRowsAsCsv(badRows, headings, say)], { type: "text/csv" }));
  }
  return (
    <>
      <div className="kn-import-bad-top">
        <span>{t("import.badLead")}</span>
        <Button size="small" onClick={save}>
          {t("import.saveBad")}
        </Button>
      </div>
      <Table
        size="small"
        rowKey={(bad) => `${bad.row} ${bad.column} ${bad.reason}`}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: 640 }}
        dataSource={badRows}
        columns={[
          { dataIndex: "row", title: t("import.column.row"), width: 72 },
          { dataIndex: "column", title: t("import.column.column"), width: 110 },
          {
            dataIndex: "value",
            title: t("import.column.value"),
            ellipsis: true,
            render: (value: string) => value || <span className="kn-none">{t("import.emptyCell")}</span>,
          },
          { dataIndex: "reason", title: t("import.column.reason"), render: (_, bad) => say(bad) },
        ]}
      />
    </>
  );
}
