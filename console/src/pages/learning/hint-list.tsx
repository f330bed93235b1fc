import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { type HintSource, hintSources, type LearningHint } from "@yingda/contract/routes/learning";
import { Button, Pagination, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useLearningChange } from "./learning-data.ts";

const pageSize = 20;

/** The latest hints, one by one, each with where it comes from; a wrong one can be left out. */
export function HintList() {
  const { t } = useTranslation("learning");
  const search = useSearch({ from: "/shell/knowledge/learning" });
  const navigate = useNavigate({ from: "/knowledge/learning" });
  const source = hintSources.find((one) => one === search.source);
  const page = Math.max(1, Math.floor(Number(search.page)) || 1);
  const hints = useQuery({
    queryKey: ["learning", "hints", source, page],
    queryFn: ({ signal }) => call(routes.listHints, { source, page, pageSize }, signal),
    placeholderData: keepPreviousData,
  });
  if (hints.isError && !hints.data) return <ErrorState error={hints.error} retry={hints.refetch} />;
  if (!hints.data || (hints.data.total === 0 && !source)) return null;
  return (
    <section className="panel">
      <h2 className="panel-title learning-runs-title">
        {t("came.list")}
        <Select<HintSource | "all">
          size="small"
          className="learning-filter"
          aria-label={t("came.filter")}
          value={source ?? "all"}
          options={[
            { value: "all" as const, label: t("came.all") },
            ...hintSources.map((value) => ({ value, label: t(`source.${value}`) })),
          ]}
          onChange={(value) => navigate({ search: { source: value === "all" ? undefined : value } })}
        />
      </h2>
      <ul className="hint-list">
        {hints.data.items.map((hint) => (
          <HintRow key={hint.hintId} hint={hint} />
        ))}
      </ul>
      {hints.data.total > pageSize && (
        <Pagination
          size="small"
          simple
          current={page}
          total={hints.data.total}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={(next) => navigate({ search: { source, page: next === 1 ? undefined : String(next) } })}
        />
      )}
    </section>
  );
}

function HintRow({ hint }: { hint: LearningHint }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const drop = useLearningChange((hintId: string) => call(routes.reviewHint, { hintId, decision: "drop" }));
  const question = hint.entry?.question ?? "";
  const meaning =
    hint.verdict === "not"
      ? t("came.not", { question })
      : hint.entry
        ? t("came.means", { question })
        : t("came.meansNothing");
  return (
    <li className={hint.isDropped ? "hint-row hint-row-dropped" : "hint-row"}>
      <span className="hint-text">{hint.text}</span>
      <span className="hint-meaning">{meaning}</span>
      <span className="hint-facts">
        {t(`source.${hint.source}`)}
        <time dateTime={hint.at}>{format.time(hint.at)}</time>
        {hint.conversationId && (
          <Link
            to="/conversations/$conversationId"
            params={{ conversationId: hint.conversationId }}
            search={{ seqs: hint.askedSeq ? String(hint.askedSeq) : undefined }}
          >
            {t("came.open")}
          </Link>
        )}
        {hint.isDropped ? (
          <span>{t("came.dropped")}</span>
        ) : (
          <Button
            type="text"
            size="small"
            loading={drop.isPending}
            aria-label={t("came.dropTitle", { text: hint.text })}
            onClick={() => drop.mutate(hint.hintId)}
          >
            {t("came.drop")}
          </Button>
        )}
      </span>
    </li>
  );
}
