import type { DayWindow } from "@yingda/contract/figures";
import { limits } from "@yingda/contract/limits";
import { Alert, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import { rangeNames, usualRange } from "./ranges.ts";
import { changeOf, useFigureState, useSetFigureSearch } from "./use-figures.ts";

const usualDays = { range: undefined, from: undefined, to: undefined, compare: undefined };

/** Which days, compared with what, of which conversations: one bar for every page of figures, all of it in the address. */
export function FilterBar({ hasChips = true, hasCompare = true }: { hasChips?: boolean; hasCompare?: boolean }) {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  return (
    <search className="figures-bar" aria-label={t("bar.label")}>
      <div className="figures-bar-row">
        <RangePick />
        {hasCompare && <ComparePick />}
        <FilterMenu />
        <WindowWords hasCompare={hasCompare} />
      </div>
      {hasChips && state.filters.length > 0 && (
        <FilterChips filters={state.filters} window={state.window} change={(filters) => set(changeOf({ filters }))} />
      )}
      {state.areDaysUnreadable && (
        <Alert
          type="warning"
          showIcon
          title={t("bar.unreadableDays")}
          closable={{ onClose: () => set(usualDays, { replace: true }) }}
        />
      )}
      {state.unreadableFilters > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("bar.unreadable", { count: state.unreadableFilters, number: state.unreadableFilters })}
          closable={{ onClose: () => set(changeOf({ filters: state.filters }), { replace: true }) }}
        />
      )}
    </search>
  );
}

function RangePick() {
  const { t } = useTranslation("figures");
  const { state, today } = useFigureState();
  const set = useSetFigureSearch();
  const [isChoosing, setIsChoosing] = useState(false);
  const isOwn = state.range === "own" || isChoosing;
  return (
    <>
      <Select
        className="figures-range"
        aria-label={t("range.label")}
        value={isOwn ? "own" : state.range}
        options={[
          ...rangeNames.map((name) => ({ value: name, label: t(`range.${name}`) })),
          { value: "own", label: t("range.own") },
        ]}
        onChange={(next) => {
          setIsChoosing(next === "own");
          if (next === "own") return;
          set({ range: next === usualRange ? undefined : next, from: undefined, to: undefined });
        }}
      />
      {isOwn && (
        <Days
          label={t("range.own")}
          window={state.window}
          last={today}
          opens={isChoosing}
          change={(window) => {
            setIsChoosing(false);
            set({ range: undefined, ...window });
          }}
        />
      )}
    </>
  );
}

const compareNames = ["previous", "year", "own", "none"] as const;
type Named = (typeof compareNames)[number];

function ComparePick() {
  const { t } = useTranslation("figures");
  const { state, today } = useFigureState();
  const set = useSetFigureSearch();
  const [isChoosing, setIsChoosing] = useState(false);
  const isOwn = typeof state.compare === "object" || isChoosing;
  return (
    <>
      <Select
        className="figures-compare"
        aria-label={t("compare.label")}
        value={isOwn ? "own" : (state.compare as Named)}
        options={compareNames.map((value) => ({
          value,
          label: t(`compare.${value}`),
        }))}
        onChange={(next) => {
          setIsChoosing(next === "own");
          if (next !== "own") set(changeOf({ compare: next }));
        }}
      />
      {isOwn && (
        <Days
          label={t("compare.own")}
          window={state.before}
          last={today}
          opens={isChoosing}
          change={(window) => {
            setIsChoosing(false);
            set(changeOf({ compare: window }));
          }}
        />
      )}
    </>
  );
}

type DaysProps = {
  label: string;
  window: DayWindow | null;
  last: string;
  opens: boolean;
  change: (window: DayWindow) => void;
};

function Days({ label, window, last, opens, change }: DaysProps) {
  const { t } = useTranslation("figures");
  return (
    <DatePicker.RangePicker
      className="figures-days"
      classNames={{ popup: { root: "figures-days-popup" } }}
      aria-label={label}
      allowClear={false}
      defaultOpen={opens}
      autoFocus={opens}
      placeholder={[t("range.from"), t("range.to")]}
      value={window && [dayjs(window.from), dayjs(window.to)]}
      maxDate={dayjs(last)}
      disabledDate={(day, { from }) => !!from && Math.abs(day.diff(from, "day")) >= limits.windowDays}
      onChange={(days) => {
        const [from, to] = [days?.[0]?.format("YYYY-MM-DD"), days?.[1]?.format("YYYY-MM-DD")];
        if (from && to) change({ from, to });
      }}
    />
  );
}

/** The days meant, in plain words: "last month" says nothing on paper. */
function WindowWords({ hasCompare }: { hasCompare: boolean }) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const { state } = useFigureState();
  const words = ({ from, to }: DayWindow) =>
    from === to ? format.day(from) : t("range.days", { from: format.day(from), to: format.day(to) });
  return (
    <span className="figures-window">
      {words(state.window)}
      {hasCompare && state.before && <small>{t("compare.with", { days: words(state.before) })}</small>}
    </span>
  );
}
