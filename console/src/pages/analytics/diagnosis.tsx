import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Dimension, GroupKey, MetricWords } from "@yingda/contract/figures";
import { routes } from "@yingda/contract/routes";
import type { Diagnosis } from "@yingda/contract/routes/figures";
import { Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import type { FigureState } from "../../figures/address.ts";
import { ImpactBars } from "../../figures/impact-bars.tsx";
import type { ImpactOrder } from "../../figures/impact-rows.ts";
import { metricsQuery } from "../../figures/metrics.ts";
import { findNextDimension } from "../../figures/next-dimension.ts";
import { enteringRow, useFigureState, useSetFigureSearch } from "../../figures/use-figures.ts";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { CutBy } from "./diagnosis/cut-by.tsx";
import { GroupTable } from "./diagnosis/group-table.tsx";
import { InlineConversations } from "./diagnosis/inline-conversations.tsx";
import { Path } from "./diagnosis/path.tsx";
import { Sentence } from "./diagnosis/sentence.tsx";
import { FigurePage } from "./figure-page.tsx";

const usualMetric = "human.average_response";
/** Who first; where nobody is responsible, what it was about. */
const firstCuts: readonly Dimension[] = ["agent", "intent"];
const groupsAsked = 500;

/** Why a figure is what it is: the sentence, the bars that prove it, the table, the conversations. */
export default function DiagnosisPage() {
  const { t } = useTranslation("figures");
  const { search, state } = useFigureState();
  const metric = search.metric ?? usualMetric;
  const diagnosis = useDiagnosis(metric, search.by as Dimension | undefined, state);
  return (
    <FigurePage title={t("nav.diagnosis")} lead={t("lead.diagnosis")} hasChips={false}>
      <div className="diagnosis-head">
        <MetricPick metric={metric} words={diagnosis.data?.metric} />
        <Path dimension={diagnosis.data?.now.value == null ? null : diagnosis.data.dimension} />
      </div>
      <Content diagnosis={diagnosis} />
    </FigurePage>
  );
}

function useDiagnosis(metric: string, wanted: Dimension | undefined, { window, before, filters }: FigureState) {
  return useQuery({
    queryKey: ["diagnosis", metric, wanted, window, before, filters],
    queryFn: async ({ signal }) => {
      const cuts = [...new Set([...(wanted ? [wanted] : []), ...firstCuts])];
      for (const [i, dimension] of cuts.entries()) {
        try {
          const asked = {
            metric,
            dimension,
            window,
            compare: before ?? ("none" as const),
            filters,
            limit: groupsAsked,
          };
          return await call(routes.diagnose, asked, signal);
        } catch (error) {
          // Not every metric knows every cut: the next one may do.
          if (i === cuts.length - 1 || !(error instanceof ApiError) || error.code !== "invalid_input") throw error;
        }
      }
      throw new Error("There is always a cut to try.");
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** By family; counts have no causes to weigh. */
function MetricPick({ metric, words }: { metric: string; words: MetricWords | undefined }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const set = useSetFigureSearch();
  const known = useQuery(metricsQuery).data?.items.filter(({ example }) => example.denominator !== null) ?? [];
  const families = Map.groupBy(known, ({ family }) => family[language]);
  return (
    <Select
      className="diagnosis-metric"
      size="large"
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("diagnosis.metric")}
      value={metric}
      options={[...families].map(([label, metrics]) => ({
        label,
        options: metrics.map(({ key, name }) => ({ value: key, label: name[language] })),
      }))}
      // Until the list is there, the name that came with the figures.
      labelRender={() => known.find(({ key }) => key === metric)?.name[language] ?? words?.name[language] ?? ""}
      onChange={(next) => set({ metric: next, by: undefined, part: undefined })}
    />
  );
}

function Content({ diagnosis }: { diagnosis: ReturnType<typeof useDiagnosis> }) {
  const { t } = useTranslation("figures");
  const { data, error } = diagnosis;
  if (error && !data) {
    const isRefused = error instanceof ApiError && error.code === "invalid_input";
    return isRefused ? (
      <EmptyState title={t("diagnosis.refused")} why={t("diagnosis.refusedWhy")} />
    ) : (
      <ErrorState error={error} retry={diagnosis.refetch} />
    );
  }
  if (!data) {
    return (
      <AfterAWhile>
        <div className="panel" aria-busy="true">
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      </AfterAWhile>
    );
  }
  return (
    <div className={diagnosis.isPlaceholderData ? "figures-stale" : undefined}>
      <Found data={data} />
    </div>
  );
}

function Found({ data }: { data: Diagnosis }) {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  const [order, setOrder] = useState<ImpactOrder>("impact");

  function enter({ key }: GroupKey) {
    const change = enteringRow(state, data.dimension, key);
    const next = findNextDimension(data.dimension, [...state.filters], data.dimensions);
    set({ ...change, by: next ?? data.dimension });
  }

  if (data.now.value === null) {
    return <EmptyState title={t("diagnosis.nothing")} why={t("diagnosis.nothingWhy")} />;
  }
  return (
    <>
      <Sentence data={data} />
      <section className="panel diagnosis-bars" aria-label={t("diagnosis.causes")}>
        <CutBy chosen={data.dimension} available={data.dimensions} />
        {data.groups.length === 0 ? (
          <p className="figures-nothing">{t("diagnosis.nothing")}</p>
        ) : (
          <ImpactBars diagnosis={data} order={order} setOrder={setOrder} enter={enter} />
        )}
        <Legend hasChange={data.change !== null && data.before !== null} order={order} />
      </section>
      <GroupTable data={data} enter={enter} />
      <InlineConversations metric={data.metric} />
    </>
  );
}

function Legend({ hasChange, order }: { hasChange: boolean; order: ImpactOrder }) {
  const { t } = useTranslation("figures");
  return (
    <p className={`diagnosis-legend diagnosis-legend-by-${hasChange ? order : "impact"}`}>
      <span>
        <i className="signed-bar signed-harm" />
        {t("impact.legend.harm")}
      </span>
      <span>
        <i className="signed-bar signed-help" />
        {t("impact.legend.help")}
      </span>
      <span className="diagnosis-of-now">
        <i className="diagnosis-whisker" />
        {t("impact.legend.interval")}
      </span>
      {hasChange && (
        <>
          <span className="diagnosis-of-change">
            <i className="signed-bar" />
            {t("impact.legend.rate")}
          </span>
          <span className="diagnosis-of-change">
            <i className="signed-bar signed-mix" />
            {t("impact.legend.mix")}
          </span>
        </>
      )}
    </p>
  );
}
