import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { Pagination, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { readFilters, writeFilters } from "../../figures/address.ts";
import { FilterChips } from "../../figures/filter-chips.tsx";
import { BackIcon } from "../../transcript/icons.tsx";
import type { Unit } from "../../ui/format.ts";
import { Missing } from "../../ui/missing.tsx";
import { EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FreshnessLine } from "../analytics/freshness.tsx";
import { ConversationList, ListSkeleton } from "./conversation-list.tsx";
import { DayRange } from "./day-range.tsx";
import { isDay, shiftDay } from "./day-window.ts";

type Behind = ReplyOf<typeof routes.listMetricConversations>;
const parts = ["against", "for", "all"] as const;
const pageSize = 50;

/** The conversations behind a figure: what the figure says, what it is made of, and each one's share. */
export function MetricPage({ metric }: { metric: string }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/conversations" });
  const today = format.dayOf(new Date());
  const to = isDay(search.to) ? search.to : today;
  const from = isDay(search.from) ? search.from : shiftDay(to, -29);
  const part = parts.find((each) => each === search.part) ?? "against";
  const page = Math.max(1, Number.parseInt(search.page ?? "1", 10) || 1);
  const { filters } = readFilters(search.filters);
  const inAddress = writeFilters(filters);
  const input = { metric, part, from, to, filters: inAddress, page, pageSize };
  const behind = useQuery({
    queryKey: ["metric-conversations", input],
    queryFn: ({ signal }) => call(routes.listMetricConversations, input, signal),
    placeholderData: keepPreviousData,
  });
  const set = (change: { part?: string; from?: string; to?: string; page?: string; filters?: string }) =>
    void navigate({ to: "/conversations", search: { metric, part, from, to, filters: inAddress, ...change } });

  if (behind.isError && !behind.data) {
    return (
      <div className="page">
        <BackLink />
        <ErrorState error={behind.error} retry={behind.refetch} />
      </div>
    );
  }
  const unit = behind.data?.metric.unit === "seconds" ? "mean" : "rate";
  return (
    <div className="page">
      <div className="metric-ways">
        <BackLink />
        <Link to="/analytics/diagnosis" search={{ metric, from, to, filters: inAddress }} className="back-link">
          {t("metric.diagnose")}
        </Link>
      </div>
      <FreshnessLine />
      {behind.data && <Figure data={behind.data} />}
      <div className="filters">
        <Segmented
          aria-label={t("metric.partLabel")}
          value={part}
          options={parts.map((value) => ({ value, label: t(`metric.part.${unit}.${value}`) }))}
          onChange={(next) => set({ part: next })}
        />
        <DayRange
          from={from}
          to={to}
          label={t("filter.range")}
          change={(first, last) => set({ from: first, to: last })}
        />
        {behind.data && (
          <span className="metric-total">
            {t("list.all", { count: behind.data.total, number: format.number(behind.data.total) })}
          </span>
        )}
      </div>
      {filters.length > 0 && (
        <div className="filters">
          <FilterChips
            filters={filters}
            window={{ from, to }}
            change={(next) => set({ filters: writeFilters(next) })}
          />
        </div>
      )}
      {behind.isPending && <ListSkeleton />}
      {behind.data && behind.data.items.length === 0 && (
        <EmptyState title={t(`metric.empty.${part}`)} why={t("metric.emptyWhy")} />
      )}
      {behind.data && behind.data.items.length > 0 && (
        <div className={behind.isPlaceholderData ? "history-stale" : undefined}>
          <Rows data={behind.data} {...{ metric, part, from, to, filters: inAddress }} />
        </div>
      )}
      {behind.data && behind.data.total > pageSize && (
        <div className="history-more">
          <Pagination
            current={page}
            total={behind.data.total}
            pageSize={pageSize}
            showSizeChanger={false}
            onChange={(next) => set({ page: String(next) })}
          />
        </div>
      )}
    </div>
  );
}

function BackLink() {
  const { t } = useTranslation("conversations");
  return (
    <Link to="/conversations" search={{}} className="back-link">
      <BackIcon size={16} />
      {t("metric.back")}
    </Link>
  );
}

function Figure({ data }: { data: Behind }) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const { metric, measured } = data;
  const isMean = metric.unit === "seconds";
  return (
    <header className="figure">
      <h1>{metric.name[format.language]}</h1>
      <p className="figure-value">
        {measured.value === null ? (
          <Missing reason={t("metric.noValue")} />
        ) : (
          <strong>{format.value(measured.value, metric.unit as Unit)}</strong>
        )}
        <span>
          {t("metric.is", {
            numerator: isMean ? format.duration(measured.numerator) : format.number(measured.numerator),
            denominator: format.number(measured.denominator),
          })}
        </span>
      </p>
      <p className="figure-formula">{metric.formula[format.language]}</p>
    </header>
  );
}

type RowsProps = { data: Behind; metric: string; part: string; from: string; to: string; filters?: string };

function Rows({ data, ...back }: RowsProps) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const isMean = data.metric.unit === "seconds";
  const inWords = (contribution: number | null) =>
    contribution === null ? "—" : isMean ? format.duration(contribution) : format.number(contribution);
  return (
    <ConversationList
      contribution={t(isMean ? "metric.contribution.mean" : "metric.contribution.rate")}
      rows={data.items.map(({ conversation, agentName, contribution, seqs }) => ({
        conversation,
        agentName,
        contribution: inWords(contribution),
        search: { seqs: seqs.join(","), ...back },
      }))}
    />
  );
}
