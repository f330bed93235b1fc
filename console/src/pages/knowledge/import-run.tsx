import { Link } from "@tanstack/react-router";
import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

type Props = { run: KnowledgeImport; again: () => void; another: () => void };

/** How far a confirmed import is, and what came of it. It goes on when this page is left. */
export function ImportRun({ run, again, another }: Props) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const { create, update, bad } = run.counts;
  const total = create + update;
  const percent = total === 0 ? 100 : Math.floor((run.done / total) * 100);
  return (
    <section className="panel kn-import-run" aria-live="polite">
      <h2 className="panel-title">{t(`import.state.${run.state === "preview" ? "running" : run.state}`)}</h2>
      <Progress
        percent={percent}
        status={run.state === "failed" ? "exception" : run.state === "done" ? "success" : "active"}
        aria-label={t("import.step.run")}
      />
      <p>
        {run.state === "done"
          ? t("import.result", { created: format.number(create), updated: format.number(update) })
          : t("import.progress", { done: format.number(run.done), total: format.number(total) })}
        {run.state === "done" && bad > 0 && ` ${t("import.resultBad", { count: bad, number: format.number(bad) })}`}
      </p>
      {run.state === "running" && <p className="kn-import-drop-hint">{t("import.mayLeave")}</p>}
      {run.state === "failed" && <p className="kn-problem">{t("import.failedWhy")}</p>}
      <span className="kn-import-template-actions">
        {run.state === "failed" && <Button onClick={again}>{t("import.goOn")}</Button>}
        {run.state !== "running" && <Button onClick={another}>{t("import.another")}</Button>}
        {run.state === "done" && (
          <Link to="/knowledge">
            <Button type="primary">{t("import.toList")}</Button>
          </Link>
        )}
      </span>
    </section>
  );
}
