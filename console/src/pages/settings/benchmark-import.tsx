import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Industry, industries } from "@yingda/contract/industries";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { BenchmarkPreview } from "@yingda/contract/routes/peers";
import { App, Button, Table, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call, download } from "../../api.ts";
import { usePreferences } from "../../preferences.ts";
import { useErrorWords, useShowError } from "../../ui/error-words.ts";
import { FileDrop } from "../../ui/file-drop.tsx";
import type { Unit } from "../../ui/format.ts";
import { useFormat } from "../../ui/use-format.ts";
import { peersKey } from "./peers-section.tsx";

/** File, look, import. Nothing is kept before the last step; the file itself stays in this tab. */
export function BenchmarkImport() {
  const { t } = useTranslation("peers");
  const { language } = usePreferences();
  const { message } = App.useApp();
  const client = useQueryClient();
  const words = useBenchmarkWords();
  const showError = useShowError();
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation({
    mutationFn: (chosen: File) => call(routes.previewBenchmark, { name: chosen.name.slice(0, 200), bytes: chosen }),
    onSuccess: (_, chosen) => setFile(chosen),
  });
  const bring = useMutation({
    mutationFn: (chosen: File) => call(routes.importBenchmark, { name: chosen.name.slice(0, 200), bytes: chosen }),
    onSuccess: (overview) => {
      client.setQueryData(peersKey, overview);
      message.success(t("import.done"));
      again();
      return client.invalidateQueries({ queryKey: ["home"] });
    },
    onError: (error) => showError(error, words(error)),
  });

  function again() {
    setFile(null);
    look.reset();
  }
  return (
    <section className="panel">
      <h2 className="panel-title">{t("import.title")}</h2>
      <p className="panel-lead">{t("import.lead")}</p>
      {!file || !look.data ? (
        <FileDrop
          title={t("import.drop")}
          hint={t("import.hint", { rows: limits.benchmarkRows })}
          choose={t("import.choose")}
          accept=".xlsx,.csv"
          isBusy={look.isPending}
          problem={look.error && words(look.error)}
          take={(chosen) => look.mutate(chosen)}
        >
          <Button
            type="link"
            onClick={() =>
              download(
                routes.getBenchmarkTemplate,
                { format: "xlsx", locale: language },
                "benchmark-template.xlsx",
              ).catch((error) => showError(error))
            }
          >
            {t("import.template")}
          </Button>
        </FileDrop>
      ) : (
        <>
          <p>
            <b>{file.name}</b>
          </p>
          <Preview preview={look.data} />
          <div className="button-row">
            <Button
              type="primary"
              disabled={look.data.counts.good === 0}
              loading={bring.isPending}
              onClick={() => bring.mutate(file)}
            >
              {look.data.counts.good === 0
                ? t("import.nothing")
                : t("import.confirm", { count: look.data.counts.good, number: look.data.counts.good })}
            </Button>
            <Button onClick={again}>{t("import.another")}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Preview({ preview }: { preview: BenchmarkPreview }) {
  const { t } = useTranslation("peers");
  const format = useFormat();
  const { counts, badRows, sample } = preview;
  const industryOf = (key: string) =>
    key === "" ? t("import.any") : Object.hasOwn(industries, key) ? industries[key as Industry][format.language] : key;
  return (
    <>
      <p>{t("import.counts", { ...counts })}</p>
      <Tabs
        defaultActiveKey={counts.bad > 0 ? "bad" : "good"}
        items={[
          ...(counts.bad > 0
            ? [
                {
                  key: "bad",
                  label: t("import.bad", { number: format.number(counts.bad) }),
                  children: (
                    <Table
                      size="small"
                      rowKey={({ row, column }) => `${row} ${column}`}
                      pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
                      scroll={{ x: 560 }}
                      dataSource={badRows}
                      columns={[
                        { dataIndex: "row", title: t("import.column.row"), width: 64 },
                        { dataIndex: "column", title: t("import.column.column"), width: 90 },
                        { dataIndex: "value", title: t("import.column.value"), ellipsis: true },
                        { title: t("import.column.reason"), render: (_, bad) => t(`import.reason.${bad.reason}`) },
                      ]}
                    />
                  ),
                },
              ]
            : []),
          {
            key: "good",
            label: t("import.good", { number: format.number(counts.good) }),
            children: (
              <Table
                size="small"
                rowKey="row"
                pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
                scroll={{ x: 640 }}
                dataSource={sample}
                columns={[
                  { dataIndex: "row", title: t("import.column.row"), width: 64 },
                  { title: t("import.column.metric"), render: (_, one) => one.metric.name[format.language] },
                  { title: t("import.column.industry"), render: (_, one) => industryOf(one.industry) },
                  { title: t("import.column.tier"), render: (_, one) => one.tier || t("import.any") },
                  ...(["p25", "median", "p75"] as const).map((point) => ({
                    title: point === "median" ? "P50" : point.toUpperCase(),
                    align: "right" as const,
                    render: (_: unknown, one: (typeof sample)[number]) =>
                      format.value(one[point], one.metric.unit as Unit),
                  })),
                ]}
              />
            ),
          },
        ]}
      />
    </>
  );
}

/** A sheet fails in ways that say more than the general sentence. */
function useBenchmarkWords() {
  const { t } = useTranslation("peers");
  const words = useErrorWords();
  return (error: unknown) => {
    if (!(error instanceof ApiError)) return words(error);
    const { why, limit } = error.details;
    if (error.code === "too_many_rows") return t("import.problem.tooMany", { limit });
    if (error.code !== "unreadable_file") return words(error);
    return t(`import.problem.${why === "columns" || why === "no_rows" ? why : "file"}`);
  };
}
