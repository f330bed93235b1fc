import type { Period } from "@yingda/contract/service-hours";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { CrossIcon } from "../../../transcript/icons.tsx";
import { PlusIcon } from "../../../ui/icons.tsx";
import { nextPeriod } from "./next-period.ts";

const steps = Array.from({ length: 97 }, (_, i) => {
  const value = `${String(Math.floor(i / 4)).padStart(2, "0")}:${String((i % 4) * 15).padStart(2, "0")}`;
  return { value, label: value };
});
const most = 6;

type Props = {
  /** What the day is called, for those who hear the page. */
  day: string;
  periods: readonly Period[];
  /** A code per period that is at fault. */
  faults: ReadonlyMap<number, string>;
  change: (periods: Period[]) => void;
};

const known = ["order", "overlap"] as const;

/** The periods of one day; none is a day of rest. */
export function Periods({ day, periods, faults, change }: Props) {
  const { t } = useTranslation("measures");
  const set = (i: number, part: Partial<Period>) =>
    change(periods.map((one, n) => (n === i ? { ...one, ...part } : one)));
  const next = nextPeriod(periods);
  return (
    <div className="periods">
      {periods.length === 0 && <span className="periods-rest">{t("week.rest")}</span>}
      {periods.map(({ from, to }, i) => {
        const fault = faults.get(i);
        const code = known.find((one) => one === fault) ?? "other";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period has nothing else to be known by
          <span key={i} className="period">
            <Select
              size="small"
              showSearch
              suffixIcon={null}
              aria-label={t("week.from", { day })}
              status={fault ? "error" : undefined}
              options={steps.slice(0, -1)}
              value={from}
              onChange={(value) => set(i, { from: value })}
            />
            –
            <Select
              size="small"
              showSearch
              suffixIcon={null}
              aria-label={t("week.until", { day })}
              status={fault ? "error" : undefined}
              options={steps.slice(1)}
              value={to}
              onChange={(value) => set(i, { to: value })}
            />
            <Button
              type="text"
              size="small"
              icon={<CrossIcon size={14} />}
              aria-label={t("week.remove")}
              title={t("week.remove")}
              onClick={() => change(periods.filter((_, n) => n !== i))}
            />
            {fault && <span className="fault">{t(`week.fault.${code}`)}</span>}
          </span>
        );
      })}
      {next && periods.length < most && (
        <Button type="text" size="small" icon={<PlusIcon size={14} />} onClick={() => change([...periods, next])}>
          {t("week.add")}
        </Button>
      )}
    </div>
  );
}
