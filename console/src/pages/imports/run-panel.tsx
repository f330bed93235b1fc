import { Link, useNavigate } from "@tanstack/react-router";
import type { LogImport } from "@yingda/contract/routes/imports";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api.ts";
import { isoDay } from "../../ui/format.ts";
import { useFormat } from "../../ui/use-format.ts";
import { Findings } from "./findings.tsx";
import { useRun } from "./imports-data.ts";
import { useProblemWords } from "./problem-words.ts";

/** How far a confirmed import is, and what came of it. It goes on when this page is left. */
export function RunPanel({ run }: { run: LogImport }) {
  return (
    <>
      <section className="panel log-run" aria-live="polite">
        {run.state === "running" && <Running run={run} />}
        {run.state === "failed" && <Failed run={run} />}
        {run.state === "done" && <Done run={run} />}
      </section>
      {run.state === "done" && <Findings run={run} />}
    </>
  );
}

function Running({ run: { done, counts } }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const total = counts.conversations;
  return (
    <>
      <h2 className="panel-title">{t("run.running")}</h2>
      <Progress
        percent={total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100))}
        status="active"
        aria-label={t("run.running")}
      />
      <p>
        {done >= total
          ? t("run.folding")
          : t("run.progress", { done: format.number(done), total: format.number(total) })}
      </p>
      <p className="log-run-hint">{t("run.mayLeave")}</p>
    </>
  );
}

function Failed({ run }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  const again = useRun(run.id);
  return (
    <>
      <h2 className="panel-title">{t("run.failed")}</h2>
      <p className="log-problem">
        {run.failure === "unreadable_file" ? t("problem.gone") : words(new ApiError("internal", run.failure ?? ""))}
      </p>
      <p className="log-run-hint">{t("run.failedSafe")}</p>
      <div className="log-run-actions">
        <Button type="primary" loading={again.isPending} onClick={() => again.mutate()}>
          {t("run.again")}
        </Button>
        <Another />
      </div>
    </>
  );
}

function Done({ run }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { conversations, alreadyHere, grown, bad } = run.counts;
  const fresh = conversations - alreadyHere;
  const say = (key: "done" | "here" | "grown" | "bad", count: number) =>
    t(`run.${key}`, { count, number: format.number(count) });
  const rest = [
    alreadyHere > 0 && say("here", alreadyHere),
    grown > 0 && say("grown", grown),
    bad > 0 && say("bad", bad),
  ].filter((words) => words !== false);
  const days = daysOf(run, format.timeZone);
  const hasUntimed = (run.statistics?.untimedConversations ?? 0) > 0;
  return (
    <>
      <h2 className="log-run-title">{fresh > 0 ? say("done", fresh) : t("run.doneNone")}</h2>
      {rest.length > 0 && <p>{rest.join(" · ")}</p>}
      <div className="log-run-actions">
        <Link to="/conversations" search={days}>
          <Button type="primary">{t("run.toConversations")}</Button>
        </Link>
        <Link to="/">
          <Button>{t("run.toHome")}</Button>
        </Link>
        <Another />
      </div>
      <p className="log-run-hint">{t(hasUntimed ? "run.homeHintUntimed" : "run.homeHint")}</p>
    </>
  );
}

/** The days under which the conversations are listed: without times, that of the upload. */
function daysOf({ statistics, createdAt }: LogImport, timeZone: string): { from: string; to: string } {
  const uploaded = isoDay(new Date(createdAt), timeZone);
  const days = [statistics?.firstDay, statistics?.lastDay, statistics?.untimedConversations ? uploaded : null]
    .filter((day) => day !== null && day !== undefined)
    .sort();
  return { from: days[0] ?? uploaded, to: days.at(-1) ?? uploaded };
}

function Another() {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  return <Button onClick={() => navigate({ to: "/imports", search: {} })}>{t("run.another")}</Button>;
}
