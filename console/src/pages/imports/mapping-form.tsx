import { Input, Segmented, Select } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import { ActorValues } from "./actor-values.tsx";
import {
  type Draft,
  type Fields,
  fieldOf,
  fieldsFor,
  listsIn,
  type Place,
  required,
  setList,
  setPlace,
} from "./mapping.ts";

type Props = { fields: Fields; draft: Draft; change: (draft: Draft) => void };

/** The usual order of a table's columns; what is rarely there comes last. */
const first = ["conversation", "actor", "text", "time", "agent", "customer", "rating"] as const;
const rest = ["channel", "intent", "product", "region", "closed", "event", "order"] as const;
const hinted = new Set<string>(["time", "agent", "rating", "closed", "event", "order"]);
const zones = Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value }));

export function MappingForm({ fields, draft, change }: Props) {
  const { t } = useTranslation("imports");
  const { timeZone } = useFormat();
  const place = (name: Place) => <PlaceRow key={name} place={name} fields={fields} draft={draft} change={change} />;
  return (
    <section className="panel log-form">
      <h2 className="panel-title">{t("form.title")}</h2>
      <p className="log-form-lead">{t("form.lead")}</p>
      <Shape fields={fields} draft={draft} change={change} />
      {first.slice(0, 2).map(place)}
      <ActorValues fields={fields} draft={draft} change={change} />
      {first.slice(2).map(place)}
      <details className="log-more" open={rest.some((name) => draft[name])}>
        <summary>{t("form.more")}</summary>
        {rest.map(place)}
        {draft.time && (
          <Row label={t("place.timeZone")} hint={t("placeHint.timeZone")}>
            {(id) => (
              <Select
                id={id}
                showSearch
                allowClear
                options={zones}
                placeholder={timeZone}
                value={draft.timeZone}
                onChange={(chosen?: string) => change({ ...draft, timeZone: chosen })}
              />
            )}
          </Row>
        )}
        <Row label={t("place.source")} hint={t("placeHint.source")}>
          {(id) => (
            <Input
              id={id}
              maxLength={80}
              value={draft.source}
              onChange={(event) => change({ ...draft, source: event.target.value })}
            />
          )}
        </Row>
      </details>
    </section>
  );
}

/** Asked only where the file has both: lines with lists of messages inside. */
function Shape({ fields, draft, change }: Props) {
  const { t } = useTranslation("imports");
  const lists = listsIn(fields);
  if (lists.length === 0) return null;
  const list = draft.messages ?? lists[0]!;
  return (
    <Row label={t("shape.title")} hint={draft.messages ? t("shape.hint", { list }) : undefined}>
      {() => (
        <>
          <Segmented
            options={[
              { value: "conversation", label: t("shape.conversation") },
              { value: "message", label: t("shape.message") },
            ]}
            value={draft.messages ? "conversation" : "message"}
            onChange={(shape) => change(setList(draft, shape === "conversation" ? list : undefined, fields))}
          />
          {draft.messages && lists.length > 1 && (
            <Select
              options={lists.map((value) => ({ value, label: value }))}
              value={list}
              onChange={(chosen) => change(setList(draft, chosen, fields))}
            />
          )}
        </>
      )}
    </Row>
  );
}

function PlaceRow({ place, fields, draft, change }: Props & { place: Place }) {
  const { t } = useTranslation("imports");
  const isRequired = required.includes(place);
  const field = fieldOf(place, fields, draft);
  const hint = field?.example
    ? t("form.example", { example: field.example })
    : hinted.has(place)
      ? t(`placeHint.${place as "time" | "agent" | "rating" | "closed" | "event" | "order"}`)
      : undefined;
  return (
    <Row label={t(`place.${place}`)} hint={hint} isRequired={isRequired}>
      {(id) => (
        <Select
          id={id}
          showSearch
          allowClear={!isRequired}
          status={isRequired && !draft[place] ? "warning" : undefined}
          placeholder={isRequired ? t("form.required") : t("form.unset")}
          notFoundContent={t("form.noField")}
          popupMatchSelectWidth={320}
          options={fieldsFor(place, fields, draft).map(({ name, example }) => ({ value: name, label: name, example }))}
          optionRender={({ data }) => (
            <span className="log-option">
              {data.label}
              <small>{data.example}</small>
            </span>
          )}
          value={draft[place]}
          onChange={(name?: string) => change(setPlace(draft, place, name, fields))}
        />
      )}
    </Row>
  );
}

type RowProps = { label: string; hint?: string; isRequired?: boolean; children: (id: string) => ReactNode };

function Row({ label, hint, isRequired, children }: RowProps) {
  const id = useId();
  return (
    <div className="log-row">
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className="log-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <div className="log-row-field">
        {children(id)}
        {hint && (
          <small className="log-hint" title={hint}>
            {hint}
          </small>
        )}
      </div>
    </div>
  );
}
