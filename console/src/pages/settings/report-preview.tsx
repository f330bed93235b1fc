import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { ReportDraft } from "@yingda/contract/routes/reports";
import { Modal, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { ErrorState } from "../../ui/states.tsx";

type Draft = Pick<ReportDraft, "name" | "frequency" | "language" | "metrics">;

/** The very mail, in a frame of its own that may do nothing. */
export function ReportPreview({ draft, close }: { draft: Draft; close: () => void }) {
  const { t } = useTranslation("reports");
  const [view, setView] = useState<"wide" | "narrow" | "plain">("wide");
  const { name, frequency, language, metrics } = draft;
  const mail = useQuery({
    queryKey: ["report-preview", name, frequency, language, metrics],
    queryFn: ({ signal }) => call(routes.previewReport, { name, frequency, language, metrics }, signal),
    staleTime: 0,
  });
  return (
    <Modal open width={720} title={t("previewTitle")} footer={null} onCancel={close}>
      <p className="panel-lead">{t("previewHint")}</p>
      <Segmented
        size="small"
        value={view}
        onChange={setView}
        options={(["wide", "narrow", "plain"] as const).map((value) => ({ value, label: t(value) }))}
      />
      {mail.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {mail.isError && <ErrorState error={mail.error} retry={mail.refetch} />}
      {mail.data && (
        <>
          <p className="preview-subject">
            <b>{t("subject")}</b>
            {mail.data.subject}
          </p>
          {view === "plain" ? (
            <pre className="preview-plain">{mail.data.text}</pre>
          ) : (
            <iframe
              className={view === "narrow" ? "preview-mail preview-mail-narrow" : "preview-mail"}
              title={t("previewTitle")}
              sandbox=""
              srcDoc={mail.data.html}
            />
          )}
        </>
      )}
    </Modal>
  );
}
