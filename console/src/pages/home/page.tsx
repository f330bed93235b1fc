import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { AfterAWhile, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FreshnessLine } from "../analytics/freshness.tsx";
import { AdviceList } from "./advice-list.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { LiveStrip } from "./live-strip.tsx";
import { MetricCard } from "./metric-card.tsx";
import { ScorePanel } from "./score-panel.tsx";

const choices = [7, 30, 90];
const refreshMs = 5 * 60_000;

export default function HomePage() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/" });
  const days = choices.find((each) => String(each) === search.days) ?? 30;
  const home = useQuery({
    queryKey: ["home", days],
    queryFn: ({ signal }) => call(routes.getHome, { days }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });

  const range = home.data
    ? t("range", { from: format.day(home.data.window.from), to: format.day(home.data.window.to) })
    : undefined;
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        lead={range && <RangeLine range={range} conversations={home.data!.conversations} />}
        actions={
          <Segmented
            aria-label={t("days.label")}
            value={days}
            options={choices.map((each) => ({ value: each, label: t("days.last", { days: each }) }))}
            onChange={(next) => navigate({ to: "/", search: { days: next === 30 ? undefined : String(next) } })}
          />
        }
      />
      <FreshnessLine />
      <Content home={home} />
    </div>
  );
}

function RangeLine({ range, conversations }: { range: string; conversations: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (
    <>
      {range}
      <span className="home-count">
        {t("conversations", { count: conversations, number: format.number(conversations) })}
      </span>
    </>
  );
}

function Content({
  home,
}: {
  home: ReturnType<typeof useQuery<Awaited<ReturnType<typeof call<typeof routes.getHome>>>>>;
}) {
  if (home.isError && !home.data) return <ErrorState error={home.error} retry={home.refetch} />;
  if (!home.data) return <HomeSkeleton />;
  const { data } = home;
  if (data.conversations === 0 && data.live.todayConversations === 0) {
    return (
      <>
        <FirstSteps facts={data.effectiveness.facts} />
        <LiveStrip initial={data.live} />
      </>
    );
  }
  const ofScore = data.metrics.filter((metric) => metric.weight !== null);
  const weights = ofScore.reduce((sum, metric) => sum + metric.weight!, 0);
  const further = data.metrics.filter((metric) => metric.weight === null);
  return (
    <div className={home.isPlaceholderData ? "home home-stale" : "home"}>
      <ScorePanel home={data} />
      {ofScore.map((metric) => (
        <MetricCard key={metric.key} metric={metric} window={data.window} weights={weights} />
      ))}
      <AdviceList home={data} />
      {further.map((metric) => (
        <MetricCard key={metric.key} metric={metric} window={data.window} weights={weights} />
      ))}
      <LiveStrip initial={data.live} />
    </div>
  );
}

function HomeSkeleton() {
  return (
    <AfterAWhile>
      <div className="home" aria-busy="true">
        <div className="panel score">
          <Skeleton active paragraph={{ rows: 7 }} />
        </div>
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <div key={key} className="panel metric">
            <Skeleton active paragraph={{ rows: 2 }} />
          </div>
        ))}
      </div>
    </AfterAWhile>
  );
}
