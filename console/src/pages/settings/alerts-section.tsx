import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { AlertRule } from "@yingda/contract/routes/alerts";
import { Button, Popconfirm, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAlertWords } from "../../alerts/alert-words.ts";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import { useShowError } from "../../ui/error-words.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { AlertHistory } from "./alert-history.tsx";
import { MailNeeded } from "./mail-needed.tsx";
import { RuleDialog } from "./rule-dialog.tsx";

export const rulesKey = ["alert-rules"];
const refreshMs = 30_000;
export type RuleList = ReplyOf<typeof routes.listAlertRules>;

export function AlertsSection() {
  const { t } = useTranslation("alerts");
  const can = useCan();
  const [edited, setEdited] = useState<AlertRule | "new" | null>(null);
  const rules = useQuery({
    queryKey: rulesKey,
    queryFn: ({ signal }) => call(routes.listAlertRules, {}, signal),
    refetchInterval: refreshMs,
  });
  const { data } = rules;
  const mayEdit = can("settings.edit");
  const add = mayEdit && (
    <Button type="primary" icon={<PlusIcon />} disabled={!data} onClick={() => setEdited("new")}>
      {t("add")}
    </Button>
  );
  return (
    <div className="stack">
      <section className="panel">
        <header className="section-head">
          <div>
            <h2 className="panel-title">{t("title")}</h2>
            <p className="panel-lead">{t("lead")}</p>
          </div>
          {data && data.items.length > 0 && add}
        </header>
        {mayEdit && data && !data.isMailSetUp && data.items.some(({ recipients }) => recipients.length > 0) && (
          <MailNeeded />
        )}
        {rules.isPending && (
          <AfterAWhile>
            <Skeleton active />
          </AfterAWhile>
        )}
        {rules.isError && !data && <ErrorState error={rules.error} retry={rules.refetch} />}
        {data?.items.length === 0 && <EmptyState title={t("none")} why={t("noneWhy")} action={add} />}
        <ul className="report-list">
          {data?.items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} list={data} edit={mayEdit ? () => setEdited(rule) : null} />
          ))}
        </ul>
      </section>
      <AlertHistory />
      {edited && data && (
        <RuleDialog rule={edited === "new" ? null : edited} list={data} close={() => setEdited(null)} />
      )}
    </div>
  );
}

function RuleRow({ rule, list, edit }: { rule: AlertRule; list: RuleList; edit: (() => void) | null }) {
  const { t } = useTranslation(["alerts", "common"]);
  const format = useFormat();
  const words = useAlertWords();
  const client = useQueryClient();
  const showError = useShowError();
  const remove = useMutation({
    mutationFn: () => call(routes.deleteAlertRule, { ruleId: rule.id }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => showError(error),
  });
  const metric = list.choices.find(({ key }) => key === rule.metric);
  if (!metric) return null;
  const state = !rule.isOn ? "off" : rule.checkedAt === null ? "unchecked" : rule.state;
  const told = [
    rule.recipients.length > 0 && t("mailTo", { number: format.number(rule.recipients.length) }),
    rule.isShown && t("inConsole"),
  ].filter(Boolean);
  return (
    <li className="report-row">
      <div className="report-words">
        <strong>{words.sayRule(metric, rule.condition, rule.windowDays)}</strong>
        <span>
          <span className={`rule-state rule-state-${state}`}>{t(`state.${state}`)}</span>
          {rule.isOn && rule.checkedAt !== null && (
            <> · {t("lastValue", { value: format.value(rule.lastValue, metric.unit) })}</>
          )}
        </span>
        <small>{told.join(" · ")}</small>
      </div>
      {edit && (
        <div className="report-acts">
          <Button type="text" size="small" onClick={edit}>
            {t("common:action.edit")}
          </Button>
          <Popconfirm
            title={t("deleteTitle")}
            description={t("deleteBody")}
            okText={t("common:action.delete")}
            okButtonProps={{ danger: true }}
            onConfirm={() => remove.mutateAsync().catch(() => {})}
          >
            <Button type="text" size="small" danger>
              {t("common:action.delete")}
            </Button>
          </Popconfirm>
        </div>
      )}
    </li>
  );
}
