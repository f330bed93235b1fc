import { InputNumber, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FaultLine } from "./fault-line.tsx";
import type { RulesProps } from "./rules.ts";

const numbers = [
  { name: "connectSeconds", unit: "seconds", min: 1, max: 3600 },
  { name: "unansweredSeconds", unit: "seconds", min: 10, max: 86_400 },
  { name: "returnHours", unit: "hours", min: 1, max: 720 },
] as const;

const halfHours = Array.from({ length: 49 }, (_, half) => {
  const value = `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;
  return { value, label: value };
});
/** "08:00:00" is shown as people write it. */
const short = (time: string) => time.replace(/^(\d\d:\d\d):00$/, "$1");

/** When something is in time, and when one is judged at all. */
export function LimitsPanel({ rules, faultAt, change }: RulesProps) {
  const { t } = useTranslation("measures");
  const id = useId();
  const { examHours } = rules;
  return (
    <section className="panel rules">
      <h2 className="panel-title">{t("limits.title")}</h2>
      <p className="panel-lead">{t("limits.lead")}</p>
      {numbers.map(({ name, unit, min, max }) => (
        <div key={name} className="rule">
          <label htmlFor={`${id}-${name}`}>{t(`name.${name}`)}</label>
          <span className="rule-value">
            <InputNumber
              id={`${id}-${name}`}
              min={min}
              max={max}
              precision={0}
              value={rules[name]}
              onChange={(value) => value !== null && change({ ...rules, [name]: value })}
            />
            {t(`limits.${unit}`)}
          </span>
          <span className="rule-hint">{t(`limits.${name}`, { seconds: rules.connectSeconds })}</span>
        </div>
      ))}
      <div className="rule">
        <span>{t("name.examHours")}</span>
        <span className="rule-value">
          <Select
            showSearch
            aria-label={t("limits.from")}
            options={halfHours.slice(0, -1)}
            value={short(examHours.from)}
            onChange={(from) => change({ ...rules, examHours: { ...examHours, from: `${from}:00` } })}
          />
          {t("limits.to")}
          <Select
            showSearch
            aria-label={t("limits.until")}
            options={halfHours.slice(1)}
            value={short(examHours.to)}
            onChange={(to) => change({ ...rules, examHours: { ...examHours, to: `${to}:00` } })}
          />
        </span>
        <FaultLine code={faultAt(["examHours"])} />
        <span className="rule-hint">{t("limits.examHours")}</span>
      </div>
      <p className="rule-hint">{t("limits.elsewhere")}</p>
    </section>
  );
}
