import type { LogImport } from "@yingda/contract/routes/imports";
import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { BadRows } from "./bad-rows.tsx";
import { Figures } from "./figures.tsx";
import { Sample } from "./sample.tsx";

/** What a log brings or has brought: figures, some conversations, and what was wrong. */
export function Findings({ run }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { counts, statistics, sample } = run;
  const hasBad = counts.bad > 0;
  const bad = {
    key: "bad",
    label: t("tab.bad", { number: format.number(counts.bad) }),
    children: <BadRows run={run} />,
  };
  const samples = { key: "sample", label: t("tab.sample"), children: <Sample run={run} /> };
  return (
    <>
      {statistics && counts.conversations > 0 && <Figures statistics={statistics} />}
      {counts.conversations === 0 && (
        <EmptyState isSmall title={t("preview.nothing")} why={hasBad ? t("preview.nothingWhy") : undefined} />
      )}
      <Tabs
        // The first thing to see is what went wrong only when nothing went right.
        key={String(counts.conversations === 0)}
        items={[...(sample.length > 0 ? [samples] : []), ...(hasBad ? [bad] : [])]}
      />
    </>
  );
}
