import type { MetricWords } from "@yingda/contract/figures";
import { Pagination } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FigureRow } from "../../../figures/ask.ts";
import { ChangeMark } from "../../../figures/change-mark.tsx";
import { useFigureWords } from "../../../figures/use-figure-words.ts";
import { Sparkline } from "../../../ui/sparkline.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { AgentLink } from "./agent-link.tsx";
import { useAgentTrends } from "./agent-trends.ts";
import { type PeopleMetric, pairOf, turnsOf } from "./person.ts";

const pageSize = 12;
const further: readonly PeopleMetric[] = [
  "human.first_response",
  "human.satisfaction_rate",
  "human.im_dissatisfaction",
  "human.transfer_rate",
  "human.handle_time",
];

type Props = { people: FigureRow[]; rest: FigureRow | null; words: ReadonlyMap<string, MetricWords> };

/** One card for each: what a supervisor looks at before a talk. */
export function PeopleCards({ people, rest, words }: Props) {
  const { t } = useTranslation("figures");
  const loadOf = useLoad();
  const [page, setPage] = useState(1);
  const last = Math.max(1, Math.ceil(people.length / pageSize));
  const at = Math.min(page, last);
  const onScreen = people.slice((at - 1) * pageSize, at * pageSize);
  const trends = useAgentTrends(onScreen.map(({ keys }) => keys[0]!.key!));
  return (
    <>
      <ul className="people-cards">
        {onScreen.map((row) => (
          <PersonCard key={row.id} row={row} words={words} trend={trends.get(row.keys[0]!.key!) ?? []} />
        ))}
      </ul>
      {last > 1 && (
        <Pagination
          className="people-pages"
          size="small"
          current={at}
          total={people.length}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
      {rest && (
        <p className="figures-note">
          {t("people.restNote", { load: loadOf(rest) })} {t("people.restWhy")}
        </p>
      )}
    </>
  );
}

/** How much it was, in words. */
function useLoad() {
  const { t } = useTranslation("figures");
  const format = useFormat();
  return (row: FigureRow) =>
    t("people.load", {
      sessions: format.number(pairOf(row, "human.sessions")?.now.value ?? 0),
      turns: format.number(turnsOf(row)),
    });
}

type CardProps = { row: FigureRow; words: Props["words"]; trend: (number | null)[] };

function PersonCard({ row, words, trend }: CardProps) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const say = useFigureWords();
  const loadOf = useLoad();
  const response = pairOf(row, "human.average_response");
  const responseWords = words.get("human.average_response");
  return (
    <li className="people-card">
      <header>
        <AgentLink row={row} />
        <span>{loadOf(row)}</span>
      </header>
      {response && responseWords && (
        <div className="people-card-main">
          <div>
            <small>{responseWords.name[format.language]}</small>
            <p>
              <strong>{say.value(response.now, "seconds")}</strong>
              <ChangeMark now={response.now} before={response.before} words={responseWords} isShort />
            </p>
            <small>
              {response.now.median !== null &&
                response.now.p90 !== null &&
                t("card.spread", {
                  median: format.duration(response.now.median),
                  p90: format.duration(response.now.p90),
                })}
            </small>
          </div>
          <span className="people-trend">
            <Sparkline values={trend} previous={response.before?.value ?? null} label={t("people.trend")} />
          </span>
        </div>
      )}
      <dl>
        {further.map((key) => {
          const own = words.get(key);
          const pair = pairOf(row, key);
          if (!own || !pair) return null;
          return (
            <div key={key} title={say.parts(pair.now, own.unit)}>
              <dt>{own.name[format.language]}</dt>
              <dd>
                <ChangeMark now={pair.now} before={pair.before} words={own} isShort />
                <span>{say.value(pair.now, own.unit)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}
