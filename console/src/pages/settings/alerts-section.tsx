import { useQuery } from "@tanstack/react-query";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { AlertRule } from "@yingda/contract/routes/alerts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAlertWords } from "../../alerts/alert-words.ts";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import { useFormat } from "../../ui/use-format.ts";
import { AlertHistory } from "./alert-history.tsx";
import { EditAndDelete } from "./edit-and-delete.tsx";
import { ListPanel } from "./list-panel.tsx";
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
  const words = {
    title: t("title"),
    lead: t("lead"),
    add: t("add"),
    none: t("none"),
    noneWhy: t("noneWhy"),
  };
  const isMailMissing = data && !data.isMailSetUp && data.items.some(({ recipients }) => recipients.length > 0);
  return (
    <div className="stack">
      <ListPanel
        words={words}
        query={rules}
        isEmpty={data?.items.length === 0}
        add={mayEdit ? () => setEdited("new") : null}
        notice={mayEdit && isMailMissing && <MailNeeded />}
      >
        <ul className="report-list">
          {data?.items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} list={data} edit={mayEdit ? () => setEdited(rule) : null} />
          ))}
        </ul>
      </ListPanel>
      <AlertHistory />
      {edited && data && (
        <RuleDialog rule={edited === "new" ? null : edited} list={data} close={() => setEdited(null)} />
      )}
    </div>
  );
}

function RuleRow({ rule, list, edit }: { rule: AlertRule; list: RuleList; edit: (() => void) | null }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const words = useAlertWords();
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
          <EditAndDelete
            edit={edit}
            remove={() => call(routes.deleteAlertRule, { ruleId: rule.id })}
            question={{ title: t("deleteTitle"), body: t("deleteBody") }}
          />
        </div>
      )}
    </li>
  );
}
