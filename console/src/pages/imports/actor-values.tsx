import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type Draft, type Fields, fieldOf, kindOf, kinds, setKind } from "./mapping.ts";

type Props = { fields: Fields; draft: Draft; change: (draft: Draft) => void };

/** Whom each value of the chosen field stands for. */
export function ActorValues({ fields, draft, change }: Props) {
  const { t } = useTranslation("imports");
  const field = fieldOf("actor", fields, draft);
  if (!field) return null;
  const isFew = field.values.length > 0;
  return (
    <fieldset className="log-actors">
      <legend>{t(isFew ? "actors.lead" : "actors.manyLead", { field: field.name })}</legend>
      {isFew
        ? field.values.map((value) => (
            <div key={value} className="log-actor">
              <code>{value}</code>
              <Segmented
                size="small"
                aria-label={value}
                options={[...kinds, "none" as const].map((kind) => ({ value: kind, label: t(`actors.${kind}`) }))}
                value={kindOf(draft, value)}
                onChange={(kind) => change(setKind(draft, value, kind))}
              />
            </div>
          ))
        : kinds.map((kind) => (
            <div key={kind} className="log-actor">
              <span className="log-actor-kind">{t(`actors.${kind}`)}</span>
              <Select
                mode="tags"
                aria-label={t(`actors.${kind}`)}
                tokenSeparators={[",", "，"]}
                open={false}
                suffixIcon={null}
                value={draft.actors?.[kind] ?? []}
                onChange={(values: string[]) =>
                  change({ ...draft, actors: { customer: [], agent: [], bot: [], ...draft.actors, [kind]: values } })
                }
              />
            </div>
          ))}
      {!draft.actors?.customer.length && <p className="log-need">{t("actors.needCustomer")}</p>}
      {!draft.actors?.agent.length && <p className="log-need">{t("actors.needAgent")}</p>}
    </fieldset>
  );
}
