import { Link } from "@tanstack/react-router";
import type { DetailTable as TableName } from "@yingda/contract/details";
import type { DetailPage as Page } from "@yingda/contract/routes/details";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api.ts";
import { pinned } from "../../figures/address.ts";
import { FilterBar } from "../../figures/filter-bar.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { DetailTable } from "./detail-table.tsx";
import { DownloadButton } from "./download-button.tsx";
import { SearchField } from "./search-field.tsx";
import { DensitySwitch, PhoneSort } from "./table-tools.tsx";
import { useDetailRows, useDetailState, useSetDetails } from "./use-details.ts";
import { ValueFilterChips } from "./value-filter-chips.tsx";
import { ValueFilterMenu } from "./value-filter-menu.tsx";
import { ViewsMenu } from "./views-menu.tsx";

/** A table row by row with everything that can be done to it; all of it stands in the address. */
export function DetailPage({ table, tools }: { table: TableName; tools?: ReactNode }) {
  const { t } = useTranslation("details");
  const { search, figures, state, mark, columnsError, retryColumns } = useDetailState(table);
  const rows = useDetailRows(state, search, mark);
  const page = table === "conversations" ? "conversations" : "agents";
  const link = new URLSearchParams(
    Object.entries(pinned(search, figures)).filter((entry): entry is [string, string] => !!entry[1]),
  );
  const error = columnsError ?? (rows.data ? null : rows.error);
  return (
    <div className="page analytics-page details">
      <PageHeader
        title={t(`title.${page}`)}
        lead={t(`lead.${page}`)}
        actions={
          <>
            <ViewsMenu state={state} figures={figures} open={search.view} />
            <CopyButton text={`${location.origin}${location.pathname}?${link}`} label={t("copyLink")} />
            <DownloadButton state={state} />
          </>
        }
      />
      <FilterBar hasCompare={false} />
      <div className="details-tools">
        <SearchField state={state} />
        <ValueFilterMenu state={state} />
        {tools}
        <span className="details-tools-end">
          <Total data={rows.data} />
          <PhoneSort state={state} />
          <DensitySwitch state={state} />
          <ColumnMenu state={state} />
        </span>
      </div>
      <ValueFilterChips state={state} />
      {error instanceof ApiError && error.code === "invalid_input" ? (
        <EmptyState title={t("refused.title")} why={t("refused.why")} action={<ClearButton />} />
      ) : error ? (
        <ErrorState error={error} retry={() => (columnsError ? retryColumns() : rows.refetch())} />
      ) : !rows.data ? (
        <TableSkeleton />
      ) : rows.data.rows.length === 0 ? (
        <Nothing isFiltered={isFiltered(state, figures.filters.length)} page={page} />
      ) : (
        <>
          <DetailTable state={state} page={rows.data} isStale={rows.isPlaceholderData} />
          <Pager page={rows.data} mark={mark} isPaging={rows.isPlaceholderData} />
        </>
      )}
    </div>
  );
}

const isFiltered = ({ look }: { look: ReturnType<typeof useDetailState>["state"]["look"] }, filters: number) =>
  filters + look.ranges.length + look.flags.length > 0 || look.search !== "";

function Total({ data }: { data: Page | undefined }) {
  const { t } = useTranslation("details");
  const format = useFormat();
  if (!data) return null;
  const { count, isMore } = data.total;
  return (
    <span className="details-total">{t("total", { count, number: format.number(count) + (isMore ? "+" : "") })}</span>
  );
}

function Pager({ page, mark, isPaging }: { page: Page; mark: string; isPaging: boolean }) {
  const { t } = useTranslation("details");
  const set = useSetDetails();
  if (!page.next && !page.previous) return null;
  return (
    <nav className="details-pager" aria-label={t("page.label")}>
      <Button
        disabled={!page.previous || isPaging}
        onClick={() => set({ before: page.previous!, after: undefined, at: mark })}
      >
        {t("page.previous")}
      </Button>
      {page.previous && (
        <Button type="text" onClick={() => set({ before: undefined, after: undefined, at: undefined })}>
          {t("page.first")}
        </Button>
      )}
      <Button disabled={!page.next || isPaging} onClick={() => set({ after: page.next!, before: undefined, at: mark })}>
        {t("page.next")}
      </Button>
    </nav>
  );
}

function Nothing({ isFiltered, page }: { isFiltered: boolean; page: "conversations" | "agents" }) {
  const { t } = useTranslation("details");
  return isFiltered ? (
    <EmptyState title={t("nothing.title")} why={t("nothing.filtered")} action={<ClearButton />} />
  ) : (
    <EmptyState
      title={t(`nothing.${page}`)}
      why={t("nothing.why")}
      action={<Link to="/imports">{t("nothing.import")}</Link>}
    />
  );
}

function ClearButton() {
  const { t } = useTranslation("details");
  const set = useSetDetails();
  const clear = () => set({ filters: undefined, ranges: undefined, flags: undefined, search: undefined });
  return <Button onClick={clear}>{t("nothing.clear")}</Button>;
}

function TableSkeleton() {
  return (
    <AfterAWhile>
      <div className="details-skeleton" aria-busy="true">
        {["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((key) => (
          <div key={key} />
        ))}
      </div>
    </AfterAWhile>
  );
}
