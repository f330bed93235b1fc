import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { UnansweredQuestion } from "@yingda/contract/routes/figures";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import { writeFilters } from "../../figures/address.ts";
import { useFigureState } from "../../figures/use-figures.ts";
import { useCan } from "../../session.ts";
import { DownloadTable } from "../../ui/download-table.tsx";
import { AfterAWhile, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { unansweredSheet } from "./unanswered-sheet.ts";

const shown = 10;

/** What customers asked and the bot did not know, most frequent first: each one click from becoming knowledge. */
export function Unanswered() {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const { state } = useFigureState();
  const { from, to } = state.window;
  const input = { from, to, filters: writeFilters(state.filters), limit: limits.pageSize };
  const answer = useQuery({
    queryKey: ["figures", "unanswered", input],
    queryFn: ({ signal }) => call(routes.listUnanswered, input, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const isRefused = answer.error instanceof ApiError && answer.error.code === "invalid_input";
  return (
    <section className="panel figures-breakdown" aria-label={t("bot.unanswered")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("bot.unanswered")}</h2>
        {answer.data && answer.data.total > 0 && (
          <span className="figures-count">
            {t("bot.unansweredCount", {
              count: answer.data.total,
              number: format.number(answer.data.total),
              times: format.number(answer.data.times),
            })}
          </span>
        )}
        {answer.data && answer.data.total > 0 && !isRefused && (
          <span className="figures-panel-tools">
            <DownloadTable
              name={t("bot.unanswered")}
              window={state.window}
              isStale={answer.isPlaceholderData}
              table={() => unansweredSheet(answer.data.items, t, (at) => `${format.dayOf(at)} ${format.hour(at)}`)}
            />
          </span>
        )}
      </header>
      {answer.isError && isRefused && <p className="figures-nothing">{t("card.unfit")}</p>}
      {answer.isError && !isRefused && !answer.data && <ErrorState error={answer.error} retry={answer.refetch} />}
      {answer.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 5 }} />
        </AfterAWhile>
      )}
      {answer.data && !isRefused && (
        <div className={answer.isPlaceholderData ? "figures-stale" : undefined}>
          <Questions items={answer.data.items} />
          {answer.data.total > answer.data.items.length && (
            <p className="figures-note">
              {t("bot.unansweredMore", {
                shown: format.number(answer.data.items.length),
                all: format.number(answer.data.total),
              })}
            </p>
          )}
          {answer.data.isCut && (
            <p className="figures-note">{t("bot.unansweredCut", { number: format.number(answer.data.times) })}</p>
          )}
        </div>
      )}
    </section>
  );
}

function Questions({ items }: { items: UnansweredQuestion[] }) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const can = useCan();
  const { state } = useFigureState();
  const { from, to } = state.window;
  return (
    <Table<UnansweredQuestion>
      size="small"
      rowKey={({ conversationId, seqs }) => `${conversationId} ${seqs[0]}`}
      dataSource={items}
      scroll={{ x: "max-content" }}
      pagination={{ pageSize: shown, hideOnSinglePage: true, showSizeChanger: false, size: "small" }}
      locale={{ emptyText: t("bot.unansweredNone") }}
      columns={[
        {
          title: t("bot.asked"),
          render: (_, { question, conversationId, seqs }) =>
            can("conversations.serve") ? (
              <Link
                className="unanswered-words"
                to="/conversations/$conversationId"
                params={{ conversationId }}
                search={{ seqs: seqs.join(","), metric: "bot.rejection_rate", part: "against", from, to }}
              >
                {question}
              </Link>
            ) : (
              <span className="unanswered-words">{question}</span>
            ),
        },
        { title: t("bot.times"), align: "right", width: 90, render: (_, { times }) => format.number(times) },
        {
          title: t("bot.conversations"),
          align: "right",
          width: 90,
          render: (_, { conversations }) => format.number(conversations),
        },
        { title: t("bot.lastAsked"), align: "right", width: 130, render: (_, { lastAt }) => format.time(lastAt) },
        {
          key: "do",
          align: "right",
          width: 130,
          render: (_, { question }) =>
            can("knowledge.edit") && (
              <Link to="/knowledge" search={{ draft: question.slice(0, limits.questionCharacters) }}>
                <Button size="small">{t("bot.teach")}</Button>
              </Link>
            ),
        },
      ]}
    />
  );
}
