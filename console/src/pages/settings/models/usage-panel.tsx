import { useQuery } from "@tanstack/react-query";
import { Segmented, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { usageQuery } from "./models-query.ts";
import { listUsageDays, sumUsage, type UsageMeasure, usageMeasures } from "./usage-days.ts";

const days = 30;

/** What the models were asked, what that took and cost, and what became of the answers. */
export function UsagePanel() {
  const { t } = useTranslation("models");
  const usage = useQuery(usageQuery(days));
  const [measure, setMeasure] = useState<UsageMeasure>("tokens");
  const [view, setView] = useState<"chart" | "table">("chart");
  const say = useSayUsage();
  if (usage.isError && !usage.data) return <ErrorState error={usage.error} retry={usage.refetch} />;
  if (!usage.data) return null;
  const sum = sumUsage(usage.data.days);
  const rows = listUsageDays(usage.data);
  const asked = sum.used + sum.declined + sum.rejected;
  return (
    <section className="panel" aria-label={t("usage.title")}>
      <div className="section-head">
        <h2 className="panel-title">{t("usage.title")}</h2>
        {sum.calls > 0 && (
          <Segmented
            aria-label={t("usage.view")}
            value={view}
            options={(["chart", "table"] as const).map((value) => ({ value, label: t(`usage.${value}`) }))}
            onChange={setView}
          />
        )}
      </div>
      {sum.calls === 0 ? (
        <EmptyState isSmall title={t("usage.none")} why={t("usage.noneWhy")} />
      ) : (
        <>
          <div className="models-sums" role="radiogroup" aria-label={t("usage.measure")}>
            {usageMeasures.map((one) => (
              <label key={one} className="models-sum">
                <input
                  type="radio"
                  name="models-measure"
                  className="visually-hidden"
                  checked={one === measure}
                  onChange={() => setMeasure(one)}
                />
                <span>{t(`usage.${one}`)}</span>
                <strong>{say(one, sum[one])}</strong>
              </label>
            ))}
          </div>
          {view === "chart" ? <Bars rows={rows} measure={measure} /> : <Days rows={rows} />}
          {asked > 0 && (
            <p className="models-fate">
              {t("usage.fate", { asked, used: sum.used, declined: sum.declined, rejected: sum.rejected })}
            </p>
          )}
          {sum.estimatedCalls > 0 && (
            <p className="models-fate">{t("usage.estimated", { calls: sum.estimatedCalls })}</p>
          )}
          <Failures failures={usage.data.failures} />
        </>
      )}
    </section>
  );
}

function useSayUsage() {
  const format = useFormat();
  return (measure: UsageMeasure, value: number) =>
    format.number(value, measure === "cost" ? (value > 0 && value < 10 ? 4 : 2) : 0);
}

type Rows = ReturnType<typeof listUsageDays>;

/** Answers below, embeddings above; told apart by place and by pattern as well as by colour. */
function Bars({ rows, measure }: { rows: Rows; measure: UsageMeasure }) {
  const { t } = useTranslation("models");
  const format = useFormat();
  const say = useSayUsage();
  const top = Math.max(...rows.map(({ chat, embedding }) => chat[measure] + embedding[measure]));
  const share = (value: number) => (top === 0 ? 0 : (value / top) * 100);
  return (
    <figure className="models-chart">
      <div className="models-bars" role="img" aria-label={t("usage.of", { name: t(`usage.${measure}`) })}>
        <span className="models-top">{say(measure, top)}</span>
        {rows.map(({ day, chat, embedding }) => (
          <span
            key={day}
            className="models-bar"
            title={`${format.day(day)}\n${t("usage.chat")} ${say(measure, chat[measure])}\n${t("usage.embedding")} ${say(measure, embedding[measure])}`}
          >
            <i className="models-part models-part-embedding" style={{ height: `${share(embedding[measure])}%` }} />
            <i className="models-part models-part-chat" style={{ height: `${share(chat[measure])}%` }} />
          </span>
        ))}
      </div>
      <figcaption>
        <span>{format.day(rows[0]!.day)}</span>
        <span className="models-legend">
          <i className="models-part-chat" /> {t("usage.chat")}
          <i className="models-part-embedding" /> {t("usage.embedding")}
        </span>
        <span>{format.day(rows.at(-1)!.day)}</span>
      </figcaption>
    </figure>
  );
}

function Days({ rows }: { rows: Rows }) {
  const { t } = useTranslation("models");
  const format = useFormat();
  const say = useSayUsage();
  const column = (kind: "chat" | "embedding", measure: UsageMeasure) => ({
    title: t(`usage.${measure}`),
    align: "right" as const,
    render: (_: unknown, row: Rows[number]) => say(measure, row[kind][measure]),
  });
  return (
    <Table
      size="small"
      rowKey="day"
      pagination={false}
      scroll={{ x: "max-content", y: 320 }}
      dataSource={rows.filter(({ chat, embedding }) => chat.calls + embedding.calls > 0).toReversed()}
      columns={[
        { title: t("usage.day"), render: (_, { day }) => format.day(day) },
        ...(["chat", "embedding"] as const).map((kind) => ({
          title: t(`usage.${kind}`),
          children: usageMeasures.map((measure) => column(kind, measure)),
        })),
      ]}
    />
  );
}

function Failures({
  failures,
}: {
  failures: readonly { kind: "chat" | "embedding"; at: string; problem: string; detail: string }[];
}) {
  const { t } = useTranslation("models");
  const format = useFormat();
  if (failures.length === 0) return null;
  return (
    <ul className="models-failures">
      {failures.map(({ kind, at, problem, detail }) => (
        <li key={kind}>
          {t("usage.lastFailure", { kind: t(`usage.${kind}`), time: format.time(at) })}{" "}
          {t(`problem.${problem as "other"}`)}
          {detail && <small>{detail}</small>}
        </li>
      ))}
    </ul>
  );
}
