import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MetricWords } from "@yingda/contract/figures";
import { routes } from "@yingda/contract/routes";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api.ts";
import { writeFilters } from "../../../figures/address.ts";
import { useFigureState, useSetFigureSearch } from "../../../figures/use-figures.ts";
import { useCan } from "../../../session.ts";
import { ArrowIcon } from "../../../ui/icons.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { ConversationList, ListSkeleton } from "../../conversations/conversation-list.tsx";

const shown = 8;
const parts = ["against", "for"] as const;

/** The conversations that made the figure so, the most telling first; each opens at what it contributed. */
export function InlineConversations({ metric }: { metric: MetricWords }) {
  const { t } = useTranslation(["figures", "conversations"]);
  const format = useFormat();
  const can = useCan();
  const { search, state } = useFigureState();
  const set = useSetFigureSearch();
  const part = parts.find((one) => one === search.part) ?? "against";
  const { from, to } = state.window;
  const filters = writeFilters(state.filters);
  const input = { metric: metric.key, part, from, to, filters, pageSize: shown };
  const behind = useQuery({
    queryKey: ["metric-conversations", input],
    queryFn: ({ signal }) => call(routes.listMetricConversations, input, signal),
    placeholderData: keepPreviousData,
    enabled: can("conversations.serve"),
  });
  if (!can("conversations.serve")) return null;
  const isMean = metric.unit === "seconds";
  const kind = isMean ? "mean" : "rate";
  const way = { metric: metric.key, part, from, to, filters };
  return (
    <section className="panel diagnosis-conversations" aria-label={t("diagnosis.conversations")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("diagnosis.conversations")}</h2>
        <Segmented
          aria-label={t("conversations:metric.partLabel")}
          value={part}
          options={parts.map((value) => ({ value, label: t(`conversations:metric.part.${kind}.${value}`) }))}
          onChange={(next) => set({ part: next === "against" ? undefined : next }, { replace: true })}
        />
        {behind.data && behind.data.total > 0 && (
          <Link to="/conversations" search={way} className="diagnosis-all">
            {t("diagnosis.all", { count: behind.data.total, number: format.number(behind.data.total) })}
            <ArrowIcon size={14} />
          </Link>
        )}
      </header>
      {behind.isError && !behind.data && <ErrorState error={behind.error} retry={behind.refetch} />}
      {behind.isPending && <ListSkeleton />}
      {behind.data?.items.length === 0 && <EmptyState isSmall title={t(`conversations:metric.empty.${part}`)} />}
      {behind.data && behind.data.items.length > 0 && (
        <ConversationList
          contribution={t(`conversations:metric.contribution.${kind}`)}
          rows={behind.data.items.map(({ conversation, agentName, contribution, seqs }) => ({
            conversation,
            agentName,
            contribution:
              contribution === null ? "—" : isMean ? format.duration(contribution) : format.number(contribution),
            search: { seqs: seqs.join(","), ...way },
          }))}
        />
      )}
    </section>
  );
}
