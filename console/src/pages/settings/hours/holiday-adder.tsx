import type { Holiday } from "@yingda/contract/service-hours";
import { App, AutoComplete, Button, DatePicker, Dropdown } from "antd";
import type { Dayjs } from "dayjs";
import "dayjs/locale/zh-cn";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { holidayNames, listPublicHolidays } from "./chinese-holidays.ts";

type Props = { holidays: Holiday[]; change: (holidays: Holiday[]) => void };
type Range = [Dayjs | null, Dayjs | null] | null;

const most = 400;

/** One day or several in a row under one name; or a year's public holidays at once. */
export function HolidayAdder({ holidays, change }: Props) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const { message } = App.useApp();
  const [range, setRange] = useState<Range>(null);
  const [name, setName] = useState("");

  function add(found: Holiday[]) {
    const fresh = found.filter(({ day }) => !holidays.some((one) => one.day === day));
    if (fresh.length === 0) return false;
    if (holidays.length + fresh.length > most) {
      message.warning(t("holiday.full"));
      return false;
    }
    change([...holidays, ...fresh]);
    message.success(t("holiday.added", { count: fresh.length }));
    return true;
  }
  function addRange() {
    if (!range?.[0] || !range[1]) return;
    if (add(daysBetween(range[0], range[1]).map((day) => ({ day, name: name.trim(), periods: [] })))) {
      setRange(null);
      setName("");
    } else message.info(t("holiday.twice"));
  }
  function addYear(year: number) {
    const found = listPublicHolidays(year).map(({ day, name: word }) => ({
      day,
      name: t(`holiday.names.${word}`),
      periods: [],
    }));
    if (!add(found)) message.info(t("holiday.addedNone"));
  }
  const thisYear = Number(format.dayOf(new Date()).slice(0, 4));
  return (
    <div className="holiday-adder">
      <DatePicker.RangePicker
        aria-label={t("holiday.dates")}
        value={range}
        onChange={setRange}
        allowEmpty={[false, false]}
      />
      <AutoComplete
        aria-label={t("holiday.name")}
        placeholder={t("holiday.name")}
        maxLength={40}
        options={holidayNames.map((word) => ({ value: t(`holiday.names.${word}`) }))}
        value={name}
        onChange={setName}
      />
      <Button disabled={!range?.[0] || !range[1] || name.trim() === ""} onClick={addRange}>
        {t("holiday.add")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [thisYear, thisYear + 1].map((year) => ({
            key: year,
            label: t("holiday.year", { year }),
            onClick: () => addYear(year),
          })),
        }}
      >
        <Button type="link" title={t("holiday.yearHint")}>
          {t("holiday.addYear")}
        </Button>
      </Dropdown>
      <p className="holiday-hint">{t("holiday.yearHint")}</p>
    </div>
  );
}

function daysBetween(from: Dayjs, to: Dayjs): string[] {
  const days: string[] = [];
  for (let day = from; !day.isAfter(to, "day") && days.length < most; day = day.add(1, "day"))
    days.push(day.format("YYYY-MM-DD"));
  return days;
}
