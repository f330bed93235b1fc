import { type Holiday, weekdays } from "@yingda/contract/service-hours";
import { AutoComplete, Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { CrossIcon } from "../../../transcript/icons.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { holidayNames } from "./chinese-holidays.ts";
import { HolidayAdder } from "./holiday-adder.tsx";
import { Periods } from "./periods.tsx";

type Props = {
  holidays: Holiday[];
  faultsOf: (path: (string | number)[]) => ReadonlyMap<number, string>;
  /** The fault of the row itself. */
  faultAt: (path: (string | number)[]) => string | null;
  change: (holidays: Holiday[]) => void;
};

/** Days that are not like the week: those to come, and folded away those that have been. */
export function HolidayEditor({ holidays, faultsOf, faultAt, change }: Props) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const today = format.dayOf(new Date());
  const rows = holidays.map((holiday, i) => ({ holiday, i })).sort((a, b) => (a.holiday.day < b.holiday.day ? -1 : 1));
  const row = ({ holiday, i }: (typeof rows)[number]) => (
    <HolidayRow
      key={holiday.day}
      holiday={holiday}
      faults={faultsOf(["holidays", i, "periods"])}
      isNameless={faultAt(["holidays", i, "name"]) !== null}
      change={(next) => change(holidays.map((one, n) => (n === i ? next : one)))}
      remove={() => change(holidays.filter((_, n) => n !== i))}
    />
  );
  const past = rows.filter(({ holiday }) => holiday.day < today);
  const coming = rows.filter(({ holiday }) => holiday.day >= today);
  return (
    <>
      {rows.length === 0 && <p className="holidays-none">{t("holiday.none")}</p>}
      {coming.length > 0 && <ul className="holidays">{coming.map(row)}</ul>}
      {past.length > 0 && (
        <details className="holidays-past" open={coming.length === 0}>
          <summary>{t("holiday.past", { count: past.length })}</summary>
          <ul className="holidays">{past.map(row)}</ul>
        </details>
      )}
      <HolidayAdder holidays={holidays} change={change} />
    </>
  );
}

type RowProps = {
  holiday: Holiday;
  faults: ReadonlyMap<number, string>;
  isNameless: boolean;
  change: (holiday: Holiday) => void;
  remove: () => void;
};

function HolidayRow({ holiday, faults, isNameless, change, remove }: RowProps) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const day = format.day(holiday.day);
  const weekday = weekdays[(new Date(`${holiday.day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
  const isClosed = holiday.periods.length === 0;
  return (
    <li>
      <span className="holiday-day">
        {day}
        <small>{t(`week.${weekday}`)}</small>
      </span>
      <AutoComplete
        size="small"
        className="holiday-name"
        aria-label={t("holiday.nameOf", { day })}
        status={isNameless ? "error" : undefined}
        maxLength={40}
        placeholder={t("holiday.nameMissing")}
        options={holidayNames.map((name) => ({ value: t(`holiday.names.${name}`) }))}
        value={holiday.name}
        onChange={(name: string) => change({ ...holiday, name })}
      />
      <Segmented
        size="small"
        aria-label={t("holiday.kindOf", { day })}
        value={isClosed ? "closed" : "open"}
        options={[
          { value: "closed", label: t("holiday.closed") },
          { value: "open", label: t("holiday.open") },
        ]}
        onChange={(kind) => change({ ...holiday, periods: kind === "closed" ? [] : [{ from: "10:00", to: "18:00" }] })}
      />
      {!isClosed && (
        <Periods
          day={day}
          periods={holiday.periods}
          faults={faults}
          change={(periods) => change({ ...holiday, periods })}
        />
      )}
      <Button
        type="text"
        size="small"
        className="holiday-remove"
        icon={<CrossIcon size={14} />}
        aria-label={t("holiday.remove", { day })}
        title={t("holiday.remove", { day })}
        onClick={remove}
      />
    </li>
  );
}
