import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { App, Button } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { ImportIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";

type Props = { isBusy: boolean; problem: string | null; choose: (file: File) => void };

export function ImportDrop({ isBusy, problem, choose }: Props) {
  const { t } = useTranslation("knowledge");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  function take(file: File | undefined) {
    if (!file || isBusy) return;
    if (/\.xls$/i.test(file.name)) return setRefusal(t("import.problem.oldExcel"));
    if (!/\.(?:xlsx|csv|tsv|txt)$/i.test(file.name)) return setRefusal(t("import.problem.unreadable"));
    if (file.size > limits.fileBytes) return setRefusal(t("import.problem.tooLarge"));
    setRefusal(null);
    choose(file);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  }
  const said = refusal ?? problem;
  return (
    <>
      <section
        className={isOver ? "kn-import-drop kn-import-drop-over" : "kn-import-drop"}
        aria-label={t("import.drop")}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <ImportIcon size={36} />
        <p className="kn-import-drop-words">{t(isBusy ? "import.reading" : "import.drop")}</p>
        <p className="kn-import-drop-hint">{t("import.dropHint")}</p>
        <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
          {t("import.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.tsv,.txt"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        {said && (
          <p className="kn-problem" role="alert">
            {said}
          </p>
        )}
      </section>
      <Templates />
    </>
  );
}

function Templates() {
  const { t } = useTranslation("knowledge");
  const { message } = App.useApp();
  const words = useErrorWords();
  const { language: locale } = useFormat();
  const fetchTemplate = (format: "xlsx" | "csv") =>
    download(routes.getImportTemplate, { format, locale }, `${t("sheet.fileName")}.${format}`).catch((error) =>
      message.error(words(error)),
    );
  return (
    <section className="panel kn-import-template">
      <div>
        <h2 className="panel-title">{t("import.template.title")}</h2>
        <p>{t("import.template.why")}</p>
      </div>
      <span className="kn-import-template-actions">
        <Button onClick={() => fetchTemplate("xlsx")}>{t("import.template.xlsx")}</Button>
        <Button onClick={() => fetchTemplate("csv")}>{t("import.template.csv")}</Button>
      </span>
      <ul>
        {(["match", "silent", "bad"] as const).map((rule) => (
          <li key={rule}>{t(`import.rule.${rule}`)}</li>
        ))}
      </ul>
    </section>
  );
}
