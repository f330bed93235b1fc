import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { MailDelivery } from "@yingda/contract/routes/mailing";
import { App, Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { EmptyState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";

const refreshMs = 10_000;
const key = ["mail-deliveries"];

/** What was sent, what waits, and what a person has to look after. */
export function Deliveries() {
  const { t } = useTranslation("mailing");
  const format = useFormat();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.listDeliveries, {}, signal),
    refetchInterval: refreshMs,
  });
  if (!data) return null;
  return (
    <section className="panel">
      <h2 className="panel-title">{t("deliveries.title")}</h2>
      {data.items.length === 0 ? (
        <EmptyState isSmall title={t("deliveries.none")} why={t("deliveries.noneWhy")} />
      ) : (
        <Table
          size="small"
          rowKey={(one) => one.mailId + one.recipient}
          pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
          scroll={{ x: 720 }}
          dataSource={data.items}
          columns={[
            { title: t("deliveries.at"), width: 120, render: (_, one) => format.time(one.sentAt ?? one.createdAt) },
            { title: t("deliveries.subject"), dataIndex: "subject", ellipsis: true },
            { title: t("deliveries.recipient"), dataIndex: "recipient", width: 190, ellipsis: true },
            { title: t("deliveries.state"), width: 260, render: (_, one) => <State delivery={one} /> },
          ]}
        />
      )}
    </section>
  );
}

function State({ delivery }: { delivery: MailDelivery }) {
  const { t } = useTranslation("mailing");
  const format = useFormat();
  const { state, problem, detail, attempts, nextAttemptAt } = delivery;
  return (
    <div className="delivery">
      <span className={`delivery-state delivery-${state}`}>{t(`state.${state}`)}</span>
      {state === "waiting" && attempts > 0 && (
        <small>{t("retryAt", { attempts, time: format.time(nextAttemptAt) })}</small>
      )}
      {state === "unsure" && <small>{t("unsureHint")}</small>}
      {problem && state !== "unsure" && <small title={detail ?? undefined}>{t(`problem.${problem}`)}</small>}
      {(state === "failed" || state === "unsure") && <Again delivery={delivery} />}
    </div>
  );
}

function Again({ delivery: { mailId, recipient } }: { delivery: MailDelivery }) {
  const { t } = useTranslation("mailing");
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  const again = useMutation({
    mutationFn: () => call(routes.sendAgain, { mailId, recipient }),
    onSuccess: () => {
      message.success(t("deliveries.queued"));
      return client.invalidateQueries({ queryKey: key });
    },
    onError: (error) => showError(error),
  });
  return (
    <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
      {t("deliveries.sendAgain")}
    </Button>
  );
}
