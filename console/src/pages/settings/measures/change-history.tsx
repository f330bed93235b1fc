import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MeasureRules } from "@yingda/contract/measure-rules";
import { routes } from "@yingda/contract/routes";
import type { MeasureChange } from "@yingda/contract/routes/measure-settings";
import { Pagination } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api.ts";
import { ErrorState } from "../../../ui/states.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useChangeWords } from "./change-words.ts";

const pageSize = 10;

/** Who changed what, when, from what to what; the latest first. `rules` are those in force. */
export function ChangeHistory({ rules }: { rules: MeasureRules }) {
  const { t } = useTranslation("measures");
  const [page, setPage] = useState(1);
  const history = useQuery({
    queryKey: ["measure-changes", page],
    queryFn: ({ signal }) => call(routes.listMeasureChanges, { page, pageSize }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = history;
  return (
    <section className="panel" aria-label={t("history.title")}>
      <h2 className="panel-title">{t("history.title")}</h2>
      <p className="panel-lead">{t("history.lead")}</p>
      {history.isError && !data && <ErrorState error={history.error} retry={history.refetch} />}
      {data?.total === 0 && <p>{t("history.none")}</p>}
      {data && data.total > 0 && (
        <ol className="changes">
          {data.items.map((change) => (
            <ChangeRow key={change.number} change={change} rules={rules} />
          ))}
        </ol>
      )}
      {data && data.total > pageSize && (
        <Pagination
          size="small"
          current={page}
          total={data.total}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  );
}

function ChangeRow({ change, rules }: { change: MeasureChange; rules: MeasureRules }) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const tell = useChangeWords(rules);
  return (
    <li>
      <span className="change-who">
        <time dateTime={change.at}>{format.time(change.at)}</time>
        {change.byName}
      </span>
      <ul>
        {change.names.map((name) => (
          <li key={name}>
            <strong>{t(`name.${name}`)}</strong>
            {tell(name, change.before[name], change.after[name]).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </li>
        ))}
      </ul>
    </li>
  );
}
