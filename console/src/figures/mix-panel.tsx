import { Skeleton, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { AfterAWhile, ErrorState } from "../ui/states.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { WhyLink } from "./metric-card.tsx";
import { useFigureWords } from "./use-figure-words.ts";
import { useFigures } from "./use-figures.ts";

/** `tone`: how it is drawn; each is told apart by place, word and pattern as well. */
export type Share = { metric: string; name: string; tone: "strong" | "medium" | "soft" | "waiting" | "late" };

/** Shares that add up to one, as one bar and as a list; what a share is made of stands beside it. */
export function MixPanel({ title, shares }: { title: string; shares: readonly Share[] }) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const answer = useFigures({ metrics: shares.map(({ metric }) => metric) });
  const parts = shares.map((share) => ({ ...share, pair: answer.data?.total.get(share.metric) }));
  const isEmpty = parts.every(({ pair }) => pair?.now.value == null);
  return (
    <section className="panel figures-mix" aria-label={title}>
      <h2 className="panel-title">{title}</h2>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 3 }} />
        </AfterAWhile>
      )}
      {answer.data && isEmpty && (
        <p className="figures-nothing">{t(answer.data.unfit.length > 0 ? "card.unfit" : "trend.nothing")}</p>
      )}
      {answer.data && !isEmpty && (
        <div className={answer.isPlaceholderData ? "figures-stale" : undefined}>
          <div className="mix-bar" aria-hidden="true">
            {parts.map(({ metric, tone, pair }) =>
              pair?.now.value ? (
                <span key={metric} className={`mix-part mix-${tone}`} style={{ flexGrow: pair.now.value }}>
                  {pair.now.value >= 0.08 && say.value(pair.now, "ratio")}
                </span>
              ) : null,
            )}
          </div>
          <ul className="mix-list">
            {parts.map(({ metric, name, tone, pair }) => (
              <li key={metric}>
                <i className={`mix-${tone}`} aria-hidden="true" />
                {pair ? (
                  <Tooltip title={say.parts(pair.now, "ratio")}>
                    <span>
                      <WhyLink metric={metric}>{name}</WhyLink>
                    </span>
                  </Tooltip>
                ) : (
                  name
                )}
                <strong>{pair ? say.value(pair.now, "ratio") : "—"}</strong>
                {pair && (
                  <ChangeMark now={pair.now} before={pair.before} words={answer.data.words.get(metric)!} isShort />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
