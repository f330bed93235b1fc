import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import { isDay, shiftDay } from "./day-window.ts";

type Props = {
  from?: string;
  to?: string;
  label: string;
  isClearable?: boolean;
  change: (from: string | undefined, to: string | undefined) => void;
};

/** Local days of the shop, both included. */
export function DayRange({ from, to, label, isClearable = false, change }: Props) {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const today = format.dayOf(new Date());
  const range = (first: string, last = today): [dayjs.Dayjs, dayjs.Dayjs] => [dayjs(first), dayjs(last)];
  const yesterday = shiftDay(today, -1);
  return (
    <DatePicker.RangePicker
      className="filter-range"
      aria-label={label}
      allowClear={isClearable}
      allowEmpty={isClearable ? [true, true] : undefined}
      placeholder={[t("filter.from"), t("filter.to")]}
      value={[isDay(from) ? dayjs(from) : null, isDay(to) ? dayjs(to) : null]}
      maxDate={dayjs(today)}
      presets={[
        { label: t("filter.today"), value: range(today) },
        { label: t("filter.yesterday"), value: range(yesterday, yesterday) },
        { label: t("filter.days", { days: 7 }), value: range(shiftDay(today, -6)) },
        { label: t("filter.days", { days: 30 }), value: range(shiftDay(today, -29)) },
      ]}
      onChange={(days) => change(days?.[0]?.format("YYYY-MM-DD"), days?.[1]?.format("YYYY-MM-DD"))}
    />
  );
}
