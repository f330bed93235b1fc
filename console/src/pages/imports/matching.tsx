import { useNavigate } from "@tanstack/react-router";
import type { LogImport } from "@yingda/contract/routes/imports";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelSkeleton } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { Findings } from "./findings.tsx";
import { usePreview, useRun } from "./imports-data.ts";
import { completeMapping, type Draft } from "./mapping.ts";
import { MappingForm } from "./mapping-form.tsx";
import { useProblemWords } from "./problem-words.ts";

/** Which field is what on the left, what that would bring on the right, and the button that does it below. */
export function Matching({ run }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  const [draft, setDraft] = useState<Draft>(run.mapping ?? run.guess);
  const mapping = completeMapping(draft);
  const preview = usePreview(run.id, mapping);
  const start = useRun(run.id);
  const problem = start.error ?? (mapping && preview.error);
  return (
    <>
      <div className="log-matching">
        <MappingForm fields={run.fields} draft={draft} change={setDraft} />
        <div className="log-preview" aria-live="polite" aria-busy={mapping !== null && !preview.isCurrent}>
          {problem && (
            <p className="log-problem" role="alert">
              {words(problem)}
            </p>
          )}
          {!mapping && <p className="log-waiting">{t("preview.waiting")}</p>}
          {mapping && !preview.data && !preview.error && <PanelSkeleton rows={8} />}
          {mapping && preview.data && (
            <div className={preview.isCurrent ? undefined : "log-stale"}>
              <Findings run={preview.data} />
            </div>
          )}
        </div>
      </div>
      <ConfirmBar
        preview={mapping && preview.data ? preview.data : null}
        isReady={mapping !== null && preview.isCurrent}
        isStarting={start.isPending}
        confirm={() => start.mutate()}
      />
    </>
  );
}

type BarProps = { preview: LogImport | null; isReady: boolean; isStarting: boolean; confirm: () => void };

function ConfirmBar({ preview, isReady, isStarting, confirm }: BarProps) {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const counts = preview?.counts;
  const changes = counts ? counts.conversations - counts.alreadyHere + counts.grown : 0;
  return (
    <div className="log-bar">
      <span className="log-bar-words">{counts && <WhatWouldHappen counts={counts} />}</span>
      <Button onClick={() => navigate({ to: "/imports", search: {} })}>{t("preview.another")}</Button>
      <Button type="primary" disabled={!isReady || changes === 0} loading={isStarting} onClick={confirm}>
        {t("preview.confirm")}
      </Button>
    </div>
  );
}

function WhatWouldHappen({ counts }: { counts: LogImport["counts"] }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { conversations, alreadyHere, grown, bad } = counts;
  if (conversations === 0) return <>{t("preview.nothing")}</>;
  if (alreadyHere === conversations && grown === 0) return <>{t("preview.allHere")}</>;
  const say = (key: "bar" | "barHere" | "barGrown" | "barBad", count: number) =>
    t(`preview.${key}`, { count, number: format.number(count) });
  return (
    <>
      <strong>{say("bar", conversations - alreadyHere)}</strong>
      {alreadyHere > 0 && <> · {say("barHere", alreadyHere)}</>}
      {grown > 0 && <> · {say("barGrown", grown)}</>}
      {bad > 0 && <span className="log-bar-bad"> · {say("barBad", bad)}</span>}
    </>
  );
}
