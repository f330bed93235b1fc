import { Input, Segmented, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CardDeck } from "../../figures/card-deck.tsx";
import { useValueName } from "../../figures/use-dimension-words.ts";
import { useFigureState, useFigures } from "../../figures/use-figures.ts";
import { useSheetWords } from "../../figures/use-sheet-words.ts";
import { SearchIcon } from "../../transcript/icons.tsx";
import { DownloadTable } from "../../ui/download-table.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FigurePage } from "./figure-page.tsx";
import { cardsOf } from "./page-metrics.ts";
import { PeopleCards } from "./people/people-cards.tsx";
import { peopleSheet } from "./people/people-sheet.ts";
import { PeopleTable } from "./people/people-table.tsx";
import { peopleMetrics, peopleOf } from "./people/person.ts";

const agentsAsked = 1000;
type View = "table" | "cards";
const isNarrow = () => matchMedia("(max-width: 640px)").matches;

/** Every agent's facts beside the others': how much, how fast, how well. */
export default function PeoplePage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.people")} lead={t("lead.people")}>
      <CardDeck cards={cardsOf.people} />
      <People />
    </FigurePage>
  );
}

function People() {
  const { t } = useTranslation("figures");
  const valueName = useValueName();
  const { state } = useFigureState();
  const words = useSheetWords();
  const format = useFormat();
  const [view, setView] = useState<View>(isNarrow() ? "cards" : "table");
  const [search, setSearch] = useState("");
  const answer = useFigures({ metrics: [...peopleMetrics], dimensions: ["agent"], limit: agentsAsked });
  const wanted = search.trim().toLowerCase();
  const all = useMemo(() => answer.data && peopleOf(answer.data), [answer.data]);
  const people = useMemo(
    () => all?.agents.filter(({ keys }) => valueName("agent", keys[0]!).toLowerCase().includes(wanted)) ?? [],
    [all, wanted, valueName],
  );
  // Of those found alone there is no whole.
  const sums = all && wanted === "" ? all : null;
  return (
    <section className="panel figures-breakdown" aria-label={t("people.title")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("people.title")}</h2>
        <Input
          allowClear
          className="people-search"
          prefix={<SearchIcon size={15} />}
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="figures-panel-tools">
          {answer.data && people.length > 0 && view === "table" && (
            <DownloadTable
              name={t("people.title")}
              window={state.window}
              isStale={answer.isPlaceholderData}
              table={() => peopleSheet(people, sums, answer.data.words, words)}
            />
          )}
          <Segmented<View>
            aria-label={t("people.view")}
            value={view}
            options={[
              { value: "table", label: t("people.table") },
              { value: "cards", label: t("people.cards") },
            ]}
            onChange={setView}
          />
        </span>
      </header>
      {answer.isError && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 6 }} />
        </AfterAWhile>
      )}
      {answer.data && people.length === 0 && (
        <EmptyState
          isSmall
          title={t(search ? "people.notFound" : "trend.nothing")}
          why={search ? undefined : t("people.nobodyWhy")}
        />
      )}
      {answer.data && people.length > 0 && (
        <div className={answer.isPlaceholderData ? "figures-stale" : undefined}>
          {view === "table" ? (
            <PeopleTable people={people} sums={sums} words={answer.data.words} />
          ) : (
            <PeopleCards people={people} rest={sums?.rest ?? null} words={answer.data.words} />
          )}
          {answer.data.rowCount > answer.data.rows.length && (
            <p className="figures-note">
              {t("table.cut", {
                shown: format.number(answer.data.rows.length),
                all: format.number(answer.data.rowCount),
              })}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
