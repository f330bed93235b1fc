import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { SurveyAnswerRow } from "@yingda/contract/routes/surveys";
import { Button, Checkbox, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import type { FigureState } from "../../figures/address.ts";
import { useFigureState } from "../../figures/use-figures.ts";
import { useCan } from "../../session.ts";
import { Stars } from "../../transcript/lines.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";

const pageSize = 20;
const kinds = ["all", "csat", "nps", "ces"] as const;

/** What customers wrote, in their own words; each leads to the conversation it is about. */
export function SurveyAnswers() {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const [kind, setKind] = useState<(typeof kinds)[number]>("all");
  const [isCommented, setIsCommented] = useState(true);
  const { agentId, isPartly } = agentIn(state);
  const asked = {
    ...state.window,
    survey: kind === "all" ? undefined : kind,
    hasComment: isCommented ? ("true" as const) : undefined,
    agentId,
    pageSize,
  };
  const answers = useInfiniteQuery({
    queryKey: ["survey-answers", asked],
    queryFn: ({ pageParam, signal }) => call(routes.listSurveyAnswers, { ...asked, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = answers.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="panel figures-breakdown" aria-label={t("surveys.answers")}>
      <header className="figures-panel-head">
        <h2 className="panel-title">{t("surveys.answers")}</h2>
        <Segmented
          aria-label={t("surveys.kind")}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`surveys.kinds.${value}`) }))}
          onChange={setKind}
        />
        <Checkbox checked={isCommented} onChange={(event) => setIsCommented(event.target.checked)}>
          {t("surveys.onlyCommented")}
        </Checkbox>
      </header>
      {isPartly && <p className="figures-note">{t("surveys.partly")}</p>}
      {answers.isError && !answers.data && <ErrorState error={answers.error} retry={answers.refetch} />}
      {answers.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 5 }} />
        </AfterAWhile>
      )}
      {answers.data && rows.length === 0 && (
        <EmptyState isSmall title={t("surveys.none")} why={isCommented ? t("surveys.noneCommented") : undefined} />
      )}
      <ul className="heard">
        {rows.map((row) => (
          <li key={`${row.conversationId} ${row.survey} ${row.target}`}>
            <Answer row={row} />
          </li>
        ))}
      </ul>
      {answers.hasNextPage && (
        <div className="heard-more">
          <Button loading={answers.isFetchingNextPage} onClick={() => answers.fetchNextPage()}>
            {t("surveys.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Answers know days and agents; any other filter does not reach them, and that is said. */
function agentIn({ filters }: FigureState): { agentId: string | undefined; isPartly: boolean } {
  const agent = filters.find(({ dimension, in: values, not }) => dimension === "agent" && values.length === 1 && !not);
  return { agentId: agent?.in[0] ?? undefined, isPartly: filters.some((one) => one !== agent) };
}

function Answer({ row }: { row: SurveyAnswerRow }) {
  const { t } = useTranslation(["figures", "conversations"]);
  const format = useFormat();
  const can = useCan();
  const who = row.agentName ?? (row.target === "bot" ? t("conversations:transcript.bot") : null);
  const head = (
    <>
      <span className="heard-value">
        {row.survey === "csat" ? (
          <Stars stars={row.value} />
        ) : (
          t("surveys.outOf", {
            survey: t(`surveys.kinds.${row.survey}`),
            value: row.value,
            most: row.survey === "nps" ? 10 : 7,
          })
        )}
      </span>
      <span>{row.customerName}</span>
      {who && <span className="heard-about">{t("surveys.about", { who })}</span>}
      <time dateTime={row.at ?? row.startedAt}>{format.time(row.at ?? row.startedAt)}</time>
    </>
  );
  return (
    <>
      {can("conversations.serve") ? (
        <Link
          to="/conversations/$conversationId"
          params={{ conversationId: row.conversationId }}
          className="heard-head"
        >
          {head}
        </Link>
      ) : (
        <div className="heard-head">{head}</div>
      )}
      {row.comment && <p className="heard-comment">{row.comment}</p>}
      {row.reasons.length > 0 && (
        <p className="heard-reasons">
          {row.reasons.map((reason) => (
            <span key={reason}>{t(`value.reason.${reason}`)}</span>
          ))}
        </p>
      )}
    </>
  );
}
