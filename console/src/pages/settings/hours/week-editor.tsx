import { type Period, type ServiceHours, type Weekday, weekdays } from "@yingda/contract/service-hours";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Periods } from "./periods.tsx";

type Week = ServiceHours["weekly"];
type Props = {
  week: Week;
  faultsOf: (path: (string | number)[]) => ReadonlyMap<number, string>;
  change: (week: Week) => void;
};

/** The week, a line a day; what one day has can be copied to the others. */
export function WeekEditor({ week, faultsOf, change }: Props) {
  const { t } = useTranslation("measures");
  const copy = (periods: readonly Period[], days: readonly Weekday[]) =>
    change({ ...week, ...Object.fromEntries(days.map((day) => [day, [...periods]])) });
  return (
    <ul className="week">
      {weekdays.map((day) => (
        <li key={day}>
          <span className="week-day">{t(`week.${day}`)}</span>
          <Periods
            day={t(`week.${day}`)}
            periods={week[day]}
            faults={faultsOf(["weekly", day])}
            change={(periods) => change({ ...week, [day]: periods })}
          />
          <Dropdown
            trigger={["click"]}
            menu={{
              items: [
                { key: "all", label: t("week.copyAll"), onClick: () => copy(week[day], weekdays) },
                { key: "work", label: t("week.copyWorkdays"), onClick: () => copy(week[day], weekdays.slice(0, 5)) },
              ],
            }}
          >
            <Button type="text" size="small" className="week-copy" aria-label={`${t(`week.${day}`)} ${t("week.copy")}`}>
              {t("week.copy")}
            </Button>
          </Dropdown>
        </li>
      ))}
    </ul>
  );
}
