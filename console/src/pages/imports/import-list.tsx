import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { importsQuery } from "./imports-data.ts";
import { StateMark } from "./state-mark.tsx";

type Listed = ReplyOf<typeof routes.listLogImports>["items"][number];

export function ImportList() {
  const { t } = useTranslation("imports");
  const imports = useQuery(importsQuery);
  return (
    <section className="panel log-list">
      <h2 className="panel-title">{t("list.title")}</h2>
      {imports.isError && !imports.data && <ErrorState error={imports.error} retry={imports.refetch} />}
      {imports.isPending && (
        <AfterAWhile>
          <Skeleton active title={false} paragraph={{ rows: 3 }} />
        </AfterAWhile>
      )}
      {imports.data?.items.length === 0 && <EmptyState isSmall title={t("list.none")} why={t("list.noneWhy")} />}
      <ul>
        {imports.data?.items.map((each) => (
          <li key={each.id}>
            <ListedImport each={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ListedImport({ each }: { each: Listed }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { conversations, bad } = each.counts;
  return (
    <Link
      to="/imports"
      search={{ import: each.id }}
      className="log-listed"
      aria-label={t("list.open", { name: each.fileName })}
    >
      <span className="log-listed-name">{each.fileName}</span>
      <StateMark state={each.state} />
      <span className="log-listed-count">
        {each.state !== "mapping" &&
          t("list.conversations", { count: conversations, number: format.number(conversations) })}
        {bad > 0 && <small>{t("list.bad", { count: bad, number: format.number(bad) })}</small>}
      </span>
      <time dateTime={each.createdAt}>{format.time(each.createdAt)}</time>
    </Link>
  );
}
