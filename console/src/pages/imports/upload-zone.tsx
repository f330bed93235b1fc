import { limits } from "@yingda/contract/limits";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "../../ui/file-drop.tsx";
import { useUpload } from "./imports-data.ts";
import { useProblemWords } from "./problem-words.ts";

export function UploadZone() {
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  const [isTooLarge, setIsTooLarge] = useState(false);
  const upload = useUpload();

  function take(file: File) {
    setIsTooLarge(file.size > limits.importBytes);
    if (file.size > limits.importBytes) return upload.reset();
    upload.mutate(file);
  }
  return (
    <FileDrop
      title={upload.isPending ? t("drop.titleBusy", { name: upload.variables.name }) : t("drop.title")}
      hint={t("drop.hint")}
      choose={t("drop.choose")}
      accept=".jsonl,.ndjson,.json,.csv,.tsv,.txt,.gz,.xlsx"
      isBusy={upload.isPending}
      problem={isTooLarge ? t("problem.tooLarge") : upload.isError ? words(upload.error) : null}
      take={take}
    >
      <p className="log-drop-safe">{t("drop.safe")}</p>
    </FileDrop>
  );
}
