import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { Report } from "@yingda/contract/routes/reports";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { newId } from "../../ids.ts";
import { useShowError } from "../../ui/error-words.ts";
import { useFormat } from "../../ui/use-format.ts";
import { EditAndDelete } from "./edit-and-delete.tsx";
import { ListPanel } from "./list-panel.tsx";
import { MailNeeded } from "./mail-needed.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import { ReportPreview } from "./report-preview.tsx";

export const reportsKey = ["reports"];
const refreshMs = 10_000;
export type ReportList = ReplyOf<typeof routes.listReports>;

export function ReportsSection() {
  const { t } = useTranslation("reports");
  const [edited, setEdited] = useState<Report | "new" | null>(null);
  const [previewed, setPreviewed] = useState<Report | null>(null);
  const reports = useQuery({
    queryKey: reportsKey,
    queryFn: ({ signal }) => call(routes.listReports, {}, signal),
    refetchInterval: refreshMs,
  });
  const { data } = reports;
  const words = { title: t("title"), lead: t("lead"), add: t("add"), none: t("none"), noneWhy: t("noneWhy") };
  return (
    <ListPanel
      words={words}
      query={reports}
      isEmpty={data?.items.length === 0}
      add={() => setEdited("new")}
      notice={data && !data.isMailSetUp && <MailNeeded />}
    >
      <ul className="report-list">
        {data?.items.map((report) => (
          <ReportRow
            key={report.id}
            report={report}
            edit={() => setEdited(report)}
            preview={() => setPreviewed(report)}
          />
        ))}
      </ul>
      {edited && data && (
        <ReportDialog report={edited === "new" ? null : edited} list={data} close={() => setEdited(null)} />
      )}
      {previewed && <ReportPreview draft={previewed} close={() => setPreviewed(null)} />}
    </ListPanel>
  );
}

function ReportRow({ report, edit, preview }: { report: Report; edit: () => void; preview: () => void }) {
  const { t } = useTranslation("reports");
  const format = useFormat();
  const day = t(`weekday.d${report.weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return (
    <li className="report-row">
      <div className="report-words">
        <strong>{report.name}</strong>
        <span>
          {t(`when.${report.frequency}`, { time: report.atTime, day })} ·{" "}
          {t("people", { count: report.recipients.length, number: format.number(report.recipients.length) })}
        </span>
        <small>
          {report.nextRunAt ? t("next", { time: format.time(report.nextRunAt) }) : t("off")} ·{" "}
          <LastRun report={report} />
        </small>
      </div>
      <div className="report-acts">
        <SendNow report={report} />
        <Button size="small" onClick={preview}>
          {t("preview")}
        </Button>
        <EditAndDelete
          edit={edit}
          remove={() => call(routes.deleteReport, { reportId: report.id })}
          question={{ title: t("deleteTitle") }}
          changes={reportsKey}
        />
      </div>
    </li>
  );
}

function LastRun({ report: { lastRunAt, lastRun } }: { report: Report }) {
  const { t } = useTranslation("reports");
  const format = useFormat();
  if (!lastRunAt) return <>{t("never")}</>;
  const parts = (["sent", "waiting", "failed"] as const).filter((part) => lastRun && lastRun[part] > 0);
  return (
    <>
      {t("last", { time: format.time(lastRunAt) })}
      {parts.map((part) => (
        <span key={part} className={`report-run report-run-${part}`}>
          {t(`run.${part}`, { number: format.number(lastRun![part]) })}
        </span>
      ))}
      {lastRun && lastRun.failed > 0 && (
        <Link to="/settings" search={{ section: "mail" }}>
          {t("seeMail")}
        </Link>
      )}
    </>
  );
}

function SendNow({ report }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { message } = App.useApp();
  const format = useFormat();
  const client = useQueryClient();
  const showError = useShowError();
  const send = useMutation({
    mutationFn: () => call(routes.sendReport, { reportId: report.id, mailId: newId() }),
    onSuccess: () => {
      message.success(t("sent"));
      return client.invalidateQueries({ queryKey: reportsKey });
    },
    onError: (error) => showError(error),
  });
  return (
    <Popconfirm
      title={t("sendTitle", { count: report.recipients.length, number: format.number(report.recipients.length) })}
      description={t("sendBody")}
      okText={t("sendNow")}
      onConfirm={() => send.mutateAsync().catch(() => {})}
    >
      <Button size="small" loading={send.isPending}>
        {t("sendNow")}
      </Button>
    </Popconfirm>
  );
}
