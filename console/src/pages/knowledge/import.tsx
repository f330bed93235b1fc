import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { App, Button, Steps } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ErrorState } from "../../ui/states.tsx";
import { ImportDrop } from "./import-drop.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportRun } from "./import-run.tsx";

const pollMs = 400;

/** A sheet of knowledge comes in: choose, look, confirm. The address carries the import, so a reload loses nothing. */
export default function KnowledgeImportPage() {
  const { t } = useTranslation("knowledge");
  const { message } = App.useApp();
  const words = useImportErrorWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const importId = useSearch({ from: "/shell/knowledge/import" }).import;
  const show = (id: string | undefined) => navigate({ to: "/knowledge/import", search: { import: id } });
  const key = ["knowledge-import", importId];

  const run = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.getKnowledgeImport, { importId: importId! }, signal),
    enabled: importId !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === "running" ? pollMs : false),
  });
  const upload = useMutation({
    mutationFn: (file: File) => call(routes.previewKnowledgeImport, { name: file.name.slice(0, 200), bytes: file }),
    onSuccess: (preview) => {
      client.setQueryData(["knowledge-import", preview.id], preview);
      return show(preview.id);
    },
  });
  const confirm = useMutation({
    mutationFn: () => call(routes.confirmKnowledgeImport, { importId: importId! }),
    onSuccess: (started) => client.setQueryData(key, started),
    onError: (error) => message.error(words(error)),
  });

  const state = run.data?.state;
  const step = importId === undefined ? 0 : state === undefined || state === "preview" ? 1 : 2;
  return (
    <div className="page page-narrow kn-import">
      <PageHeader
        title={t("import.title")}
        lead={t("import.lead")}
        actions={
          <Link to="/knowledge">
            <Button>{t("import.back")}</Button>
          </Link>
        }
      />
      <Steps
        className="kn-import-steps"
        size="small"
        responsive={false}
        current={state === "done" ? 3 : step}
        items={[{ title: t("import.step.file") }, { title: t("import.step.look") }, { title: t("import.step.run") }]}
      />
      {importId === undefined && (
        <ImportDrop
          isBusy={upload.isPending}
          problem={upload.error && words(upload.error)}
          choose={(file) => upload.mutate(file)}
        />
      )}
      {importId !== undefined && run.isError && !run.data && (
        <ErrorState
          error={run.error}
          title={t("import.goneTitle")}
          safe={t("import.goneSafe")}
          retry={() => void show(undefined)}
        />
      )}
      {run.data && state === "preview" && (
        <ImportPreview
          preview={run.data}
          isStarting={confirm.isPending}
          confirm={() => confirm.mutate()}
          another={() => void show(undefined)}
        />
      )}
      {run.data && state !== "preview" && (
        <ImportRun run={run.data} again={() => confirm.mutate()} another={() => void show(undefined)} />
      )}
    </div>
  );
}

/** A sheet fails in ways that say more than the general sentence. */
function useImportErrorWords() {
  const { t } = useTranslation("knowledge");
  const words = useErrorWords();
  return (error: unknown) => {
    if (!(error instanceof ApiError)) return words(error);
    const { missing, rows, limit } = error.details;
    if (error.code === "unreadable_file" && (missing === "question" || missing === "answer"))
      return t(`import.problem.missing.${missing}`);
    if (error.code === "unreadable_file") return t("import.problem.unreadable");
    if (error.code === "too_many_rows") return t("import.problem.tooMany", { rows, limit });
    if (error.code === "limit_reached") return t("import.problem.full", { limit });
    return words(error);
  };
}
