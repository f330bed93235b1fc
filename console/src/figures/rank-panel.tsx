import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { AfterAWhile, ErrorState } from "../ui/states.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { WhyLink } from "./metric-card.tsx";
import { useFigureWords } from "./use-figure-words.ts";
import { useFigures } from "./use-figures.ts";

/** Shares that need not add up to one, largest first: bars from zero, each leading to who and what is behind it. */
export function RankPanel(props: {
  title: string;
  note?: string;
  shares: readonly { metric: string; name: string }[];
}) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const answer = useFigures({ metrics: props.shares.map(({ metric }) => metric) });
  const rows = props.shares
    .map((share) => ({ ...share, pair: answer.data?.total.get(share.metric) }))
    .filter(({ pair }) => pair && pair.now.value !== null)
    .sort((a, b) => b.pair!.now.value! - a.pair!.now.value!);
  return (
    <section className="panel figures-mix" aria-label={props.title}>
      <h2 className="panel-title">{props.title}</h2>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 3 }} />
        </AfterAWhile>
      )}
      {answer.data && rows.length === 0 && (
        <p className="figures-nothing">{t(answer.data.unfit.length > 0 ? "card.unfit" : "trend.nothing")}</p>
      )}
      <ul className={answer.isPlaceholderData ? "rank figures-stale" : "rank"}>
        {rows.map(({ metric, name, pair }) => (
          <li key={metric}>
            <span className="rank-name">
              <WhyLink metric={metric}>{name}</WhyLink>
            </span>
            <span className="rank-bar" aria-hidden="true">
              <span style={{ width: `${(pair!.now.value! * 100).toFixed(1)}%` }} />
            </span>
            <span className="rank-value">
              <strong>{say.value(pair!.now, "ratio")}</strong>
              <small>{say.parts(pair!.now, "ratio")}</small>
            </span>
            <span className="rank-change">
              <ChangeMark now={pair!.now} before={pair!.before} words={answer.data!.words.get(metric)!} isShort />
            </span>
          </li>
        ))}
      </ul>
      {props.note && rows.length > 0 && <p className="figures-note">{props.note}</p>}
    </section>
  );
}
