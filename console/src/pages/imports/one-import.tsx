import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { LogImport } from "@yingda/contract/routes/imports";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";
import { ErrorState, PanelSkeleton } from "../../ui/states.tsx";
import { importQuery } from "./imports-data.ts";
import { Matching } from "./matching.tsx";
import { RunPanel } from "./run-panel.tsx";
import { StateMark } from "./state-mark.tsx";

/** One import from its upload to its result; the address carries which, so that a reload or a colleague finds it. */
export function OneImport({ importId }: { importId: string }) {
  const { t } = useTranslation("imports");
  const found = useQuery(importQuery(importId));
  const title = found.data ? (
    <span className="log-title">
      <span>{found.data.fileName}</span>
      <StateMark state={found.data.state} />
    </span>
  ) : (
    t("title")
  );
  return (
    <div className="page">
      <PageHeader
        title={title}
        lead={
          <Link to="/imports" search={{}}>
            ← {t("back")}
          </Link>
        }
      />
      {found.isError && !found.data && <ErrorState error={found.error} retry={found.refetch} />}
      {found.isPending && <PanelSkeleton rows={8} />}
      {found.data && <Stage run={found.data} />}
    </div>
  );
}

function Stage({ run }: { run: LogImport }) {
  return run.state === "mapping" || run.state === "preview" ? <Matching run={run} /> : <RunPanel run={run} />;
}
