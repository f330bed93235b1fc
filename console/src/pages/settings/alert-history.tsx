import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { Alert } from "@yingda/contract/routes/alerts";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { useAlertWords } from "../../alerts/alert-words.ts";
import { DiagnosisLink } from "../../alerts/diagnosis-link.tsx";
import { call } from "../../api.ts";
import { EmptyState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";

const refreshMs = 60_000;

export function AlertHistory() {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const words = useAlertWords();
  const { data } = useQuery({
    queryKey: ["alerts", "all"],
    queryFn: ({ signal }) => call(routes.listAlerts, { scope: "all", limit: 200 }, signal),
    refetchInterval: refreshMs,
  });
  if (!data) return null;
  return (
    <section className="panel">
      <h2 className="panel-title">{t("history")}</h2>
      {data.items.length === 0 ? (
        <EmptyState isSmall title={t("historyNone")} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
          scroll={{ x: 680 }}
          dataSource={data.items}
          columns={[
            { title: t("column.when"), width: 120, render: (_, alert) => format.time(alert.firedAt) },
            {
              title: t("column.what"),
              render: (_, alert) => (
                <div className="alert-what">
                  <span>{words.sayAlert(alert)}</span>
                  <small>{besides(alert)}</small>
                </div>
              ),
            },
            {
              title: t("column.now"),
              width: 150,
              render: (_, { recoveredAt }) =>
                recoveredAt ? (
                  t("recovered", { time: format.time(recoveredAt) })
                ) : (
                  <b className="alert-open">{t("open")}</b>
                ),
            },
            { title: "", width: 110, render: (_, alert) => <DiagnosisLink alert={alert} /> },
          ]}
        />
      )}
    </section>
  );

  function besides({ metric, numerator, denominator, previous, peerMedian }: Alert) {
    return [
      denominator === null ? null : `${format.number(numerator)} ÷ ${format.number(denominator)}`,
      previous === null ? null : t("previous", { value: format.value(previous, metric.unit) }),
      peerMedian === null ? null : t("peers", { value: format.value(peerMedian, metric.unit) }),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  }
}
