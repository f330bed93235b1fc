import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { MailDelivery, MailKind } from "@yingda/contract/routes/mailing";
import { App, Button, Checkbox, Select, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { EmptyState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";

const refreshMs = 10_000;
const key = ["mail-deliveries"];

const kinds: readonly MailKind[] = ["report", "alert", "survey"];

/** What was sent, what waits, and what a person has to look after. */
export function Deliveries() {
  const { t } = useTranslation("mailing");
  const format = useFormat();
  const [wish, setWish] = useState<{ kind?: MailKind; isStuck?: "true" }>({});
  const { data } = useQuery({
    queryKey: [...key, wish],
    queryFn: ({ signal }) => call(routes.listDeliveries, wish, signal),
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
  });
  if (!data) return null;
  const isAll = !wish.kind && !wish.isStuck;
  return (
    <section className="panel">
      <div className="section-head">
        <h2 className="panel-title">{t("deliveries.title")}</h2>
        <div className="delivery-wish">
          <Select<MailKind | "all">
            aria-label={t("deliveries.kind")}
            value={wish.kind ?? "all"}
            onChange={(kind) => setWish({ ...wish, kind: kind === "all" ? undefined : kind })}
            options={[
              { value: "all", label: t("deliveries.all") },
              ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
          />
          <Checkbox
            checked={wish.isStuck === "true"}
            onChange={({ target }) => setWish({ ...wish, isStuck: target.checked ? "true" : undefined })}
          >
            {t("deliveries.stuck")}
          </Checkbox>
        </div>
      </div>
      {data.items.length === 0 ? (
        <EmptyState
          isSmall
          title={isAll ? t("deliveries.none") : t("deliveries.noSuch")}
          why={isAll ? t("deliveries.noneWhy") : t("deliveries.noSuchWhy")}
        />
      ) : (
        <Table
          size="small"
          rowKey={(one) => one.mailId + one.recipient}
          pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
          dataSource={data.items}
          columns={[
            {
              title: t("deliveries.mail"),
              render: (_, { subject, kind, recipient, sentAt, createdAt }) => (
                <div className="delivery-mail">
                  {subject}
                  <small>
                    {t(`kind.${kind}`)} · {recipient} · {format.time(sentAt ?? createdAt)}
                  </small>
                </div>
              ),
            },
            { title: t("deliveries.state"), width: "38%", render: (_, one) => <State delivery={one} /> },
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
