import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { FileDrop } from "../../ui/file-drop.tsx";
import { useFormat } from "../../ui/use-format.ts";

type Props = { isBusy: boolean; problem: string | null; choose: (file: File) => void };

export function ImportDrop({ isBusy, problem, choose }: Props) {
  const { t } = useTranslation("knowledge");
  const [refusal, setRefusal] = useState<string | null>(null);

  function take(file: File) {
    if (/\.xls$/i.test(file.name)) return setRefusal(t("import.problem.oldExcel"));
    if (!/\.(?:xlsx|csv|tsv|txt)$/i.test(file.name)) return setRefusal(t("import.problem.unreadable"));
    if (file.size > limits.fileBytes) return setRefusal(t("import.problem.tooLarge"));
    setRefusal(null);
    choose(file);
  }
  return (
    <>
      <FileDrop
        title={t(isBusy ? "import.reading" : "import.drop")}
        hint={t("import.dropHint")}
        choose={t("import.choose")}
        accept=".xlsx,.csv,.tsv,.txt"
        isBusy={isBusy}
        problem={refusal ?? problem}
        take={take}
      />
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
