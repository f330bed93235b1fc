import { useNavigate, useSearch } from "@tanstack/react-router";
import { testVerdict } from "@yingda/contract/routes/knowledge-tests";
import { Button, Input, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { AddTestDialog } from "./add-test-dialog.tsx";
import { RatePanel } from "./rate-panel.tsx";
import { SheetDialog } from "./sheet-dialog.tsx";
import { TestTable } from "./test-table.tsx";
import { useTests } from "./tests-data.ts";

/** The shop's tests: how many pass, how that went, and each with what the bot makes of it. */
export function TestsTab() {
  const [dialog, setDialog] = useState<"add" | "sheet" | null>(null);
  return (
    <>
      <Tests open={setDialog} />
      {dialog === "add" && <AddTestDialog close={() => setDialog(null)} />}
      {dialog === "sheet" && <SheetDialog close={() => setDialog(null)} />}
    </>
  );
}

function Tests({ open }: { open: (dialog: "add" | "sheet") => void }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const search = useSearch({ from: "/shell/knowledge/learning" });
  const navigate = useNavigate({ from: "/knowledge/learning" });
  const verdict = testVerdict.options.find((one) => one === search.verdict);
  const page = Math.max(1, Math.floor(Number(search.page)) || 1);
  const tests = useTests({ search: search.search ?? "", verdict, page });
  const go = (change: { search?: string; verdict?: string; page?: string }) =>
    navigate({ search: { tab: "tests", search: search.search, verdict, ...change }, replace: true });
  const adding = (
    <span className="tests-adding">
      <Button onClick={() => open("sheet")}>{t("test.import")}</Button>
      <Button type="primary" onClick={() => open("add")}>
        {t("test.add")}
      </Button>
    </span>
  );
  if (tests.isError && !tests.data) return <ErrorState error={tests.error} retry={tests.refetch} />;
  if (!tests.data) {
    return (
      <AfterAWhile>
        <div className="panel" aria-busy="true">
          <Skeleton active paragraph={{ rows: 10 }} />
        </div>
      </AfterAWhile>
    );
  }
  const { counts, items, total } = tests.data;
  if (counts.all === 0) {
    return (
      <section className="panel">
        <EmptyState title={t("test.none")} why={t("test.noneWhy")} action={adding} />
      </section>
    );
  }
  return (
    <div className="learning">
      <RatePanel counts={counts} />
      <section className="panel">
        <div className="tests-bar">
          <Segmented
            aria-label={t("test.filter")}
            value={verdict ?? "all"}
            options={[
              { value: "all", label: `${t("test.all")} ${format.number(counts.all)}` },
              ...testVerdict.options
                .toReversed()
                .map((value) => ({ value, label: `${t(`test.verdict.${value}`)} ${format.number(counts[value])}` })),
            ]}
            onChange={(value) => go({ verdict: value === "all" ? undefined : String(value) })}
          />
          <Input.Search
            className="tests-search"
            allowClear
            defaultValue={search.search}
            placeholder={t("test.search")}
            aria-label={t("test.search")}
            onSearch={(words) => go({ search: words.trim() || undefined })}
          />
          {adding}
        </div>
        <TestTable
          items={items}
          total={total}
          page={page}
          isStale={tests.isPlaceholderData}
          turn={(next) => go({ page: next === 1 ? undefined : String(next) })}
        />
      </section>
    </div>
  );
}
