import { limits } from "@yingda/contract/limits";
import { Button } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportIcon } from "../../ui/icons.tsx";
import { useUpload } from "./imports-data.ts";
import { useProblemWords } from "./problem-words.ts";

export function UploadZone() {
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const upload = useUpload();

  function take(file: File | undefined) {
    if (!file || upload.isPending) return;
    setIsTooLarge(file.size > limits.importBytes);
    if (file.size > limits.importBytes) return upload.reset();
    upload.mutate(file);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  }
  const problem = isTooLarge ? t("problem.tooLarge") : upload.isError ? words(upload.error) : null;
  return (
    <section
      className={isOver ? "log-drop log-drop-over" : "log-drop"}
      aria-label={t("drop.title")}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <ImportIcon size={36} />
      <p className="log-drop-words">
        {upload.isPending ? t("drop.titleBusy", { name: upload.variables.name }) : t("drop.title")}
      </p>
      <p className="log-drop-hint">{t("drop.hint")}</p>
      <Button type="primary" loading={upload.isPending} onClick={() => input.current?.click()}>
        {t("drop.choose")}
      </Button>
      <p className="log-drop-safe">{t("drop.safe")}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".jsonl,.ndjson,.json,.csv,.tsv,.txt,.gz"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {problem && (
        <p className="log-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
